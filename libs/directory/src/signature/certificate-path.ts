import { X509Certificate } from 'node:crypto';
import { DirectoryNotTrusted } from '../directory-error.js';

/** Leaf, and at most two authorities between it and the root. */
const MAXIMUM_LENGTH = 3;

/**
 * Follows a certificate chain up to a root that is known beforehand: issuer names, signatures, authority flags and
 * validity at one point in time, of the root too. Revocation is answered by taking the root out of the trust store.
 *
 * @param chain DER, leaf first; the root itself may or may not end it
 * @param roots known beforehand
 * @returns the leaf, proven
 * @throws {DirectoryNotTrusted} `certificate-untrusted`, `certificate-expired`, `certificate-not-yet-valid`
 * @see RFC 5280, 6.1
 */
export function provenLeaf(chain: readonly Uint8Array[], roots: readonly X509Certificate[], at: Date): X509Certificate {
  const path = withoutRoot(chain.map(certificate), roots);
  const leaf = path[0];
  const last = path.at(-1);
  if (leaf === undefined || last === undefined) throw untrusted('no certificate below the root');
  if (path.length > MAXIMUM_LENGTH) throw untrusted('chain too long');

  const root = roots.find((candidate) => vouches(candidate, last));
  if (root === undefined) throw untrusted('no known root issued it');
  for (const [index, issuer] of path.slice(1).entries()) {
    const subject = path[index];
    if (subject === undefined || !vouches(issuer, subject)) throw untrusted('a link of the chain does not hold');
  }
  if (leaf.ca) throw untrusted('an authority does not sign answers');
  for (const link of [...path, root]) requireValidAt(link, at);
  return leaf;
}

function certificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    throw untrusted('not a certificate');
  }
}

function withoutRoot(path: readonly X509Certificate[], roots: readonly X509Certificate[]): readonly X509Certificate[] {
  const last = path.at(-1);
  const endsInRoot = roots.some((root) => root.fingerprint512 === last?.fingerprint512);
  return endsInRoot ? path.slice(0, -1) : path;
}

function vouches(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function requireValidAt(link: X509Certificate, at: Date): void {
  if (at < link.validFromDate) throw new DirectoryNotTrusted('certificate-not-yet-valid');
  if (at >= link.validToDate) throw new DirectoryNotTrusted('certificate-expired');
}

function untrusted(detail: string): DirectoryNotTrusted {
  return new DirectoryNotTrusted('certificate-untrusted', detail);
}
