import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, inbox and receipts of one access point. */
export class MessagingTables1763900000001 implements MigrationInterface {
  readonly name = 'MessagingTables1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE outbox (
      message_id text PRIMARY KEY,
      sequence bigint GENERATED ALWAYS AS IDENTITY,
      conversation_id text NOT NULL,
      action text NOT NULL,
      recipient_scheme text NOT NULL,
      recipient_access_point text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'sent', 'received', 'undelivered')),
      content bytea,
      header_digest text NOT NULL,
      parts jsonb NOT NULL,
      posted_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      next_attempt_at timestamptz NOT NULL,
      first_sent_at timestamptz,
      receipt text,
      settled_at timestamptz,
      CHECK ((state IN ('waiting', 'sent')) = (content IS NOT NULL)),
      CHECK ((state = 'received') = (receipt IS NOT NULL))
    )`);
    await runner.query(`CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state IN ('waiting', 'sent')`);
    await runner.query(`CREATE INDEX outbox_order ON outbox (conversation_id, sequence) WHERE state = 'waiting'`);
    await runner.query(`CREATE INDEX outbox_conversation ON outbox (conversation_id)`);
    await runner.query(`CREATE TABLE inbox (
      message_id text NOT NULL,
      sender_access_point text NOT NULL,
      claimed_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (message_id, sender_access_point)
    )`);
    await runner.query(`CREATE TABLE issued_receipt (
      message_id text NOT NULL,
      sender_access_point text NOT NULL,
      jws text NOT NULL,
      issued_at timestamptz NOT NULL,
      PRIMARY KEY (message_id, sender_access_point),
      FOREIGN KEY (message_id, sender_access_point) REFERENCES inbox ON DELETE CASCADE
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE issued_receipt, inbox, outbox');
  }
}
