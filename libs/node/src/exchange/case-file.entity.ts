import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequirementPlan } from '../requester/requirement-plan.js';

/** `collecting` while evidence may still come, `ready` to be looked at, `decided` by a case handler or by the law's own rule. */
export type CaseState = 'collecting' | 'ready' | 'decided';

/** One case of a procedure at an authority of this country. One conversation of the network belongs to it. */
@Entity({ name: 'case_file' })
export class CaseFileEntity {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'conversation_id' }) readonly conversationId!: string;
  @Column('text') readonly procedure!: string;
  @Column('text', { nullable: true }) readonly form!: string | null;
  @Column('text', { name: 'authority_id' }) readonly authorityId!: string;
  @Column('text', { name: 'provider_country' }) readonly providerCountry!: string;
  @Column('text') state!: CaseState;
  @Column('text', { name: 'notice_id', nullable: true }) readonly noticeId!: string | null;
  /** `sha256:` and the hex digest of the text that the person was shown. */
  @Column('text', { name: 'notice_digest', nullable: true }) readonly noticeDigest!: string | null;
  @Column('text', { nullable: true }) readonly language!: string | null;
  /** Whether the person asked for the evidence. */
  @Column('boolean', { name: 'explicit_request' }) readonly explicitRequest!: boolean;
  /** How each requirement is proven, and how else it could be. */
  @Column('jsonb') plans!: readonly RequirementPlan[];
  /** Event that this case follows up, where a notification opened it. */
  @Column('text', { name: 'follows_notification', nullable: true }) readonly followsNotification!: string | null;
  @Column('timestamptz', { name: 'opened_at' }) readonly openedAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  /** Who the case is about, sealed. */
  @Column('bytea') readonly subject!: Buffer;
  /** The pre-filled form with its provenance, sealed. */
  @Column('bytea', { name: 'filled_form', nullable: true }) filledForm!: Buffer | null;
}
