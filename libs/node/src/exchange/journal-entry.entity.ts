import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A message as it travelled, for the twelve months of the log: header and first part, never the evidence itself, of which
 * the digest stands here. @see TDD 4.8, Reg. (EU) 2022/1463 art. 17(1)(b)
 */
@Entity({ name: 'message_journal' })
export class JournalEntryEntity {
  @PrimaryColumn('text', { name: 'message_id' }) readonly messageId!: string;
  @PrimaryColumn('text') readonly direction!: 'in' | 'out';
  @Column('text') readonly action!: string;
  @Column('uuid', { name: 'conversation_id' }) readonly conversationId!: string;
  @Column('uuid', { name: 'exchange_id', nullable: true }) readonly exchangeId!: string | null;
  @Column('text') readonly counterpart!: string;
  @Column('timestamptz') readonly at!: Date;
  @Column('text') readonly header!: string;
  /** The RegRep document, sealed. */
  @Column('bytea') readonly body!: Buffer;
  /** Content id, media type and SHA-256 of every part, in order. */
  @Column('jsonb') readonly parts!: readonly { contentId: string; mimeType: string; digest: string }[];
}
