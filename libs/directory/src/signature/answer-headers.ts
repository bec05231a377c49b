import { createHash } from 'node:crypto';

/** Names of the two HTTP headers that carry an answer's digest and signature. @see TDD 3.6.2 */
export const DIGEST_HEADER = 'digest';
export const SIGNATURE_HEADER = 'oots-response-sig';

/** Protected header of a directory's signature, JAdES over HTTP headers. */
export interface SignatureHeader {
  readonly alg: string;
  readonly kid: string;
  readonly 'x5t#o': { readonly digAlg: string; readonly digVal: string };
  /** Base64 DER, leaf first. */
  readonly x5c: readonly string[];
  readonly typ: 'jose';
  readonly b64: false;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly sigD: { readonly mId: typeof HTTP_HEADERS; readonly pars: readonly string[] };
  readonly crit: readonly string[];
}

/** The mechanism of ETSI TS 119 182-1 by which a signature covers HTTP headers. */
export const HTTP_HEADERS = 'http://uri.etsi.org/19182/HttpHeaders';

/** @returns value of the digest header */
export function digestHeader(body: Uint8Array): string {
  return `SHA-256=${createHash('sha256').update(body).digest('base64')}`;
}

/** @returns what is signed: the header as its line would stand, in lower case, with one space */
export function signedHeaderLine(digest: string): string {
  return `${DIGEST_HEADER}: ${digest}`;
}

/** @returns base64url SHA-512 of a certificate's DER, as in `x5t#o` */
export function certificateDigest(der: Uint8Array): string {
  return createHash('sha512').update(der).digest('base64url');
}
