import type { LegalBasis } from '@oots/consent';
import type { OrganisationIdentifier } from '@oots/edm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the requesting side of one exchange stands. Everything but `requested` and `preview-required` is final. */
export type ExchangeState =
  | 'requested'
  | 'preview-required'
  | 'delivered'
  | 'deferred'
  | 'refused'
  | 'timed-out'
  | 'undelivered'
  | 'invalid-answer';

/** States from which an answer still settles the exchange. */
export const OPEN_STATES: readonly ExchangeState[] = ['requested', 'preview-required'];

/** One piece of evidence asked for, seen from the requester. Its id is the `ExchangeId` of every message. @see TDD 4.4 */
@Entity({ name: 'exchange' })
export class ExchangeEntity {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'conversation_id' }) readonly conversationId!: string;
  @Column('uuid', { name: 'case_id' }) readonly caseId!: string;
  /** Of the last request sent: a preview's second request has a new one. */
  @Column('text', { name: 'request_id' }) requestId!: string;
  @Column('text') state!: ExchangeState;
  /** Country of the provider. */
  @Column('text') readonly counterpart!: string;
  @Column('jsonb') readonly provider!: OrganisationIdentifier;
  @Column('text', { name: 'provider_name' }) readonly providerName!: string;
  @Column('jsonb', { name: 'provider_access_point' }) readonly providerAccessPoint!: OrganisationIdentifier;
  @Column('text', { name: 'evidence_type' }) readonly evidenceType!: string;
  @Column('text') readonly classification!: string;
  @Column('text') readonly requirement!: string;
  @Column('text') readonly specification!: string;
  @Column('text') readonly mode!: string;
  @Column('text', { name: 'policy_rule' }) readonly policyRule!: string;
  @Column('text', { name: 'policy_version' }) readonly policyVersion!: string;
  /** On which the request was made; later changes of the policy table do not touch it. */
  @Column('jsonb', { name: 'legal_basis' }) readonly legalBasis!: LegalBasis;
  /** Path patterns that were asked for; null: the whole evidence. */
  @Column('jsonb', { name: 'requested_attributes', nullable: true })
  readonly requestedAttributes!: readonly string[] | null;
  @Column('timestamptz', { name: 'opened_at' }) readonly openedAt!: Date;
  @Column('timestamptz', { name: 'deadline_at' }) deadlineAt!: Date;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('text', { name: 'response_id', nullable: true }) responseId!: string | null;
  @Column('uuid', { name: 'usage_reference', nullable: true }) usageReference!: string | null;
  @Column('jsonb', { name: 'disclosed_attributes', nullable: true }) disclosedAttributes!: readonly string[] | null;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('text', { name: 'error_detail', nullable: true }) errorDetail!: string | null;
  @Column('text', { name: 'preview_location', nullable: true }) previewLocation!: string | null;
  /** The evidence that arrived, sealed. */
  @Column('bytea', { nullable: true }) evidence!: Buffer | null;
}
