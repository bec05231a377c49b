import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose';
import type { KeyPair } from '../ceremony/network-keys.js';
import type { DistrustedKeyOutcome, NetworkKeyDirectory, TrustedKey } from '../trust/trusted-key.js';

/** Media type of a compact JWS. */
export const REGISTRATION_MEDIA_TYPE = 'application/jose';
const REGISTRATION_TYPE = 'oots-registration+jws';
/** Milliseconds between signing and arrival, and between two clocks: what is older may have been recorded. */
export const REGISTRATION_WINDOW = 5 * 60_000;

/** Why nobody answers for a registration, before anything of it has been read. */
export type UntrustedReason = DistrustedKeyOutcome | 'malformed' | 'signature-invalid' | 'not-current';

/** A registration that no access point of the trust list answers for. Becomes HTTP status 401. */
export class RegistrationNotTrusted extends Error {
  override readonly name = 'RegistrationNotTrusted';

  constructor(
    readonly reason: UntrustedReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** A registration whose sender is proven. */
export interface SignedRegistration {
  readonly country: string;
  readonly kid: string;
  readonly xml: Uint8Array;
}

/**
 * @param xml the message
 * @param key with which the access point signs what it sends
 * @param at when it is signed, to the second
 * @returns compact JWS, typ `oots-registration+jws`
 */
export function signRegistration(xml: string, key: KeyPair, at: Date): Promise<string> {
  return new CompactSign(new TextEncoder().encode(xml))
    .setProtectedHeader({
      alg: key.alg,
      kid: key.kid,
      typ: REGISTRATION_TYPE,
      iat: Math.floor(at.getTime() / 1000),
    })
    .sign(key.privateJwk);
}

/**
 * @param jws as it arrived
 * @throws {RegistrationNotTrusted}
 */
export async function verifyRegistration(
  jws: string,
  keys: Pick<NetworkKeyDirectory, 'signingKey'>,
  now: Date,
): Promise<SignedRegistration> {
  const { kid, iat } = headerOf(jws);
  const answer = keys.signingKey(kid, now);
  if (answer.outcome !== 'trusted') throw new RegistrationNotTrusted(answer.outcome);
  const xml = await payloadOf(jws, answer);
  if (Math.abs(now.getTime() - iat * 1000) > REGISTRATION_WINDOW) throw new RegistrationNotTrusted('not-current');
  return { country: answer.country, kid, xml };
}

/** @returns what was signed, for a registration that has been verified before */
export function registeredXml(jws: string): Uint8Array {
  return Buffer.from(jws.split('.')[1] ?? '', 'base64url');
}

function headerOf(jws: string): { readonly kid: string; readonly iat: number } {
  const { kid, typ, iat } = decoded(jws);
  if (typ !== REGISTRATION_TYPE || typeof kid !== 'string' || typeof iat !== 'number') {
    throw new RegistrationNotTrusted('malformed');
  }
  return { kid, iat };
}

function decoded(jws: string): { readonly kid?: unknown; readonly typ?: unknown; readonly iat?: unknown } {
  try {
    return decodeProtectedHeader(jws);
  } catch (cause) {
    throw new RegistrationNotTrusted('malformed', { cause });
  }
}

async function payloadOf(jws: string, { key, alg }: TrustedKey): Promise<Uint8Array> {
  try {
    return (await compactVerify(jws, key, { algorithms: [alg] })).payload;
  } catch (cause) {
    throw new RegistrationNotTrusted('signature-invalid', { cause });
  }
}
