import { compactDecrypt, decodeProtectedHeader, errors, type ProtectedHeaderParameters } from 'jose';
import { readEbmsHeader, readMime, UnreadableMessage, type HeaderReading, type MimeMessage } from '@oots/edm';
import type { InboundMessage } from '../inbound/inbound-message.js';
import type { TransportMessage } from '../transport.js';
import { DEFAULT_ENVELOPE_LIMITS, type EnvelopeLimits } from './envelope-limits.js';
import { unframe } from './frame.js';
import type { OwnKeys, PeerKeys, TrustedPeerKey } from './keys.js';
import {
  contentDigests,
  messageDigests,
  readManifest,
  sameDigests,
  sameOrganisation,
  type ContentDigests,
  type Manifest,
} from './manifest.js';
import { SecurityViolation, type SecurityViolationCode } from './security-violation.js';
import { verifyStatement } from './signed-statement.js';
import { ENVELOPE_VERSION, TRANSPORT_HEADERS } from './transport-headers.js';

/**
 * Opens what {@link seal} made, in this order: size, version, decryption, signature and its key, manifest, content, header.
 * Nothing is parsed before its signature holds, but the framing.
 *
 * @param at when the message is received
 * @throws {SecurityViolation} the message must have no effect
 */
export async function open(
  { headers, value }: TransportMessage,
  own: OwnKeys,
  peers: Pick<PeerKeys, 'signingKey'>,
  at: Date,
  limits: EnvelopeLimits = DEFAULT_ENVELOPE_LIMITS,
): Promise<InboundMessage> {
  if (value.byteLength > limits.maxSealedBytes) throw new SecurityViolation('oversize', `${value.byteLength} bytes`);
  const version = headers[TRANSPORT_HEADERS.version];
  if (version !== ENVELOPE_VERSION) throw new SecurityViolation('unknown-envelope-version', 'not understood');
  const framed = unframe(await decrypted(Buffer.from(value).toString('ascii'), own));
  if (framed === undefined) throw new SecurityViolation('malformed-envelope', 'no frame');

  const { statement, signer } = await verifyStatement('oots-manifest', framed.signature, peers, at);
  const manifest = readManifest(statement);
  const proven = { kid: signer.kid, country: signer.country };
  if (manifest === undefined) throw new SecurityViolation('malformed-envelope', 'no manifest', proven);
  const violation = (code: SecurityViolationCode, detail: string): SecurityViolation =>
    new SecurityViolation(code, detail, { ...proven, messageId: manifest.messageId });

  if (!sameOrganisation(manifest.from, signer.accessPoint)) throw violation('wrong-sender', 'manifest');
  if (!sameOrganisation(manifest.to, own.accessPoint)) throw violation('wrong-recipient', 'manifest');
  const message = readContent(framed.content, limits, violation);
  const digests = contentDigests(message);
  if (!sameContent(digests, manifest)) throw violation('content-altered', 'digests');
  return inboundMessage(message, messageDigests(digests), { manifest, signer, own, at, violation });
}

async function decrypted(jwe: string, own: OwnKeys): Promise<Uint8Array> {
  let header: ProtectedHeaderParameters;
  try {
    header = decodeProtectedHeader(jwe);
  } catch {
    throw new SecurityViolation('malformed-envelope', 'no JWE');
  }
  const key = own.encryption.find(({ kid }) => kid === header.kid);
  if (key === undefined) throw new SecurityViolation('wrong-recipient', 'encrypted to a key that is not held here');
  // Compression would let a small envelope become a large one.
  if ('zip' in header) throw new SecurityViolation('malformed-envelope', 'compressed');
  try {
    const { plaintext } = await compactDecrypt(jwe, key.privateKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return plaintext;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw new SecurityViolation('undecryptable', error.code);
  }
}

type Violation = (code: SecurityViolationCode, detail: string) => SecurityViolation;

function readContent(content: Uint8Array, limits: EnvelopeLimits, violation: Violation): MimeMessage {
  try {
    return readMime(content, { maxBytes: limits.maxSealedBytes, maxParts: limits.maxParts });
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    throw violation('unreadable-content', error.reason);
  }
}

function sameContent(digests: ContentDigests, manifest: Manifest): boolean {
  return (
    sameDigests(digests, manifest) &&
    digests.parts.every(({ mimeType }, index) => mimeType === manifest.parts[index]?.mimeType)
  );
}

interface Provenance {
  readonly manifest: Manifest;
  readonly signer: TrustedPeerKey;
  readonly own: OwnKeys;
  readonly at: Date;
  readonly violation: Violation;
}

function inboundMessage(
  { header: headerXml, parts }: MimeMessage,
  digests: InboundMessage['digests'],
  { manifest, signer, own, at, violation }: Provenance,
): InboundMessage {
  const { legible: header, findings } = readHeader(headerXml, violation);
  if (header === undefined) throw violation('unreadable-header', findings.map(({ rule }) => rule).join(' '));
  if (!sameOrganisation(header.from, signer.accessPoint)) throw violation('wrong-sender', 'header');
  if (!sameOrganisation(header.to, own.accessPoint)) throw violation('wrong-recipient', 'header');
  if (header.messageId !== manifest.messageId) throw violation('content-altered', 'message id');
  const { accessPoint, country, kid } = signer;
  return {
    header,
    headerFindings: findings,
    headerXml,
    parts,
    sender: { accessPoint, country, kid },
    digests,
    receivedAt: at,
  };
}

function readHeader(headerXml: string, violation: Violation): HeaderReading {
  try {
    return readEbmsHeader(headerXml);
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    throw violation('unreadable-header', error.reason);
  }
}
