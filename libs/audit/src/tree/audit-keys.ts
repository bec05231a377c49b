import type { JWK } from 'jose';

/** Public keys that a node's tree heads may be signed with, retired ones included: old heads stay verifiable. */
export interface AuditKeys {
  /** @returns undefined when the node never had the key */
  publicKey(kid: string): JWK | undefined;
}

/** @param jwks public keys with their `kid` and `alg` */
export function auditKeys(...jwks: readonly JWK[]): AuditKeys {
  const byKid = new Map(jwks.map((jwk) => [jwk.kid, jwk]));
  return { publicKey: (kid) => byKid.get(kid) };
}
