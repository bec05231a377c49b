import { Injectable } from '@nestjs/common';
import type { PolicyDecision, RenderedNotice } from '@oots/consent';
import {
  type BackgroundBasis,
  type ConversationId,
  EDM_2_0,
  EDM_BACKGROUND_0_1,
  type EvidenceRequest,
  ExchangeId,
  RequestId,
  type Subject,
  writeEvidenceRequest,
} from '@oots/edm';
import type { EntityManager } from 'typeorm';
import type { ProcedureOffer } from '../config/country-profile.js';
import { nameOf } from '../exchange/agents.js';
import { AuditTrail } from '../exchange/audit-trail.js';
import type { CaseFileEntity } from '../exchange/case-file.entity.js';
import { deadline, GRACE_MINUTES } from '../exchange/deadline.js';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { NothingToAskFor } from './case-problems.js';
import { chooseCourse, type Course } from './choose-course.js';
import type { EvidenceNeed } from './evidence-need.js';
import { inProfileA, withPreview } from './plain-request.js';

/** The case that an exchange belongs to. */
export interface RequestingCase {
  readonly caseFile: CaseFileEntity;
  readonly offer: ProcedureOffer;
  readonly subject: Subject;
  /** Whether the person asked for the evidence. */
  readonly explicitRequest: boolean;
  readonly notice: Pick<RenderedNotice, 'identifier' | 'digest'>;
}

/** The requesting side of one exchange, in the order of chapter 4.4. It never waits: the answer is a message. */
@Injectable()
export class RequestEvidence {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly messages: OutgoingMessages,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {NothingToAskFor} when the provider speaks no specification that this node speaks */
  async run(need: EvidenceNeed, requesting: RequestingCase, transaction: EntityManager): Promise<ExchangeEntity> {
    const course = this.courseOf(need, requesting);
    const evidenceRequest = this.phrase(need, requesting, course);
    const exchange = await this.open(need, requesting, course, evidenceRequest, transaction);
    const { service } = need.available;
    const posted = await this.messages.post(
      {
        action: 'ExecuteQueryRequest',
        conversationId: requesting.caseFile.conversationId as ConversationId,
        exchangeId: exchange.id as ExchangeId,
        specification: course.specification,
        originalSender: requesting.offer.authority.identifier,
        finalRecipient: service.publisher.identifier,
        accessPoint: service.accessPoint,
        counterpart: exchange.counterpart,
        document: writeEvidenceRequest(evidenceRequest),
      },
      transaction,
    );
    await this.audit.requestSent({ exchange, evidenceRequest, posted, decision: need.decision }, transaction);
    return exchange;
  }

  private courseOf({ available, decision }: EvidenceNeed, { caseFile, explicitRequest }: RequestingCase): Course {
    const course = chooseCourse(available.service, decision, explicitRequest);
    if (course === undefined) throw new NothingToAskFor(caseFile.procedure, caseFile.providerCountry);
    return course;
  }

  /** As the course has it: the same question in the background profile, in plain 2.0 without preview, or with one. */
  private phrase(need: EvidenceNeed, requesting: RequestingCase, { specification, mode }: Course): EvidenceRequest {
    const question = this.compose(need, requesting);
    if (mode === 'interactive') return withPreview(question);
    return specification === EDM_2_0 ? inProfileA(question) : question;
  }

  private compose(need: EvidenceNeed, requesting: RequestingCase): EvidenceRequest {
    const { profile, clock, identifiers } = this.surroundings;
    const { service, distribution } = need.available;
    const { conformsTo } = distribution;
    return {
      id: RequestId.mint(identifiers),
      specification: EDM_BACKGROUND_0_1,
      issuedAt: clock.now(),
      procedure: requesting.caseFile.procedure,
      possibilityForPreview: false,
      explicitRequestGiven: requesting.explicitRequest,
      requirements: need.requirements,
      requester: { ...requesting.offer.authority, country: profile.country, classification: 'ER' },
      intermediaries: [{ ...profile.intermediary, classification: 'IP' }],
      provider: service.publisher,
      subject: requesting.subject,
      evidenceType: {
        dataServiceId: service.identifier,
        classification: service.classification,
        titles: service.titles,
        distributions: [
          {
            format: distribution.format,
            languages: distribution.languages,
            ...(conformsTo === undefined ? {} : { conformsTo }),
            associatedDocuments: ['HumanReadableVersion'],
          },
        ],
      },
      background: this.basisOf(need.decision, requesting),
    };
  }

  private basisOf(decision: PolicyDecision, { caseFile, notice }: RequestingCase): BackgroundBasis {
    return {
      legalBasis: decision.legalBasis,
      purpose: decision.purpose,
      notice: { identifier: notice.identifier, digest: notice.digest, givenAt: caseFile.openedAt },
      caseReference: caseFile.id,
      ...(decision.paths === undefined ? {} : { requestedAttributes: decision.paths }),
    };
  }

  private async open(
    { available, decision }: EvidenceNeed,
    { caseFile }: RequestingCase,
    course: Course,
    evidenceRequest: EvidenceRequest,
    transaction: EntityManager,
  ): Promise<ExchangeEntity> {
    const { config, identifiers } = this.surroundings;
    const { service } = available;
    const exchange = transaction.create(ExchangeEntity, {
      id: ExchangeId.mint(identifiers),
      conversationId: caseFile.conversationId,
      caseId: caseFile.id,
      requestId: evidenceRequest.id,
      state: 'requested',
      counterpart: caseFile.providerCountry,
      provider: service.publisher.identifier,
      providerName: nameOf(service.publisher),
      providerAccessPoint: service.accessPoint,
      evidenceType: available.evidenceType,
      classification: service.classification,
      specification: evidenceRequest.specification,
      mode: course.mode,
      fallback: course.fallback,
      earlierRequests: [],
      policyRule: decision.rule,
      policyVersion: decision.tableVersion,
      legalBasis: decision.legalBasis,
      // A plain request names no paths: in the preview the person decides about all of it.
      requestedAttributes: decision.mode === 'interactive' ? null : (decision.paths ?? null),
      openedAt: evidenceRequest.issuedAt,
      deadlineAt: deadline(evidenceRequest.issuedAt, config.T1_MINUTES + GRACE_MINUTES),
      settledAt: null,
      responseId: null,
      usageReference: null,
      disclosedAttributes: null,
      errorCode: null,
      errorDetail: null,
      previewLocation: null,
      availableAt: null,
      deferrals: 0,
      evidence: null,
    });
    await transaction.insert(ExchangeEntity, exchange);
    return exchange;
  }
}
