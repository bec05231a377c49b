import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
  type X509Certificate as IssuedCertificate,
} from '@peculiar/x509';
import { provenLeaf } from './certificate-path.js';

const AT = new Date('2026-11-23T12:00:00.000Z');
const YEAR = 365 * 24 * 60 * 60 * 1000;
const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

function generatedKeys() {
  return crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
}

interface Authority {
  readonly certificate: IssuedCertificate;
  readonly keys: Awaited<ReturnType<typeof generatedKeys>>;
}

interface Wish {
  readonly name: string;
  readonly issuer?: Authority;
  readonly authority?: boolean;
  /** Its usage allows to sign certificates, also where it is no authority. */
  readonly maySignCertificates?: boolean;
  readonly until?: Date;
}

async function issued({
  name,
  issuer,
  authority = false,
  maySignCertificates = authority,
  until = new Date(AT.getTime() + YEAR),
}: Wish): Promise<Authority> {
  const keys = await generatedKeys();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: '01',
    subject: `CN=${name}`,
    issuer: issuer?.certificate.subject ?? `CN=${name}`,
    notBefore: new Date(AT.getTime() - YEAR),
    notAfter: until,
    signingAlgorithm: P256,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    extensions: [
      new BasicConstraintsExtension(authority, undefined, true),
      new KeyUsagesExtension(maySignCertificates ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature, true),
    ],
  });
  return { certificate, keys };
}

const der = (...path: readonly Authority[]): Uint8Array[] =>
  path.map(({ certificate }) => new Uint8Array(certificate.rawData));

describe('given a root that issued an authority that issued a leaf', () => {
  let root: Authority;
  let authority: Authority;
  let leaf: Authority;
  let roots: X509Certificate[];
  beforeAll(async () => {
    root = await issued({ name: 'root', authority: true });
    authority = await issued({ name: 'authority', issuer: root, authority: true });
    leaf = await issued({ name: 'leaf', issuer: authority });
    roots = [new X509Certificate(Buffer.from(root.certificate.rawData))];
  });

  it('then the whole chain proves the leaf', () => {
    expect(provenLeaf(der(leaf, authority), roots, AT).subject).toBe('CN=leaf');
  });

  it('then a chain with a link missing proves nothing', () => {
    expect(() => provenLeaf(der(leaf), roots, AT)).toThrow('no known root issued it');
  });

  it('then the root alone proves nothing', () => {
    expect(() => provenLeaf(der(root), roots, AT)).toThrow('no certificate below the root');
  });

  it('then an authority does not sign answers itself', () => {
    expect(() => provenLeaf(der(authority), roots, AT)).toThrow('an authority does not sign answers');
  });

  it('then a leaf does not issue certificates', async () => {
    const issuedByLeaf = await issued({ name: 'below', issuer: leaf });

    expect(() => provenLeaf(der(issuedByLeaf, leaf, authority), roots, AT)).toThrow(
      'a link of the chain does not hold',
    );
  });

  it('then a usage alone makes nobody an authority', async () => {
    const pretender = await issued({ name: 'pretender', issuer: authority, maySignCertificates: true });
    const below = await issued({ name: 'below', issuer: pretender });

    expect(() => provenLeaf(der(below, pretender, authority), roots, AT)).toThrow('a link of the chain does not hold');
  });

  it("then somebody else under the authority's name proves nothing", async () => {
    const namesake = await issued({ name: 'authority', authority: true });
    const forged = await issued({ name: 'leaf', issuer: namesake });

    expect(() => provenLeaf(der(forged, authority), roots, AT)).toThrow('a link of the chain does not hold');
  });

  it('then an expired authority expires what it issued', async () => {
    const expired = await issued({
      name: 'expired',
      issuer: root,
      authority: true,
      until: new Date(AT.getTime() - 1000),
    });
    const below = await issued({ name: 'below', issuer: expired });

    expect(() => provenLeaf(der(below, expired), roots, AT)).toThrow('certificate-expired');
  });

  it('then a chain longer than three is refused', async () => {
    const second = await issued({ name: 'second', issuer: authority, authority: true });
    const third = await issued({ name: 'third', issuer: second, authority: true });
    const below = await issued({ name: 'below', issuer: third });

    expect(() => provenLeaf(der(below, third, second, authority), roots, AT)).toThrow('chain too long');
  });
});
