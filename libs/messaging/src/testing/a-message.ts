import { ConversationId, MessageId, randomIdentifiers, type MimePart } from '@oots/edm';
import { aHeader } from '@oots/edm/testing';
import type { OutboundMessage } from '../outbox/outbox.js';
import { testAccessPointOf } from './test-keys.js';

/** A message between access points of tests, under new ids unless told. */
export function aMessage(
  from: string,
  to: string,
  header: Partial<OutboundMessage['header']> = {},
  bytes: Uint8Array = Buffer.from('<query:QueryRequest/>'),
): OutboundMessage {
  const domain = `${from.toLowerCase()}.oots.example`;
  const part: MimePart = { contentId: `request@${domain}`, mimeType: 'application/x-ebrs+xml', bytes };
  return {
    header: aHeader({
      messageId: MessageId.mint(randomIdentifiers, domain),
      conversationId: ConversationId.mint(randomIdentifiers),
      from: testAccessPointOf(from),
      to: testAccessPointOf(to),
      parts: [{ contentId: part.contentId, mimeType: part.mimeType }],
      ...header,
    }),
    parts: [part],
  };
}
