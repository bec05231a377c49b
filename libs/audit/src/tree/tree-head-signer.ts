import { createHash } from 'node:crypto';
import { CompactSign, compactVerify, errors, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { canonicalJson } from '../entry/canonical-json.js';
import type { AuditKeys } from './audit-keys.js';
import type { SignedTreeHead, TreeHead } from './tree-head.js';

/** `typ` of the JWS: a signature made for something else is no tree head. */
const TYPE = 'oots-tree-head+jws';

/** Nothing symmetric, nothing unsigned. */
const ALGORITHMS = ['EdDSA', 'ES256'];

/** Signs what a node claims its log to be, with a key of its own. Nobody co-signs it yet: gap G-12. */
export interface TreeHeadSigner {
  sign(head: TreeHead): Promise<SignedTreeHead>;
}

/** A tree head that its node's audit key did not sign. */
export class ForgedTreeHead extends Error {
  override readonly name = 'ForgedTreeHead';
}

/**
 * @param privateJwk the node's audit key with `kid` and `alg`, EdDSA or ES256
 * @throws {RangeError} for another algorithm or a key without `kid`
 */
export async function treeHeadSigner(privateJwk: JWK): Promise<TreeHeadSigner> {
  const { kid, alg } = privateJwk;
  if (kid === undefined || alg === undefined || !ALGORITHMS.includes(alg)) {
    throw new RangeError(`an audit key has a kid and one of ${ALGORITHMS.join(', ')}`);
  }
  const key = await importJWK(privateJwk, alg);
  return {
    async sign(head) {
      const payload = new TextEncoder().encode(canonicalJson(head));
      const jws = await new CompactSign(payload).setProtectedHeader({ alg, kid, typ: TYPE }).sign(key);
      return { head, jws };
    },
  };
}

/** Checks tree heads, with each key imported once. */
export class TreeHeadVerifier {
  private readonly imported = new Map<string, CryptoKey | Uint8Array>();

  constructor(private readonly keys: AuditKeys) {}

  /**
   * @returns the head that the signature covers
   * @throws {ForgedTreeHead} when the key is not the node's, or the signature is not the key's
   */
  async verify(jws: string): Promise<TreeHead> {
    if (!isCanonicalBase64url(jws)) throw new ForgedTreeHead('not in the encoding that was signed');
    try {
      const { payload, protectedHeader } = await compactVerify(jws, (header) => this.keyOf(header.kid, header.alg), {
        algorithms: ALGORITHMS,
      });
      if (protectedHeader.typ !== TYPE) throw new ForgedTreeHead(`typ is not ${TYPE}`);
      return JSON.parse(new TextDecoder().decode(payload)) as TreeHead;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new ForgedTreeHead(error.code, { cause: error });
      throw error;
    }
  }

  private async keyOf(kid: string | undefined, alg: string): Promise<CryptoKey | Uint8Array> {
    const jwk = kid === undefined ? undefined : this.keys.publicKey(kid);
    if (kid === undefined || jwk?.alg !== alg) throw new ForgedTreeHead('signed by an unknown key');
    const known = this.imported.get(kid);
    if (known !== undefined) return known;
    const key = await importJWK(jwk, alg);
    this.imported.set(kid, key);
    return key;
  }
}

/** @returns `sha256:` + hex, how the next head names this one */
export function digestOfHead(jws: string): string {
  return `sha256:${createHash('sha256').update(jws).digest('hex')}`;
}

/** The last character of base64url has bits that decoding ignores: a changed one would pass for the same signature. */
function isCanonicalBase64url(jws: string): boolean {
  return jws.split('.').every((segment) => Buffer.from(segment, 'base64url').toString('base64url') === segment);
}
