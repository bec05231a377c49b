import { FlattenedSign } from 'jose';
import type { DirectoryKeys } from '../ceremony/network-keys.js';
import {
  certificateDigest,
  DIGEST_HEADER,
  digestHeader,
  HTTP_HEADERS,
  signedHeaderLine,
  SIGNATURE_HEADER,
  type SignatureHeader,
} from './answer-headers.js';

/** HTTP headers that prove where an answer comes from. */
export interface SignedAnswerHeaders {
  readonly [DIGEST_HEADER]: string;
  readonly [SIGNATURE_HEADER]: string;
}

/** Signs what the directories answer. @see TDD 3.6.2 */
export class AnswerSigner {
  constructor(private readonly keys: DirectoryKeys) {
    if (keys.certificateChain.length === 0) throw new RangeError('a signature needs its certificate');
  }

  /**
   * @param body the exact bytes that are sent
   * @param at when it is signed, to the second
   */
  async sign(body: Uint8Array, at: Date): Promise<SignedAnswerHeaders> {
    const { signature: keyPair, certificateChain } = this.keys;
    const digest = digestHeader(body);
    const leaf = Buffer.from(certificateChain[0] ?? '', 'base64');
    const header: SignatureHeader = {
      alg: keyPair.alg,
      kid: keyPair.kid,
      'x5t#o': { digAlg: 'S512', digVal: certificateDigest(leaf) },
      x5c: certificateChain,
      typ: 'jose',
      b64: false,
      iat: Math.floor(at.getTime() / 1000),
      sigD: { mId: HTTP_HEADERS, pars: [DIGEST_HEADER] },
      crit: ['b64', 'sigD'],
    };
    const { protected: protectedHeader = '', signature } = await new FlattenedSign(
      new TextEncoder().encode(signedHeaderLine(digest)),
    )
      .setProtectedHeader({ ...header, x5c: [...header.x5c], crit: [...header.crit] })
      .sign(keyPair.privateJwk, { crit: { sigD: true } });
    return { [DIGEST_HEADER]: digest, [SIGNATURE_HEADER]: `${protectedHeader}..${signature}` };
  }
}
