import { timingSafeEqual, X509Certificate } from 'node:crypto';
import { Ajv } from 'ajv';
import { flattenedVerify } from 'jose';
import { DirectoryNotTrusted } from '../directory-error.js';
import {
  certificateDigest,
  DIGEST_HEADER,
  digestHeader,
  HTTP_HEADERS,
  signedHeaderLine,
  type SignatureHeader,
} from './answer-headers.js';
import { provenLeaf } from './certificate-path.js';

/** Longer than three certificates ever are. */
const MAXIMUM_SIGNATURE_CHARACTERS = 32 * 1024;
/** `crit` names what a reader must understand, so its two members are the whole list. */
const CRITICAL = ['b64', 'sigD'];

const text = { type: 'string', minLength: 1, maxLength: 255 };
const isSignatureHeader = new Ajv({ strict: true }).compile<SignatureHeader>({
  type: 'object',
  required: ['alg', 'kid', 'x5c', 'b64', 'iat', 'sigD', 'crit', 'x5t#o'],
  properties: {
    alg: { enum: ['ES256', 'EdDSA'] },
    kid: text,
    typ: { const: 'jose' },
    b64: { const: false },
    iat: { type: 'integer', minimum: 0 },
    x5c: { type: 'array', minItems: 1, maxItems: 4, items: { type: 'string', pattern: '^[A-Za-z0-9+/]+={0,2}$' } },
    'x5t#o': {
      type: 'object',
      required: ['digAlg', 'digVal'],
      properties: { digAlg: { const: 'S512' }, digVal: text },
    },
    sigD: {
      type: 'object',
      required: ['mId', 'pars'],
      additionalProperties: false,
      properties: {
        mId: { const: HTTP_HEADERS },
        pars: { type: 'array', minItems: 1, maxItems: 1, items: { const: DIGEST_HEADER } },
      },
    },
    crit: { type: 'array', minItems: 2, maxItems: 2, uniqueItems: true, items: { enum: CRITICAL } },
  },
});

/** What a verifier has to know beforehand. */
export interface AnswerTrust {
  /** PEM, the roots whose certificates may sign answers. */
  readonly roots: readonly string[];
  /** Milliseconds that a signature may lie in the past. Default 10 minutes. */
  readonly maximumAge?: number;
  /** Milliseconds by which the signer's clock may be ahead. Default one minute. */
  readonly clockSkew?: number;
}

/** The two headers as they arrived; null where there was none. */
export interface ReceivedHeaders {
  readonly digest: string | null;
  readonly signature: string | null;
}

/**
 * Decides whether an answer is the directory's, before anything reads it: digest, header, certificate, signature, in that
 * order. @see TDD 3.6.2
 */
export class AnswerVerifier {
  private readonly roots: readonly X509Certificate[];
  private readonly maximumAge: number;
  private readonly clockSkew: number;

  /** @throws {TypeError} when a root is no certificate: that is our own configuration */
  constructor({ roots, maximumAge = 10 * 60_000, clockSkew = 60_000 }: AnswerTrust) {
    this.roots = roots.map((pem) => new X509Certificate(pem));
    this.maximumAge = maximumAge;
    this.clockSkew = clockSkew;
  }

  /**
   * @param body the exact bytes that arrived
   * @throws {DirectoryNotTrusted}
   */
  async verify(body: Uint8Array, { digest, signature }: ReceivedHeaders, at: Date): Promise<void> {
    const provenDigest = matchingDigest(body, digest);
    const jws = detachedJws(signature);
    const leaf = this.leafOf(jws.header, at);
    await requireSignature(jws, signedHeaderLine(provenDigest), leaf);
  }

  private leafOf(header: SignatureHeader, at: Date): X509Certificate {
    const age = at.getTime() - header.iat * 1000;
    if (age > this.maximumAge || age < -this.clockSkew) throw new DirectoryNotTrusted('signature-not-current');

    const chain = header.x5c.map((der) => Buffer.from(der, 'base64'));
    const leaf = provenLeaf(chain, this.roots, at);
    if (certificateDigest(leaf.raw) !== header['x5t#o'].digVal) {
      throw new DirectoryNotTrusted('signature-malformed', 'x5t#o names another certificate');
    }
    return leaf;
  }
}

interface DetachedJws {
  readonly protected: string;
  readonly header: SignatureHeader;
  readonly signature: string;
}

function matchingDigest(body: Uint8Array, digest: string | null): string {
  if (digest === null) throw new DirectoryNotTrusted('digest-missing');
  const expected = Buffer.from(digestHeader(body));
  const received = Buffer.from(digest);
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    throw new DirectoryNotTrusted('digest-mismatch');
  }
  return digest;
}

function detachedJws(value: string | null): DetachedJws {
  if (value === null) throw new DirectoryNotTrusted('signature-missing');
  if (value.length > MAXIMUM_SIGNATURE_CHARACTERS) throw new DirectoryNotTrusted('signature-malformed', 'too long');
  const [, header, signature] = /^([\w-]+)\.\.([\w-]+)$/.exec(value) ?? [];
  if (header === undefined || signature === undefined)
    throw new DirectoryNotTrusted('signature-malformed', 'not detached');
  return { protected: header, header: signatureHeader(header), signature };
}

function signatureHeader(encoded: string): SignatureHeader {
  let header: unknown;
  try {
    header = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    throw new DirectoryNotTrusted('signature-malformed', 'header is no JSON');
  }
  if (!isSignatureHeader(header)) {
    throw new DirectoryNotTrusted('signature-malformed', isSignatureHeader.errors?.[0]?.instancePath);
  }
  return header;
}

async function requireSignature(jws: DetachedJws, payload: string, leaf: X509Certificate): Promise<void> {
  await flattenedVerify({ protected: jws.protected, payload, signature: jws.signature }, leaf.publicKey, {
    algorithms: [jws.header.alg],
    crit: { sigD: true },
  }).catch(() => {
    // The cause adds nothing that whoever reads it may rely on: the signature does not hold.
    throw new DirectoryNotTrusted('signature-invalid');
  });
}
