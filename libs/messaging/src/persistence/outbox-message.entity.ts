import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ManifestPart } from '../envelope/manifest.js';

/** How far a message has come: `sent` waits for its receipt. The last two are final. */
export type OutboxState = 'waiting' | 'sent' | 'received' | 'undelivered';

/** A message to another access point, from the transaction that decided it to the receipt and after. */
@Entity('outbox')
export class OutboxMessage {
  @PrimaryColumn('text', { name: 'message_id' })
  readonly messageId!: string;

  /** Order of posting; says nothing about the order of commits. */
  @Column({ type: 'bigint', insert: false, update: false })
  readonly sequence!: string;

  @Column({ type: 'text', name: 'conversation_id', update: false })
  readonly conversationId!: string;

  @Column({ type: 'text', update: false })
  readonly action!: string;

  @Column({ type: 'text', name: 'recipient_scheme', update: false })
  readonly recipientScheme!: string;

  @Column({ type: 'text', name: 'recipient_access_point', update: false })
  readonly recipientAccessPoint!: string;

  @Column('text')
  readonly state!: OutboxState;

  /** The MIME message, as {@link ContentAtRest} keeps it; gone once the message is received or given up. */
  @Column({ type: 'bytea', nullable: true })
  readonly content!: Buffer | null;

  /** `sha256:<hex>` */
  @Column({ type: 'text', name: 'header_digest', update: false })
  readonly headerDigest!: string;

  @Column({ type: 'jsonb', update: false })
  readonly parts!: readonly ManifestPart[];

  @Column({ type: 'timestamptz', name: 'posted_at', update: false })
  readonly postedAt!: Date;

  @Column('integer')
  readonly attempts!: number;

  @Column({ type: 'timestamptz', name: 'next_attempt_at' })
  readonly nextAttemptAt!: Date;

  @Column({ type: 'timestamptz', name: 'first_sent_at', nullable: true })
  readonly firstSentAt!: Date | null;

  /** Compact JWS of the receiving access point. */
  @Column({ type: 'text', nullable: true })
  readonly receipt!: string | null;

  /** When the receipt was accepted, or the message given up. */
  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  readonly settledAt!: Date | null;
}
