import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import type { OrganisationIdentifier } from '@oots/edm';
import type { OwnKey, OwnKeys } from './keys.js';

/** A key pair as key files hold it. Secret: never logged. */
export interface StoredKeyPair {
  readonly kid: string;
  readonly alg: string;
  readonly privateJwk: JsonWebKey;
}

/** The keys of one access point; `NodeKeys` of `@oots/directory` fits. */
export interface StoredAccessPointKeys {
  readonly country: string;
  readonly accessPoint: OrganisationIdentifier;
  readonly signature: StoredKeyPair;
  readonly encryption: StoredKeyPair;
}

/**
 * @param former earlier encryption keys that peers may still use while keys rotate
 * @throws {TypeError} when a key is no private JWK
 */
export function ownKeysFrom(stored: StoredAccessPointKeys, former: readonly StoredKeyPair[] = []): OwnKeys {
  return {
    country: stored.country,
    accessPoint: stored.accessPoint,
    signature: ownKey(stored.signature),
    encryption: [stored.encryption, ...former].map(ownKey),
  };
}

function ownKey({ kid, alg, privateJwk }: StoredKeyPair): OwnKey {
  return { kid, alg, privateKey: createPrivateKey({ key: privateJwk, format: 'jwk' }) };
}
