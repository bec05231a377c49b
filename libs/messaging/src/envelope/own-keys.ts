import type { JsonWebKey } from 'node:crypto';
import type { OrganisationIdentifier } from '@oots/edm';
import type { OwnKeys } from './keys.js';

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

/** @param former earlier encryption keys that peers may still use while keys rotate */
export declare function ownKeysFrom(stored: StoredAccessPointKeys, former?: readonly StoredKeyPair[]): OwnKeys;
