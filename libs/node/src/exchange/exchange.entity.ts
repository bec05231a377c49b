import type { ExchangeMode, LegalBasis, PlainCourse } from '@oots/consent';
import type { OrganisationIdentifier } from '@oots/edm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Where the requesting side of one exchange stands. `requested` and `preview-required` wait for the other side, `deferred`
 * for a date that the provider named; everything else is final. `unavailable`: the provider put it off too far or too often.
 */
export type ExchangeState =
  | 'requested'
  | 'preview-required'
  | 'deferred'
  | 'delivered'
  | 'refused'
  | 'unavailable'
  | 'timed-out'
  | 'undelivered'
  | 'invalid-answer';

/** States in which an answer may still come. */
export const OPEN_STATES: readonly ExchangeState[] = ['requested', 'preview-required'];

/** States in which evidence may still come. */
export const UNFINISHED_STATES: readonly ExchangeState[] = [...OPEN_STATES, 'deferred'];

/** How the request may be made once more where the provider turns out not to speak the background profile. */
export type Fallback = PlainCourse;

/** One piece of evidence asked for, seen from the requester. Its id is the `ExchangeId` of every message. @see TDD 4.4 */
@Entity({ name: 'exchange' })
export class ExchangeEntity {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'conversation_id' }) readonly conversationId!: string;
  @Column('uuid', { name: 'case_id' }) readonly caseId!: string;
  /** Of the last request sent: every further request of the exchange has a new one. */
  @Column('text', { name: 'request_id' }) requestId!: string;
  /** Of the requests before: an answer to one of them comes too late. */
  @Column('jsonb', { name: 'earlier_requests' }) earlierRequests!: readonly string[];
  @Column('text') state!: ExchangeState;
  /** Country of the provider. */
  @Column('text') readonly counterpart!: string;
  @Column('jsonb') readonly provider!: OrganisationIdentifier;
  @Column('text', { name: 'provider_name' }) readonly providerName!: string;
  @Column('jsonb', { name: 'provider_access_point' }) readonly providerAccessPoint!: OrganisationIdentifier;
  @Column('text', { name: 'evidence_type' }) readonly evidenceType!: string;
  @Column('text') readonly classification!: string;
  /** Of the last request sent. */
  @Column('text') specification!: string;
  /** How the last request was sent; by law without a preview, or interactive. */
  @Column('text') mode!: ExchangeMode;
  /** Null where there is none, and once it was used. */
  @Column('text', { nullable: true }) fallback!: Fallback | null;
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
  /** When the provider says that the evidence can be asked for again. */
  @Column('timestamptz', { name: 'available_at', nullable: true }) availableAt!: Date | null;
  /** How often the provider put it off. */
  @Column('integer') deferrals!: number;
  /** The evidence that arrived, sealed. */
  @Column('bytea', { nullable: true }) evidence!: Buffer | null;
}
