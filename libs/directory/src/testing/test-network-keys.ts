import { unregisteredScheme } from '@oots/edm';
import { type CeremonyMember, holdKeyCeremony } from '../ceremony/key-ceremony.js';
import type { NetworkKeys } from '../ceremony/network-keys.js';

/** A member as it takes part in a ceremony, access point `AP_<CC>_01`. */
export function aMember(country: string): CeremonyMember {
  return { country, accessPoint: { scheme: unregisteredScheme(country), value: `AP_${country}_01` } };
}

/** Keys of a network of test countries. @param heldAt keys are valid for a year from it, the trust list for 90 days */
export function testNetworkKeys(countries: readonly string[], heldAt: Date): Promise<NetworkKeys> {
  return holdKeyCeremony({ members: countries.map(aMember), heldAt });
}
