import { CompactSign, compactVerify, errors, decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import type { OwnKeys, PeerKeys, TrustedPeerKey } from './keys.js';
import { SecurityViolation, type SecurityViolationCode } from './security-violation.js';

/** Algorithms that an access point may sign with. */
const SIGNATURE_ALGORITHMS: readonly string[] = ['ES256', 'EdDSA'];

/** What a signature is for: one kind is never taken for another. */
export type StatementType = 'oots-manifest' | 'oots-receipt';

/** @returns compact JWS by the access point's signing key */
export async function signStatement(type: StatementType, statement: object, own: OwnKeys): Promise<string> {
  const { alg, kid, privateKey } = own.signature;
  return new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({ alg, kid, typ: type })
    .sign(privateKey);
}

/** A statement whose signature holds, and whose key counts. */
export interface VerifiedStatement {
  /** JSON value as signed; its shape is not checked. */
  readonly statement: unknown;
  readonly signer: TrustedPeerKey;
}

/**
 * @param at when the statement is received
 * @throws {SecurityViolation}
 */
export async function verifyStatement(
  type: StatementType,
  jws: string,
  peers: Pick<PeerKeys, 'signingKey'>,
  at: Date,
): Promise<VerifiedStatement> {
  const { kid } = headerOf(type, jws);
  const answer = await peers.signingKey(kid, at);
  if (answer.outcome !== 'trusted') throw new SecurityViolation(`signing-key-${answer.outcome}`, `key ${kid}`);
  const { country } = answer;
  try {
    const { payload } = await compactVerify(jws, answer.key, { algorithms: [answer.alg] });
    return { statement: JSON.parse(Buffer.from(payload).toString('utf8')) as unknown, signer: answer };
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof SyntaxError)) throw error;
    throw new SecurityViolation('signature-invalid', `key ${kid} of ${country}`);
  }
}

function headerOf(type: StatementType, jws: string): { readonly kid: string } {
  if (jws === '') throw new SecurityViolation('signature-missing', type);
  let header: ProtectedHeaderParameters;
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    throw refused('malformed-envelope', type, 'no JWS');
  }
  if (header.typ !== type) throw refused('malformed-envelope', type, 'another type');
  if (!SIGNATURE_ALGORITHMS.includes(header.alg ?? '')) throw refused('signature-algorithm', type, 'not allowed');
  if (typeof header.kid !== 'string') throw refused('signing-key-unknown', type, 'no key named');
  return { kid: header.kid };
}

function refused(code: SecurityViolationCode, type: StatementType, detail: string): SecurityViolation {
  return new SecurityViolation(code, `${type}: ${detail}`);
}
