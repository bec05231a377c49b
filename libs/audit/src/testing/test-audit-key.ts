import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { auditKeys } from '../tree/audit-keys.js';
import type { AuditKeys } from '../tree/audit-keys.js';

/** A key pair for tree heads. */
export interface TestAuditKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  readonly keys: AuditKeys;
}

export async function testAuditKey(kid = 'audit-test-1', alg: 'EdDSA' | 'ES256' = 'EdDSA'): Promise<TestAuditKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg };
  return { privateJwk: { ...(await exportJWK(privateKey)), kid, alg }, publicJwk, keys: auditKeys(publicJwk) };
}
