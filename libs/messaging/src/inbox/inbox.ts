import type { EntityManager } from 'typeorm';
import { NO_METRICS, type MessagingMetrics } from '../metrics.js';

/** Which messages this node has handled, written in the transaction that handles them. */
export class Inbox {
  constructor(private readonly metrics: Pick<MessagingMetrics, 'duplicate'> = NO_METRICS) {}

  /**
   * @param messageId chosen by the sender, hence unique for one sending access point only
   * @param senderAccessPoint value of the party identifier that signed the message
   * @returns false when the message was handled before, which is ordinary
   */
  async claim(messageId: string, senderAccessPoint: string, transaction: EntityManager): Promise<boolean> {
    const claimed: unknown[] = await transaction.query(
      `INSERT INTO inbox (message_id, sender_access_point) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING message_id`,
      [messageId, senderAccessPoint],
    );
    if (claimed.length === 1) return true;
    this.metrics.duplicate();
    return false;
  }
}
