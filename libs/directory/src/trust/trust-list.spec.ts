import { keyPair, nodeKeys, trustedEntries } from '../ceremony/key-ceremony.js';
import type { KeyPair, NodeKeys } from '../ceremony/network-keys.js';
import { aMember } from '../testing/test-network-keys.js';
import { signTrustList, TrustList } from './trust-list.js';
import type { TrustListContent } from './trust-list-content.js';
import type { TrustedKeyEntry } from './trusted-key.js';

const ISSUED = new Date('2026-11-23T12:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
const day = (days: number): Date => new Date(ISSUED.getTime() + days * DAY);
const YEAR = { from: ISSUED, until: day(365) };

let anchor: KeyPair;
let iceland: NodeKeys;
beforeAll(async () => {
  anchor = await keyPair('trust-anchor', 'ES256');
  iceland = await nodeKeys(aMember('IS'));
});

function content(changes: Partial<TrustListContent> = {}): TrustListContent {
  return {
    version: 1,
    serialNumber: 7,
    issuedAt: ISSUED.toISOString(),
    nextUpdate: day(90).toISOString(),
    keys: trustedEntries(iceland, YEAR),
    ...changes,
  };
}

async function listOf(changes: Partial<TrustListContent> = {}): Promise<TrustList> {
  return TrustList.read(await signTrustList(content(changes), anchor), anchor.publicJwk, ISSUED);
}

describe('given a trust list in force', () => {
  it('then a signing key is trusted as the key of its access point and country', async () => {
    const answer = (await listOf()).signingKey(iceland.signature.kid, day(1));

    expect(answer).toMatchObject({
      outcome: 'trusted',
      kid: iceland.signature.kid,
      alg: 'ES256',
      country: 'IS',
      accessPoint: iceland.accessPoint,
    });
    expect(answer.outcome === 'trusted' && answer.key.export({ format: 'jwk' })).toMatchObject({
      x: iceland.signature.publicJwk.x,
    });
  });

  it('then a key nobody listed is unknown', async () => {
    expect((await listOf()).signingKey('is-signature-other', day(1))).toEqual({ outcome: 'unknown' });
  });

  it('then a key signs nothing when its use is another', async () => {
    const list = await listOf();

    expect(list.signingKey(iceland.audit.kid, day(1))).toEqual({ outcome: 'unknown' });
    expect(list.auditKeyById(iceland.signature.kid, day(1))).toEqual({ outcome: 'unknown' });
  });

  it.each([
    ['a millisecond before it begins', -1, 'not-yet-valid'],
    ['at its first instant', 0, 'trusted'],
    ['a millisecond before it ends', 30 * DAY - 1, 'trusted'],
    ['at its end, which is exclusive', 30 * DAY, 'expired'],
  ])('then a key valid for 30 days is, %s, as told', async (_when, offset, outcome) => {
    const list = await listOf({ keys: trustedEntries(iceland, { from: ISSUED, until: day(30) }) });

    expect(list.signingKey(iceland.signature.kid, new Date(ISSUED.getTime() + offset)).outcome).toBe(outcome);
  });

  it('then nothing in it counts once the next list should be out', async () => {
    expect((await listOf()).signingKey(iceland.signature.kid, day(90))).toEqual({ outcome: 'expired' });
  });

  it('then a revoked key counts no longer, and what it signed before stays signed', async () => {
    const keys = trustedEntries(iceland, YEAR).map((entry) => ({ ...entry, revokedAt: day(2).toISOString() }));
    const list = await listOf({ keys });

    expect(list.signingKey(iceland.signature.kid, day(1)).outcome).toBe('trusted');
    expect(list.signingKey(iceland.signature.kid, day(2))).toEqual({ outcome: 'revoked' });
    expect(list.encryptionKey('AP_IS_01', day(3))).toEqual({ outcome: 'revoked' });
    expect(list.authorityTokenKeys('IS', day(3))).toEqual([]);
  });
});

describe('given a country whose keys rotate', () => {
  let next: NodeKeys;
  let list: TrustList;
  beforeAll(async () => {
    next = await nodeKeys(aMember('IS'));
    list = await listOf({
      keys: [
        ...trustedEntries(iceland, { from: ISSUED, until: day(30) }),
        ...trustedEntries(next, { from: day(20), until: day(60) }),
      ],
    });
  });

  it('then both signing keys are trusted while they overlap', () => {
    expect(list.signingKey(iceland.signature.kid, day(25)).outcome).toBe('trusted');
    expect(list.signingKey(next.signature.kid, day(25)).outcome).toBe('trusted');
  });

  it.each([
    [19, 'the old one'],
    [25, 'the new one'],
    [40, 'the new one'],
  ])('then on day %i messages are encrypted to %s', (days, which) => {
    const expected = which === 'the old one' ? iceland.encryption.kid : next.encryption.kid;

    expect(list.encryptionKey('AP_IS_01', day(days))).toMatchObject({ outcome: 'trusted', kid: expected });
  });

  it('then audit heads are checked with the newest key, and older ones by their kid', () => {
    expect(list.auditKey('IS', day(25))).toMatchObject({ kid: next.audit.kid });
    expect(list.auditKeyById(iceland.audit.kid, day(25))).toMatchObject({ outcome: 'trusted', kid: iceland.audit.kid });
  });

  it('then tokens of the authorities may be signed by either, the newest first', () => {
    expect(list.authorityTokenKeys('IS', day(25)).map(({ kid }) => kid)).toEqual([
      next.authorityToken.kid,
      iceland.authorityToken.kid,
    ]);
  });

  it('then it is said why no key counts any more', () => {
    expect(list.encryptionKey('AP_IS_01', day(70))).toEqual({ outcome: 'expired' });
    expect(list.encryptionKey('AP_LI_01', day(25))).toEqual({ outcome: 'unknown' });
  });
});

describe('given a trust list that must not be used', () => {
  it('then a list of another anchor is refused', async () => {
    const impostor = await keyPair('trust-anchor', 'ES256');

    await expect(
      TrustList.read(await signTrustList(content(), impostor), anchor.publicJwk, ISSUED),
    ).rejects.toMatchObject({ reason: 'signature-invalid' });
  });

  it('then a list with one character of its payload changed is refused', async () => {
    const [header, payload = '', signature] = (await signTrustList(content(), anchor)).split('.');
    const changed = payload.slice(0, 40) + (payload[40] === 'A' ? 'B' : 'A') + payload.slice(41);

    await expect(
      TrustList.read([header, changed, signature].join('.'), anchor.publicJwk, ISSUED),
    ).rejects.toMatchObject({ reason: 'signature-invalid' });
  });

  it('then an unsigned list is refused, whatever it says about its algorithm', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'oots-trust-list+jws' })).toString('base64url');
    const payload = Buffer.from(JSON.stringify(content())).toString('base64url');

    await expect(TrustList.read(`${header}.${payload}.`, anchor.publicJwk, ISSUED)).rejects.toMatchObject({
      reason: 'signature-invalid',
    });
  });

  it('then a list past its next update is refused', async () => {
    await expect(
      TrustList.read(await signTrustList(content(), anchor), anchor.publicJwk, day(90)),
    ).rejects.toMatchObject({ reason: 'expired' });
  });

  it('then a list from the future is refused', async () => {
    await expect(
      TrustList.read(await signTrustList(content(), anchor), anchor.publicJwk, day(-1)),
    ).rejects.toMatchObject({ reason: 'not-yet-valid' });
  });

  const entries = (): TrustedKeyEntry[] => trustedEntries(iceland, YEAR);
  const withFirst = (changes: object): TrustedKeyEntry[] =>
    entries().map((entry, index) => (index === 0 ? { ...entry, ...changes } : entry));

  it.each<[string, () => Partial<TrustListContent> | object]>([
    ['a private key', () => ({ keys: withFirst({ publicJwk: iceland.signature.privateJwk }) })],
    ['a kid twice', () => ({ keys: [...entries(), ...entries()] })],
    ['an algorithm that is not for the use', () => ({ keys: withFirst({ use: 'encryption' }) })],
    ['a key of another curve than its algorithm', () => ({ keys: withFirst({ publicJwk: iceland.audit.publicJwk }) })],
    ['an algorithm outside the list', () => ({ keys: withFirst({ alg: 'HS256' }) })],
    ['one access point in two countries', () => ({ keys: withFirst({ country: 'LI' }) })],
    ['a key that is never valid', () => ({ keys: withFirst({ notAfter: ISSUED.toISOString() }) })],
    ['a next update before it was issued', () => ({ nextUpdate: day(-1).toISOString() })],
    ['a field nobody knows', () => ({ comment: 'hello' })],
    ['no serial number', () => ({ serialNumber: 0 })],
    ['an instant without time zone', () => ({ keys: withFirst({ notBefore: '2026-11-23T12:00:00' }) })],
  ])('then a list with %s is refused before it is signed and after', async (_what, changes) => {
    await expect(signTrustList({ ...content(), ...changes() }, anchor)).rejects.toMatchObject({
      name: 'TrustListRefused',
      reason: 'malformed',
    });
  });

  it('then a malformed list is refused even when the anchor signed it', async () => {
    const { CompactSign } = await import('jose');
    const malformed = await new CompactSign(Buffer.from(JSON.stringify({ ...content(), keys: 'none' })))
      .setProtectedHeader({ alg: 'ES256', typ: 'oots-trust-list+jws' })
      .sign(anchor.privateJwk);

    await expect(TrustList.read(malformed, anchor.publicJwk, ISSUED)).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('then something else that the anchor signed is no trust list', async () => {
    const { CompactSign } = await import('jose');
    const other = await new CompactSign(Buffer.from(JSON.stringify(content())))
      .setProtectedHeader({ alg: 'ES256', typ: 'receipt+jws' })
      .sign(anchor.privateJwk);

    await expect(TrustList.read(other, anchor.publicJwk, ISSUED)).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('then a key that lies on no curve is refused', async () => {
    const keys = withFirst({ publicJwk: { ...iceland.signature.publicJwk, x: 'AAAA' } });
    const jws = await signTrustList(content({ keys }), anchor);

    await expect(TrustList.read(jws, anchor.publicJwk, ISSUED)).rejects.toMatchObject({ reason: 'malformed' });
  });
});
