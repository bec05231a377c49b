import type { JsonWebKey } from 'node:crypto';
import type { OrganisationIdentifier } from '@oots/edm';
import type { KeyAlgorithm } from '../trust/trusted-key.js';

/** A private key and its public half. Secret: never logged, files only with mode 0600. */
export interface KeyPair {
  readonly kid: string;
  readonly alg: KeyAlgorithm;
  readonly privateJwk: JsonWebKey;
  readonly publicJwk: JsonWebKey;
}

/** What one node holds. */
export interface NodeKeys {
  readonly country: string;
  readonly accessPoint: OrganisationIdentifier;
  /** ES256: the access point signs what it sends. */
  readonly signature: KeyPair;
  /** ECDH-ES on P-256: others encrypt to it. */
  readonly encryption: KeyPair;
  /** EdDSA: signs the tree heads of the audit log. */
  readonly audit: KeyPair;
  /** ES256: signs the tokens of the country's authorities. */
  readonly authorityToken: KeyPair;
  /** Base64url of 32 random bytes: personal data at rest and pseudonyms in the log are keyed from it. Never shared. */
  readonly dataSecret: string;
}

/** With what the directories sign their answers. */
export interface DirectoryKeys {
  readonly signature: KeyPair;
  /** Base64 DER, leaf first, as in `x5c`. The trust anchor's own certificate is not among them. */
  readonly certificateChain: readonly string[];
}

/** What everybody must know beforehand to trust anything else. Public. */
export interface TrustAnchor {
  /** Verifies the trust list. */
  readonly publicJwk: JsonWebKey;
  readonly kid: string;
  /** PEM. Root of the directories' certificates. */
  readonly directoryRoot: string;
}

/** Everything a network needs to start; made once, by `holdKeyCeremony`. */
export interface NetworkKeys {
  readonly anchor: TrustAnchor;
  /** Signs later trust lists; only whoever operates the list holds it. */
  readonly anchorKey: KeyPair;
  /** Compact JWS. */
  readonly trustList: string;
  /** One per country, by country code. */
  readonly nodes: ReadonlyMap<string, NodeKeys>;
  readonly directory: DirectoryKeys;
}
