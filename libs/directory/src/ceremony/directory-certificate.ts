// The certificate library's container needs the reflection API before it is loaded.
import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import type { KeyPair } from './network-keys.js';

const ROOT_NAME = 'CN=Simulated OOTS common services root, O=Nordic-Baltic OOTS testbed';
const LEAF_NAME = 'CN=Simulated OOTS common services, O=Nordic-Baltic OOTS testbed';
const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** The directories' signing key, its certificate, and the root that vouches for it. */
export interface IssuedDirectoryCertificate {
  /** ES256 */
  readonly signature: KeyPair;
  /** Base64 DER, leaf only: the root is known beforehand. */
  readonly certificateChain: readonly string[];
  /** PEM */
  readonly root: string;
}

/**
 * Makes a root, has it issue one certificate for signing, and forgets the root's private key.
 *
 * @param validity of root and leaf
 */
export async function issueDirectoryCertificate(validity: {
  readonly from: Date;
  readonly until: Date;
}): Promise<IssuedDirectoryCertificate> {
  const rootKeys = await signingKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: ROOT_NAME,
    notBefore: validity.from,
    notAfter: validity.until,
    signingAlgorithm: P256,
    keys: rootKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });

  const leafKeys = await signingKeys();
  const leaf = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: LEAF_NAME,
    issuer: root.subject,
    notBefore: validity.from,
    notAfter: validity.until,
    signingAlgorithm: P256,
    publicKey: leafKeys.publicKey,
    signingKey: rootKeys.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      await AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });

  const publicJwk = await exportJWK(leafKeys.publicKey);
  return {
    signature: {
      kid: `directory-${(await calculateJwkThumbprint(publicJwk)).slice(0, 16)}`,
      alg: 'ES256',
      privateJwk: await exportJWK(leafKeys.privateKey),
      publicJwk,
    },
    certificateChain: [Buffer.from(leaf.rawData).toString('base64')],
    root: root.toString('pem'),
  };
}

function signingKeys() {
  return crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
}

/** 16 random octets of which the first is positive, as X.509 wants them. */
function serialNumber(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  octets[0] = 0x40 | ((octets[0] ?? 0) & 0x3f);
  return Buffer.from(octets).toString('hex');
}
