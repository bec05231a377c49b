import { EDM_2_0 } from '@oots/edm';
import type { CountryProfile } from '@oots/node';

/** @returns the country as it would be if its access point spoke plain 2.0 only */
export function plain(profile: CountryProfile): CountryProfile {
  const offers = profile.offers.map(({ register, service }) => ({
    register,
    service: { ...service, conformsTo: [EDM_2_0] },
  }));
  return { ...profile, offers };
}
