import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { unregisteredScheme, type OrganisationIdentifier } from '@oots/edm';
import type { DistrustedPeerKey, OwnKeys, PeerKeyAnswer, PeerKeys, TrustedPeerKey } from '../envelope/keys.js';

/** One access point of a test: what it holds, and what others know of it. */
export interface TestAccessPointKeys {
  readonly own: OwnKeys;
  readonly publicSignature: TrustedPeerKey;
  readonly publicEncryption: TrustedPeerKey;
}

/** @param generation distinguishes the keys of one access point from its later ones */
export function testKeys(country: string, generation = 1): TestAccessPointKeys {
  const accessPoint = testAccessPointOf(country);
  const signature = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encryption = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = `${country.toLowerCase()}-${generation}`;
  const known = (kid: string, alg: string, key: KeyObject): TrustedPeerKey => ({
    outcome: 'trusted',
    kid,
    alg,
    key,
    country,
    accessPoint,
  });
  return {
    own: {
      country,
      accessPoint,
      signature: { kid: `${name}-signature`, alg: 'ES256', privateKey: signature.privateKey },
      encryption: [{ kid: `${name}-encryption`, alg: 'ECDH-ES', privateKey: encryption.privateKey }],
    },
    publicSignature: known(`${name}-signature`, 'ES256', signature.publicKey),
    publicEncryption: known(`${name}-encryption`, 'ECDH-ES', encryption.publicKey),
  };
}

/** @returns the access point of the country in tests, `AP_EE_01` */
export function testAccessPointOf(country: string): OrganisationIdentifier {
  return { scheme: unregisteredScheme(country), value: `AP_${country}_01` };
}

/** A trust list in memory. */
export class PeerKeyRing implements PeerKeys {
  private readonly signing = new Map<string, PeerKeyAnswer>();
  private readonly encryption = new Map<string, PeerKeyAnswer>();

  constructor(...accessPoints: readonly TestAccessPointKeys[]) {
    for (const accessPoint of accessPoints) this.admit(accessPoint);
  }

  /** The newest encryption key admitted is the one in use. */
  admit({ publicSignature, publicEncryption }: TestAccessPointKeys): void {
    this.signing.set(publicSignature.kid, publicSignature);
    this.encryption.set(publicEncryption.accessPoint.value, publicEncryption);
  }

  /** Answers so from now on, whatever the time. */
  distrust({ publicSignature, publicEncryption }: TestAccessPointKeys, outcome: DistrustedPeerKey['outcome']): void {
    this.signing.set(publicSignature.kid, { outcome });
    this.encryption.set(publicEncryption.accessPoint.value, { outcome });
  }

  signingKey(kid: string): PeerKeyAnswer {
    return this.signing.get(kid) ?? { outcome: 'unknown' };
  }

  encryptionKey(accessPoint: string): PeerKeyAnswer {
    return this.encryption.get(accessPoint) ?? { outcome: 'unknown' };
  }
}
