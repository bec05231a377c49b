import { Injectable } from '@nestjs/common';
import { type AuditDetail, type AuditEvent, AuditLog, type AuditEventType, type AuditRole } from '@oots/audit';
import type { PolicyDecision } from '@oots/consent';
import {
  type Agent,
  type EbmsHeader,
  type EvidenceRequest,
  type Notification,
  type OrganisationIdentifier,
} from '@oots/edm';
import type { EntityManager } from 'typeorm';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { exchangeFields, type LoggedMessage, messageFields, requestFields } from './audit-fields.js';
import type { CaseFileEntity } from './case-file.entity.js';
import type { ExchangeEntity } from './exchange.entity.js';
import type { PostedMessage } from './outgoing-messages.js';
import { referenceTo, type StoredSubject } from './subject-claims.js';

/** What the provider let go of, and on which ground. */
export interface Release {
  readonly evidenceRequest: EvidenceRequest;
  readonly evidenceType: string;
  readonly usageReference: string;
  readonly evidenceId: string;
  readonly responseId: string;
  readonly disclosed: readonly string[];
  readonly omitted: readonly string[];
  readonly permission?: { readonly rule: string; readonly version: string };
}

/** Every entry that an exchange leaves in the node's log, each written in the transaction of what it tells. @see TDD 4.8 */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly log: AuditLog,
  ) {}

  caseOpened(caseFile: CaseFileEntity, authority: Agent, transaction: EntityManager): Promise<void> {
    return this.append('case-opened', 'requester', authority.identifier, this.aboutCase(caseFile), transaction);
  }

  noticeGiven(caseFile: CaseFileEntity, authority: Agent, transaction: EntityManager): Promise<void> {
    const { noticeId, noticeDigest } = caseFile;
    if (noticeId === null || noticeDigest === null) return Promise.resolve();
    const notice = { notice: { identifier: noticeId, digest: noticeDigest } };
    return this.append(
      'notice-given',
      'requester',
      authority.identifier,
      { ...this.aboutCase(caseFile), ...notice },
      transaction,
    );
  }

  requestSent(
    sent: {
      exchange: ExchangeEntity;
      evidenceRequest: EvidenceRequest;
      posted: PostedMessage;
      decision: PolicyDecision;
    },
    transaction: EntityManager,
  ): Promise<void> {
    const { exchange, evidenceRequest, posted, decision } = sent;
    return this.append(
      'request-sent',
      'requester',
      evidenceRequest.requester.identifier,
      {
        ...messageFields(posted),
        ...requestFields(evidenceRequest, this.surroundings.pseudonyms),
        counterpart: { country: exchange.counterpart, organisation: evidenceRequest.provider.identifier },
        evidenceType: exchange.evidenceType,
        mode: exchange.mode,
        purpose: decision.purpose.code,
        policy: { rule: decision.rule, version: decision.tableVersion },
      },
      transaction,
    );
  }

  /** A further request of an exchange: after a link, a refusal of the specification, a deferral. */
  requestSentAgain(
    exchange: ExchangeEntity,
    evidenceRequest: EvidenceRequest,
    posted: PostedMessage,
    transaction: EntityManager,
  ): Promise<void> {
    return this.append(
      'request-sent',
      'requester',
      evidenceRequest.requester.identifier,
      {
        ...messageFields(posted),
        ...requestFields(evidenceRequest, this.surroundings.pseudonyms),
        counterpart: { country: exchange.counterpart, organisation: evidenceRequest.provider.identifier },
        evidenceType: exchange.evidenceType,
        mode: exchange.mode,
        policy: { rule: exchange.policyRule, version: exchange.policyVersion },
      },
      transaction,
    );
  }

  requestReceived(
    message: LoggedMessage,
    evidenceRequest: EvidenceRequest,
    counterpart: string,
    transaction: EntityManager,
  ): Promise<void> {
    return this.append(
      'request-received',
      'provider',
      evidenceRequest.provider.identifier,
      {
        ...messageFields(message),
        ...requestFields(evidenceRequest, this.surroundings.pseudonyms),
        counterpart: { country: counterpart, organisation: evidenceRequest.requester.identifier },
      },
      transaction,
    );
  }

  /** Stands before the answer in the transaction: nothing leaves that is not in the log. */
  evidenceReleased(
    release: Release,
    header: EbmsHeader,
    counterpart: string,
    transaction: EntityManager,
  ): Promise<void> {
    const { evidenceRequest, permission, disclosed, omitted } = release;
    const requested = requestFields(evidenceRequest, this.surroundings.pseudonyms).attributes?.requested;
    return this.append(
      'evidence-released',
      'provider',
      evidenceRequest.provider.identifier,
      {
        ...requestFields(evidenceRequest, this.surroundings.pseudonyms),
        ...exchangeFields(header),
        counterpart: { country: counterpart, organisation: evidenceRequest.requester.identifier },
        evidenceType: release.evidenceType,
        responseId: release.responseId,
        usageReference: release.usageReference,
        attributes: { disclosed, omitted, ...(requested === undefined ? {} : { requested }) },
        ...(permission === undefined ? {} : { policy: permission }),
        detail: { evidenceId: release.evidenceId },
      },
      transaction,
    );
  }

  /** The evidence was found and may leave, at a date. */
  deferralSent(
    deferral: Pick<Release, 'evidenceRequest' | 'evidenceType' | 'usageReference' | 'responseId'>,
    header: EbmsHeader,
    counterpart: string,
    transaction: EntityManager,
  ): Promise<void> {
    const { evidenceRequest, evidenceType, usageReference, responseId } = deferral;
    return this.append(
      'deferral-sent',
      'provider',
      evidenceRequest.provider.identifier,
      {
        ...requestFields(evidenceRequest, this.surroundings.pseudonyms),
        ...exchangeFields(header),
        counterpart: { country: counterpart, organisation: evidenceRequest.requester.identifier },
        evidenceType,
        responseId,
        usageReference,
      },
      transaction,
    );
  }

  /** @param internal what really was the reason; stays in this log, whatever the other side is told */
  refusalSent(
    refusal: {
      readonly authority: OrganisationIdentifier;
      readonly header: EbmsHeader;
      readonly counterpart: string;
      readonly code: string;
      readonly rule?: string;
      readonly internal?: string;
      readonly subject?: StoredSubject;
      readonly requestId?: string;
      readonly responseId: string;
    },
    transaction: EntityManager,
  ): Promise<void> {
    const { rule, internal, subject, requestId } = refusal;
    const detail: AuditDetail = {
      ...(rule === undefined ? {} : { rule }),
      ...(internal === undefined ? {} : { reason: internal }),
    };
    return this.append(
      'refusal-sent',
      'provider',
      refusal.authority,
      {
        ...exchangeFields(refusal.header),
        counterpart: { country: refusal.counterpart },
        code: refusal.code,
        responseId: refusal.responseId,
        detail,
        ...(requestId === undefined ? {} : { requestId }),
        ...(subject === undefined ? {} : { subjectRef: referenceTo(subject, this.surroundings.pseudonyms) }),
      },
      transaction,
    );
  }

  /** Something the requester learned about one of its exchanges. */
  exchangeProgressed(
    type: Extract<
      AuditEventType,
      | 'response-received'
      | 'deferral-received'
      | 'error-received'
      | 'late-answer-discarded'
      | 'exchange-timed-out'
      | 'evidence-used'
      | 'evidence-discarded'
      | 'message-undelivered'
    >,
    exchange: ExchangeEntity,
    progress: { readonly message?: LoggedMessage; readonly detail?: AuditDetail; readonly code?: string },
    transaction: EntityManager,
  ): Promise<void> {
    const { message, detail, code } = progress;
    const { usageReference, responseId, disclosedAttributes, requestedAttributes } = exchange;
    return this.append(
      type,
      'requester',
      this.surroundings.profile.intermediary.identifier,
      {
        exchangeId: exchange.id,
        conversationId: exchange.conversationId,
        requestId: exchange.requestId,
        counterpart: { country: exchange.counterpart },
        evidenceType: exchange.evidenceType,
        ...(message === undefined ? {} : messageFields(message)),
        ...(usageReference === null ? {} : { usageReference }),
        ...(responseId === null ? {} : { responseId }),
        ...(disclosedAttributes === null
          ? {}
          : {
              attributes: {
                disclosed: disclosedAttributes,
                ...(requestedAttributes === null ? {} : { requested: requestedAttributes }),
              },
            }),
        ...(code === undefined ? {} : { code }),
        ...(detail === undefined ? {} : { detail }),
      },
      transaction,
    );
  }

  notification(
    direction: 'sent' | 'received',
    message: LoggedMessage,
    notification: Notification,
    counterpart: string,
    transaction: EntityManager,
  ): Promise<void> {
    const requestId = notification.events[0]?.requestId;
    return this.append(
      `notification-${direction}`,
      direction === 'sent' ? 'provider' : 'requester',
      this.surroundings.profile.intermediary.identifier,
      {
        ...messageFields(message),
        counterpart: { country: counterpart },
        ...(requestId === undefined ? {} : { requestId }),
      },
      transaction,
    );
  }

  registerUpdated(
    update: {
      readonly authority: OrganisationIdentifier;
      readonly register: string;
      readonly subject: StoredSubject;
      readonly conversationId: string;
    },
    transaction: EntityManager,
  ): Promise<void> {
    return this.append(
      'register-updated',
      'provider',
      update.authority,
      {
        conversationId: update.conversationId,
        subjectRef: referenceTo(update.subject, this.surroundings.pseudonyms),
        detail: { register: update.register },
      },
      transaction,
    );
  }

  /** A message that had no effect, or could not get where it should. */
  messageEvent(
    type: Extract<
      AuditEventType,
      'duplicate-received' | 'message-unreadable' | 'message-parked' | 'security-violation' | 'message-undelivered'
    >,
    event: {
      readonly header?: EbmsHeader;
      readonly messageId?: string;
      readonly counterpart?: string;
      readonly code?: string;
      readonly detail?: AuditDetail;
      readonly partDigests?: readonly string[];
    },
    transaction: EntityManager,
  ): Promise<void> {
    const { header, messageId, counterpart, code, detail, partDigests } = event;
    return this.append(
      type,
      'node',
      this.surroundings.profile.intermediary.identifier,
      {
        ...(header === undefined ? {} : exchangeFields(header)),
        ...(messageId === undefined ? {} : { messageId }),
        ...(counterpart === undefined ? {} : { counterpart: { country: counterpart } }),
        ...(code === undefined ? {} : { code }),
        ...(detail === undefined ? {} : { detail }),
        ...(partDigests === undefined ? {} : { partDigests }),
      },
      transaction,
    );
  }

  /** The other access point's signed word that it holds what this node sent. */
  receiptStored(
    receipt: {
      readonly messageId: string;
      readonly conversationId: string;
      readonly exchangeId?: string;
      readonly counterpart: string;
      readonly kid: string;
    },
    transaction: EntityManager,
  ): Promise<void> {
    const { messageId, conversationId, exchangeId, counterpart, kid } = receipt;
    return this.append(
      'receipt-stored',
      'node',
      this.surroundings.profile.intermediary.identifier,
      {
        messageId,
        conversationId,
        ...(exchangeId === undefined ? {} : { exchangeId }),
        counterpart: { country: counterpart },
        detail: { kid },
      },
      transaction,
    );
  }

  nodeEvent(type: 'node-started' | 'node-stopped', transaction: EntityManager): Promise<void> {
    return this.append(type, 'node', this.surroundings.profile.intermediary.identifier, {}, transaction);
  }

  private async append(
    type: AuditEventType,
    role: AuditRole,
    organisation: OrganisationIdentifier,
    event: Omit<AuditEvent, 'type' | 'actor'>,
    transaction: EntityManager,
  ): Promise<void> {
    await this.log.append({ type, actor: { organisation, role }, ...event }, transaction);
  }

  private aboutCase(caseFile: CaseFileEntity): Omit<AuditEvent, 'type' | 'actor'> {
    return {
      conversationId: caseFile.conversationId,
      procedure: caseFile.procedure,
      subjectRef: referenceTo(
        this.surroundings.seal.open(caseFile.subject) as StoredSubject,
        this.surroundings.pseudonyms,
      ),
    };
  }
}
