import type { JsonWebKey, KeyObject } from 'node:crypto';
import type { OrganisationIdentifier } from '@oots/edm';

/** What a key may be used for; a key has one use. */
export type KeyUse = 'signature' | 'encryption' | 'audit' | 'authority-token';

/** JOSE algorithms that the network accepts: for signatures, and for key agreement. */
export type KeyAlgorithm = 'ES256' | 'EdDSA' | 'ECDH-ES';

/** One line of the trust list: a public key, whose it is, and when it counts. */
export interface TrustedKeyEntry {
  /** Code of the OOTS country list. */
  readonly country: string;
  readonly accessPoint: OrganisationIdentifier;
  /** Unique within the list. */
  readonly kid: string;
  readonly use: KeyUse;
  readonly alg: KeyAlgorithm;
  /** RFC 7517, without private members. */
  readonly publicJwk: JsonWebKey;
  /** ISO 8601 UTC instant, inclusive. */
  readonly notBefore: string;
  /** ISO 8601 UTC instant, exclusive. */
  readonly notAfter: string;
  /** ISO 8601 UTC instant from which the key no longer counts; what it signed before stays signed. */
  readonly revokedAt?: string;
}

/** A key that counts at the time asked about. */
export interface TrustedKey {
  readonly outcome: 'trusted';
  readonly kid: string;
  readonly alg: KeyAlgorithm;
  readonly key: KeyObject;
  readonly country: string;
  readonly accessPoint: OrganisationIdentifier;
}

export type DistrustedKeyOutcome = 'unknown' | 'expired' | 'not-yet-valid' | 'revoked';

/** Why there is no key to use. */
export interface DistrustedKey {
  readonly outcome: DistrustedKeyOutcome;
}

export type KeyAnswer = TrustedKey | DistrustedKey;

/** Looks up the public keys of the network. Several keys of one use overlap while they rotate. */
export interface NetworkKeyDirectory {
  /** @param at when the signature was made or received */
  signingKey(kid: string, at: Date): KeyAnswer;

  /** @param accessPoint value of its party identifier; the newest key that counts */
  encryptionKey(accessPoint: string, at: Date): KeyAnswer;

  /** The newest key that counts of the country's audit log. */
  auditKey(country: string, at: Date): KeyAnswer;

  /** Audit keys of every country that count, for checking one by its `kid`. */
  auditKeyById(kid: string, at: Date): KeyAnswer;

  /** All keys that count with which the country's authorities sign their tokens, newest first. */
  authorityTokenKeys(country: string, at: Date): readonly TrustedKey[];
}
