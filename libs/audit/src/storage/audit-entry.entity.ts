import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One entry of the log. `body` is the only thing written; the columns beside it are derived from it by the database, so
 * that what a query finds and what the tree proves cannot differ.
 */
@Entity({ name: 'audit_entry' })
export class AuditEntryRow {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid', update: false })
  readonly entryId!: string;

  /** RFC 8785 form of the `AuditEntry`. */
  @Column({ type: 'text', update: false })
  readonly body!: string;

  @Column({ type: 'text', insert: false, update: false })
  readonly type!: string;

  /** UTC, ISO 8601: sorts as text. */
  @Column({ type: 'text', insert: false, update: false })
  readonly time!: string;

  @Column({ name: 'exchange_id', type: 'text', nullable: true, insert: false, update: false })
  readonly exchangeId!: string | null;

  @Column({ name: 'conversation_id', type: 'text', nullable: true, insert: false, update: false })
  readonly conversationId!: string | null;

  @Column({ name: 'subject_ref', type: 'text', nullable: true, insert: false, update: false })
  readonly subjectRef!: string | null;

  @Column({ name: 'usage_reference', type: 'text', nullable: true, insert: false, update: false })
  readonly usageReference!: string | null;
}
