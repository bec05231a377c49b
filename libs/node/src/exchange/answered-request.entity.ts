import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How this node answered. `in-hand` never outlives its transaction; `awaiting-decision` while a person looks at the preview. */
export type AnswerOutcome = 'in-hand' | 'released' | 'deferred' | 'refused' | 'preview-offered' | 'awaiting-decision';

/** A request that this node processed as provider. A request id is processed once and never again. @see TDD 4.4 */
@Entity({ name: 'answered_request' })
export class AnsweredRequestEntity {
  @PrimaryColumn('text', { name: 'request_id' }) readonly requestId!: string;
  @Column('uuid', { name: 'exchange_id' }) readonly exchangeId!: string;
  @Column('uuid', { name: 'conversation_id' }) readonly conversationId!: string;
  /** Country of the requester. */
  @Column('text') readonly counterpart!: string;
  @Column('text', { name: 'requester_id' }) readonly requesterId!: string;
  @Column('text') readonly procedure!: string;
  @Column('text', { name: 'evidence_type' }) readonly evidenceType!: string;
  @Column('text') outcome!: AnswerOutcome;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('text', { name: 'error_detail', nullable: true }) errorDetail!: string | null;
  @Column('uuid', { name: 'usage_reference', nullable: true }) usageReference!: string | null;
  @Column('text', { name: 'evidence_id', nullable: true }) evidenceId!: string | null;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt!: Date;
  /** The subject's claims as they arrived, sealed: a later notification needs to know whom it is about. */
  @Column('bytea') readonly subject!: Buffer;
}
