import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '@oots/edm';
import type { OwnKeys } from '../envelope/keys.js';
import { signStatement } from '../envelope/signed-statement.js';
import { TRANSPORT_HEADERS } from '../envelope/transport-headers.js';
import type { InboundMessage } from '../inbound/inbound-message.js';
import { topicsOf } from '../topics.js';
import type { Transport } from '../transport.js';
import type { ReceiptStatement } from './receipt.js';

export interface ReceiptsDependencies {
  readonly database: DataSource;
  readonly transport: Transport;
  readonly ownKeys: OwnKeys;
  readonly clock: Clock;
}

/** The receiving access point's word that it holds a message. @see eDelivery AS4 profile, non-repudiation of receipt */
export class Receipts {
  constructor(private readonly dependencies: ReceiptsDependencies) {}

  /**
   * Signs and stores the receipt, in the transaction that claims the message.
   *
   * @returns compact JWS
   */
  async issue(message: InboundMessage, transaction: EntityManager): Promise<string> {
    const { ownKeys, clock } = this.dependencies;
    const receipt: ReceiptStatement = {
      messageId: message.header.messageId,
      from: ownKeys.accessPoint,
      to: message.sender.accessPoint,
      digests: message.digests,
      receivedAt: message.receivedAt.toISOString(),
    };
    const jws = await signStatement('oots-receipt', receipt, ownKeys);
    await transaction.query(
      'INSERT INTO issued_receipt (message_id, sender_access_point, jws, issued_at) VALUES ($1, $2, $3, $4)',
      [receipt.messageId, receipt.to.value, jws, clock.now()],
    );
    return jws;
  }

  /**
   * Sends the stored receipt to the sender's signals topic, the same one each time. Its loss is harmless: the sender sends
   * the message again and is answered with it.
   *
   * @returns false when none is stored: the message has not been handled
   * @throws {TransportUnavailable}
   */
  async send({ header, sender }: InboundMessage): Promise<boolean> {
    const { database, transport, ownKeys } = this.dependencies;
    const [stored] = await database.query<{ readonly jws: string }[]>(
      'SELECT jws FROM issued_receipt WHERE message_id = $1 AND sender_access_point = $2',
      [header.messageId, sender.accessPoint.value],
    );
    if (stored === undefined) return false;
    await transport.send(topicsOf(sender.country).signals, {
      key: header.conversationId,
      headers: {
        [TRANSPORT_HEADERS.messageId]: header.messageId,
        [TRANSPORT_HEADERS.sender]: ownKeys.accessPoint.value,
      },
      value: Buffer.from(stored.jws, 'ascii'),
    });
    return true;
  }
}
