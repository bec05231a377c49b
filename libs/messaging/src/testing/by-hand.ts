import { writeEbmsHeader, writeMime } from '@oots/edm';
import type { OwnKeys, TrustedPeerKey } from '../envelope/keys.js';
import { contentDigests } from '../envelope/manifest.js';
import { seal } from '../envelope/seal.js';
import { signStatement } from '../envelope/signed-statement.js';
import { TRANSPORT_HEADERS } from '../envelope/transport-headers.js';
import type { InboundMessage } from '../inbound/inbound-message.js';
import type { OutboundMessage } from '../outbox/outbox.js';
import type { ReceiptStatement } from '../receipts/receipt.js';
import type { TransportMessage } from '../transport.js';

/** What an access point does, step by step and without a database: for a peer that a test leads by the hand. */

export { open as openByHand } from '../envelope/open.js';

/** @param headerXml in the place of the header as this code would write it */
export function sealByHand(
  { header, parts }: OutboundMessage,
  by: OwnKeys,
  recipient: TrustedPeerKey,
  headerXml = writeEbmsHeader(header),
): Promise<TransportMessage> {
  const mime = { header: headerXml, parts };
  const { messageId, conversationId, to } = header;
  return seal(
    { messageId, conversationId, to, content: writeMime(mime), digests: contentDigests(mime) },
    by,
    recipient,
  );
}

/** @returns the receipt, ready for the sender's signals topic */
export async function receiptByHand(message: InboundMessage, by: OwnKeys): Promise<TransportMessage> {
  const { header, sender, digests, receivedAt } = message;
  const receipt: ReceiptStatement = {
    messageId: header.messageId,
    from: by.accessPoint,
    to: sender.accessPoint,
    digests,
    receivedAt: receivedAt.toISOString(),
  };
  const jws = await signStatement('oots-receipt', receipt, by);
  return {
    key: header.conversationId,
    headers: {
      [TRANSPORT_HEADERS.messageId]: header.messageId,
      [TRANSPORT_HEADERS.sender]: by.accessPoint.value,
    },
    value: Buffer.from(jws, 'ascii'),
  };
}
