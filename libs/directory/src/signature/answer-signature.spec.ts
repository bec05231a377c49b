import { keyPair } from '../ceremony/key-ceremony.js';
import type { NetworkKeys } from '../ceremony/network-keys.js';
import { testNetworkKeys } from '../testing/test-network-keys.js';
import { AnswerSigner, type SignedAnswerHeaders } from './answer-signer.js';
import { AnswerVerifier } from './answer-verifier.js';

const HELD = new Date('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const later = (milliseconds: number): Date => new Date(HELD.getTime() + milliseconds);
const BODY = Buffer.from('<query:QueryResponse/>');

let keys: NetworkKeys;
let foreign: NetworkKeys;
beforeAll(async () => {
  [keys, foreign] = await Promise.all([testNetworkKeys(['IS'], HELD), testNetworkKeys(['IS'], HELD)]);
});

function verifier(): AnswerVerifier {
  return new AnswerVerifier({ roots: [keys.anchor.directoryRoot] });
}

function received(headers: SignedAnswerHeaders): { digest: string; signature: string } {
  return { digest: headers.digest, signature: headers['oots-response-sig'] };
}

/** The protected header changed and not signed again. */
function withHeader(headers: SignedAnswerHeaders, changes: object): { digest: string; signature: string } {
  const { digest, signature } = received(headers);
  const [encoded = '', proof = ''] = signature.split('..');
  const header = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...header, ...changes })).toString('base64url');
  return { digest, signature: `${changed}..${proof}` };
}

describe('given an answer that the directory signed', () => {
  let signed: SignedAnswerHeaders;
  beforeEach(async () => {
    signed = await new AnswerSigner(keys.directory).sign(BODY, HELD);
  });

  it('then its headers have the form that the chapter gives', () => {
    const [encoded = '', payload, proof = ''] = signed['oots-response-sig'].split('.');
    const header = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as Record<string, unknown>;

    expect(signed.digest).toMatch(/^SHA-256=[A-Za-z0-9+/]{43}=$/);
    expect(payload).toBe('');
    expect(Buffer.from(proof, 'base64url')).toHaveLength(64);
    expect(header).toMatchObject({
      alg: 'ES256',
      kid: keys.directory.signature.kid,
      x5c: keys.directory.certificateChain,
      typ: 'jose',
      b64: false,
      iat: HELD.getTime() / 1000,
      sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest'] },
      crit: ['b64', 'sigD'],
    });
    expect(header).toHaveProperty('x5t#o.digVal');
  });

  it('then it is trusted', async () => {
    await expect(verifier().verify(BODY, received(signed), later(MINUTE))).resolves.toBeUndefined();
  });

  it('then it is trusted with the root at the end of the chain as well', async () => {
    const root = keys.anchor.directoryRoot.replace(/-----[^-]+-----|\s/g, '');
    const directory = { ...keys.directory, certificateChain: [...keys.directory.certificateChain, root] };
    const headers = await new AnswerSigner(directory).sign(BODY, HELD);

    await expect(verifier().verify(BODY, received(headers), HELD)).resolves.toBeUndefined();
  });

  it('then a changed body is refused', async () => {
    const tampered = Buffer.from(BODY);
    tampered[3]! ^= 1;

    await expect(verifier().verify(tampered, received(signed), HELD)).rejects.toMatchObject({
      reason: 'digest-mismatch',
    });
  });

  it('then a changed body with a digest to match is refused', async () => {
    const other = Buffer.from('<query:QueryResponse status="forged"/>');
    const { digest } = await new AnswerSigner(foreign.directory).sign(other, HELD);

    await expect(verifier().verify(other, { ...received(signed), digest }, HELD)).rejects.toMatchObject({
      reason: 'signature-invalid',
    });
  });

  it.each<[string, () => { digest: string | null; signature: string | null }, string]>([
    ['without digest', () => ({ ...received(signed), digest: null }), 'digest-missing'],
    [
      'with another digest algorithm',
      () => ({ ...received(signed), digest: signed.digest.replace('256', '512') }),
      'digest-mismatch',
    ],
    ['without signature', () => ({ ...received(signed), signature: null }), 'signature-missing'],
    [
      'with an attached payload',
      () => ({ ...received(signed), signature: signed['oots-response-sig'].replace('..', '.AAAA.') }),
      'signature-malformed',
    ],
    [
      'with a signature longer than any',
      () => ({ ...received(signed), signature: `${'A'.repeat(40_000)}..AAAA` }),
      'signature-malformed',
    ],
    ['with a header that is no JSON', () => ({ ...received(signed), signature: 'AAAA..AAAA' }), 'signature-malformed'],
    ['with an algorithm outside the list', () => withHeader(signed, { alg: 'none' }), 'signature-malformed'],
    ['with its key in symmetric disguise', () => withHeader(signed, { alg: 'HS256' }), 'signature-malformed'],
    ['with an encoded payload', () => withHeader(signed, { b64: true }), 'signature-malformed'],
    ['with nothing critical', () => withHeader(signed, { crit: [] }), 'signature-malformed'],
    [
      'with something critical we do not understand',
      () => withHeader(signed, { crit: ['b64', 'sigD', 'exp'] }),
      'signature-malformed',
    ],
    [
      'that covers other headers',
      () => withHeader(signed, { sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['date'] } }),
      'signature-malformed',
    ],
    [
      'with the digest of another certificate',
      () => withHeader(signed, { 'x5t#o': { digAlg: 'S512', digVal: 'AAAA' } }),
      'signature-malformed',
    ],
    ['without certificate', () => withHeader(signed, { x5c: [] }), 'signature-malformed'],
    ['with something else for a certificate', () => withHeader(signed, { x5c: ['AAAA'] }), 'certificate-untrusted'],
    [
      'with a changed time of signing',
      () => withHeader(signed, { iat: HELD.getTime() / 1000 - 1 }),
      'signature-invalid',
    ],
    [
      'with a damaged proof',
      () => ({ ...received(signed), signature: signed['oots-response-sig'].replace(/\.\.../, '..AA') }),
      'signature-invalid',
    ],
  ])('then the answer %s is refused', async (_what, headers, reason) => {
    await expect(verifier().verify(BODY, headers(), HELD)).rejects.toMatchObject({
      name: 'DirectoryNotTrusted',
      reason,
    });
  });

  it('then it is refused when it is an old one played again', async () => {
    await expect(verifier().verify(BODY, received(signed), later(10 * MINUTE))).resolves.toBeUndefined();
    await expect(verifier().verify(BODY, received(signed), later(11 * MINUTE))).rejects.toMatchObject({
      reason: 'signature-not-current',
    });
  });

  it('then it is refused when it comes from the future', async () => {
    await expect(verifier().verify(BODY, received(signed), later(-2 * MINUTE))).rejects.toMatchObject({
      reason: 'signature-not-current',
    });
  });
});

describe('given an answer that somebody else signed', () => {
  it('then a certificate of another root is refused', async () => {
    const headers = await new AnswerSigner(foreign.directory).sign(BODY, HELD);

    await expect(verifier().verify(BODY, received(headers), HELD)).rejects.toMatchObject({
      reason: 'certificate-untrusted',
    });
  });

  it('then a foreign root that travels along changes nothing', async () => {
    const root = foreign.anchor.directoryRoot.replace(/-----[^-]+-----|\s/g, '');
    const directory = { ...foreign.directory, certificateChain: [...foreign.directory.certificateChain, root] };
    const headers = await new AnswerSigner(directory).sign(BODY, HELD);

    await expect(verifier().verify(BODY, received(headers), HELD)).rejects.toMatchObject({
      reason: 'certificate-untrusted',
    });
  });

  it("then the directory's own certificate over another key is refused", async () => {
    const directory = { ...keys.directory, signature: await keyPair('directory', 'ES256') };
    const headers = await new AnswerSigner(directory).sign(BODY, HELD);

    await expect(verifier().verify(BODY, received(headers), HELD)).rejects.toMatchObject({
      reason: 'signature-invalid',
    });
  });

  it('then a key of another kind than its algorithm is refused', async () => {
    const directory = { ...keys.directory, signature: await keyPair('directory', 'EdDSA') };
    const headers = await new AnswerSigner(directory).sign(BODY, HELD);

    await expect(verifier().verify(BODY, received(headers), HELD)).rejects.toMatchObject({
      reason: 'signature-invalid',
    });
  });
});

describe('given a directory whose certificate is not valid', () => {
  it.each([
    ['has expired', 366 * DAY, 'certificate-expired'],
    ['has not begun', -10 * MINUTE, 'certificate-not-yet-valid'],
  ])('then an answer signed when it %s is refused', async (_when, offset, reason) => {
    const at = later(offset);
    const headers = await new AnswerSigner(keys.directory).sign(BODY, at);

    await expect(verifier().verify(BODY, received(headers), at)).rejects.toMatchObject({ reason });
  });
});

describe('given a signer without certificate', () => {
  it('then it is not made', () => {
    expect(() => new AnswerSigner({ ...keys.directory, certificateChain: [] })).toThrow(RangeError);
  });
});
