import { CompactEncrypt } from 'jose';
import type { OrganisationIdentifier } from '@oots/edm';
import type { TransportMessage } from '../transport.js';
import { frame } from './frame.js';
import type { OwnKeys, TrustedPeerKey } from './keys.js';
import type { ContentDigests, Manifest } from './manifest.js';
import { signStatement } from './signed-statement.js';
import { ENVELOPE_VERSION, TRANSPORT_HEADERS } from './transport-headers.js';

/** A message ready to leave. */
export interface OutgoingMessage {
  readonly messageId: string;
  readonly conversationId: string;
  readonly to: OrganisationIdentifier;
  /** `multipart/related`. */
  readonly content: Uint8Array;
  readonly digests: ContentDigests;
}

/**
 * Signs a manifest of the message as the sending access point and encrypts both to the receiving one: JWS inside, JWE
 * (ECDH-ES, A256GCM) outside.
 *
 * @param recipient encryption key of the receiving access point
 */
export async function seal(
  { messageId, conversationId, to, content, digests }: OutgoingMessage,
  own: OwnKeys,
  recipient: TrustedPeerKey,
): Promise<TransportMessage> {
  const manifest: Manifest = { messageId, from: own.accessPoint, to, header: digests.header, parts: digests.parts };
  const signature = await signStatement('oots-manifest', manifest, own);
  const sealed = await new CompactEncrypt(frame(signature, content))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: recipient.kid, typ: ENVELOPE_VERSION })
    .encrypt(recipient.key);
  return {
    key: conversationId,
    headers: {
      [TRANSPORT_HEADERS.messageId]: messageId,
      [TRANSPORT_HEADERS.version]: ENVELOPE_VERSION,
      [TRANSPORT_HEADERS.sender]: own.accessPoint.value,
    },
    value: Buffer.from(sealed, 'ascii'),
  };
}
