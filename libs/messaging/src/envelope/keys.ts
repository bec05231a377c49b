import type { KeyObject } from 'node:crypto';
import type { OrganisationIdentifier } from '@oots/edm';

/** A public key of another access point that counts at the time asked about. */
export interface TrustedPeerKey {
  readonly outcome: 'trusted';
  readonly kid: string;
  readonly alg: string;
  readonly key: KeyObject;
  readonly country: string;
  readonly accessPoint: OrganisationIdentifier;
}

/** Why there is no key to use. */
export interface DistrustedPeerKey {
  readonly outcome: 'unknown' | 'expired' | 'not-yet-valid' | 'revoked';
}

export type PeerKeyAnswer = TrustedPeerKey | DistrustedPeerKey;

/** Public keys of the network's access points; the trust list of `@oots/directory` fits. */
export interface PeerKeys {
  signingKey(kid: string, at: Date): PeerKeyAnswer | Promise<PeerKeyAnswer>;

  /** @param accessPoint value of its party identifier */
  encryptionKey(accessPoint: string, at: Date): PeerKeyAnswer | Promise<PeerKeyAnswer>;
}

/** A private key of the own access point. Secret: never logged. */
export interface OwnKey {
  readonly kid: string;
  /** `ES256` or `EdDSA` for signatures, `ECDH-ES` for encryption. */
  readonly alg: string;
  readonly privateKey: KeyObject;
}

/** What an access point signs with and reads with. */
export interface OwnKeys {
  readonly country: string;
  readonly accessPoint: OrganisationIdentifier;
  readonly signature: OwnKey;
  /** Every key that peers may still encrypt to, the newest first. */
  readonly encryption: readonly OwnKey[];
}
