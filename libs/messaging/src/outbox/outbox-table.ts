import type { DataSource, EntityManager } from 'typeorm';
import type { ManifestPart } from '../envelope/manifest.js';
import type { UndeliveredMessage } from '../inbound/journals.js';
import type { RelaySettings } from './relay-settings.js';

/** One message that this relay has taken. */
export interface DueMessage {
  readonly message_id: string;
  readonly conversation_id: string;
  readonly recipient_scheme: string;
  readonly recipient_access_point: string;
  readonly state: 'waiting' | 'sent';
  readonly content: Buffer;
  readonly header_digest: string;
  readonly parts: readonly ManifestPart[];
  /** Whether a later message of the conversation waits for this one. */
  readonly followed: boolean;
}

/** What relays ask of the table. Several may ask at once: each row goes to one of them. */
export class OutboxTable {
  constructor(
    private readonly database: DataSource,
    private readonly settings: RelaySettings,
  ) {}

  /**
   * Takes the messages that are due and puts off their next attempt in the same statement, so that a relay that dies with
   * them in hand loses nothing: they are due again. A message waits while an earlier one of its conversation has not left.
   * Rows are looked for by what they are, never from a high-water mark: they become visible in another order than they are
   * numbered.
   */
  async takeDue(now: Date): Promise<readonly DueMessage[]> {
    const { firstResend, longestResend, giveUpAfter, batch } = this.settings;
    const [due] = await this.database.query<[DueMessage[], number]>(
      `UPDATE outbox SET
         attempts = outbox.attempts + 1,
         next_attempt_at = $1::timestamptz
           + make_interval(secs => LEAST($2::float8 * power(2, LEAST(outbox.attempts, 30)), $3::float8) / 1000)
       FROM (
         SELECT message_id FROM outbox candidate
         WHERE state IN ('waiting', 'sent') AND next_attempt_at <= $1 AND posted_at > $4
           AND NOT (state = 'waiting' AND EXISTS (
             SELECT 1 FROM outbox earlier
             WHERE earlier.conversation_id = candidate.conversation_id AND earlier.state = 'waiting'
               AND earlier.recipient_access_point = candidate.recipient_access_point
               AND earlier.sequence < candidate.sequence))
         ORDER BY sequence LIMIT $5 FOR UPDATE SKIP LOCKED
       ) taken
       WHERE outbox.message_id = taken.message_id
       RETURNING outbox.message_id, conversation_id, recipient_scheme, recipient_access_point, state, content, header_digest,
         parts, EXISTS (
           SELECT 1 FROM outbox later
           WHERE later.conversation_id = outbox.conversation_id AND later.state = 'waiting'
             AND later.sequence > outbox.sequence) AS followed`,
      [now, firstResend, longestResend, new Date(now.getTime() - giveUpAfter), batch],
    );
    return due;
  }

  /** Leaves alone what its receipt has overtaken. */
  async markSent(messageIds: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `UPDATE outbox SET state = 'sent', first_sent_at = $2 WHERE message_id = ANY($1) AND state = 'waiting'`,
      [messageIds, now],
    );
  }

  /**
   * Settles the messages whose time is over.
   *
   * @param onUndelivered in the transaction that settles
   */
  async giveUp(
    now: Date,
    onUndelivered: (message: UndeliveredMessage, transaction: EntityManager) => Promise<void>,
  ): Promise<number> {
    return this.database.transaction(async (transaction) => {
      const [rows] = await transaction.query<[GivenUp[], number]>(
        `UPDATE outbox SET state = 'undelivered', content = NULL, settled_at = $1
         FROM (
           SELECT message_id FROM outbox WHERE state IN ('waiting', 'sent') AND posted_at <= $2
           ORDER BY sequence LIMIT $3 FOR UPDATE SKIP LOCKED
         ) expired
         WHERE outbox.message_id = expired.message_id
         RETURNING outbox.message_id, conversation_id, action, recipient_access_point, attempts, posted_at`,
        [now, new Date(now.getTime() - this.settings.giveUpAfter), this.settings.batch],
      );
      for (const row of rows) await onUndelivered(undelivered(row), transaction);
      return rows.length;
    });
  }

  /** @returns when the oldest message without receipt was posted */
  async oldestUnsettled(): Promise<Date | undefined> {
    const [row] = await this.database.query<{ posted_at: Date | null }[]>(
      `SELECT min(posted_at) AS posted_at FROM outbox WHERE state IN ('waiting', 'sent')`,
    );
    return row?.posted_at ?? undefined;
  }
}

interface GivenUp {
  readonly message_id: string;
  readonly conversation_id: string;
  readonly action: string;
  readonly recipient_access_point: string;
  readonly attempts: number;
  readonly posted_at: Date;
}

function undelivered(row: GivenUp): UndeliveredMessage {
  return {
    messageId: row.message_id,
    conversationId: row.conversation_id,
    action: row.action,
    to: row.recipient_access_point,
    attempts: row.attempts,
    postedAt: row.posted_at,
  };
}
