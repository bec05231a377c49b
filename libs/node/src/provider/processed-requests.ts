import { Injectable } from '@nestjs/common';
import { EDM_EXCEPTIONS, type EvidenceRequest, Refusal, type RequestId } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import type { EntityManager } from 'typeorm';
import { AnsweredRequestEntity } from '../exchange/answered-request.entity.js';
import { storedSubject } from '../exchange/subject-claims.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { NoEvidence } from './no-evidence.js';

/** A request id that was processed before came in another message. @see TDD 4.4 */
export class ReplayedRequest extends Refusal {
  constructor() {
    super(EDM_EXCEPTIONS.invalidRequest, 'R-EDM-REQ-S004');
  }
}

/** The requests that this node processed as provider, and how each ended. A request id is processed once and never again. */
@Injectable()
export class ProcessedRequests {
  constructor(private readonly surroundings: NodeSurroundings) {}

  /**
   * Takes the request id before anything is done for it. Waits for another transaction that has it in hand.
   *
   * @throws {ReplayedRequest}
   */
  async claim(request: EvidenceRequest, { header, sender }: InboundMessage, transaction: EntityManager): Promise<void> {
    const { clock, profile, seal } = this.surroundings;
    const { classification } = request.evidenceType;
    const offer = profile.offers.find(({ service }) => service.classification === classification);
    const inserted = await transaction
      .createQueryBuilder()
      .insert()
      .into(AnsweredRequestEntity)
      .values({
        requestId: request.id,
        exchangeId: header.exchangeId,
        conversationId: header.conversationId,
        counterpart: sender.country,
        requesterId: request.requester.identifier.value,
        procedure: request.procedure,
        evidenceType: offer?.register.evidenceType ?? classification,
        outcome: 'in-hand',
        errorCode: null,
        errorDetail: null,
        usageReference: null,
        evidenceId: null,
        answeredAt: clock.now(),
        subject: seal.seal(storedSubject(request.subject)),
      })
      .orIgnore()
      .returning('request_id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw new ReplayedRequest();
  }

  released(
    requestId: RequestId,
    account: { readonly usageReference: string; readonly evidenceId: string },
    transaction: EntityManager,
  ): Promise<void> {
    return this.conclude(requestId, { outcome: 'released', ...account }, transaction);
  }

  deferred(requestId: RequestId, usageReference: string, transaction: EntityManager): Promise<void> {
    return this.conclude(requestId, { outcome: 'deferred', usageReference }, transaction);
  }

  refused(requestId: RequestId, refusal: Refusal, transaction: EntityManager): Promise<void> {
    const errorDetail = refusal instanceof NoEvidence ? refusal.internal : refusal.detail;
    const errorCode = refusal.exception.code;
    return this.conclude(requestId, { outcome: 'refused', errorCode, errorDetail }, transaction);
  }

  /** The first request of a preview: the answer is a link. */
  previewOffered(requestId: RequestId, transaction: EntityManager): Promise<void> {
    return this.conclude(requestId, { outcome: 'preview-offered' }, transaction);
  }

  /** The second request of a preview: a person looks. */
  awaitsDecision(requestId: RequestId, transaction: EntityManager): Promise<void> {
    return this.conclude(requestId, { outcome: 'awaiting-decision' }, transaction);
  }

  private async conclude(
    requestId: RequestId,
    conclusion: Partial<AnsweredRequestEntity>,
    transaction: EntityManager,
  ): Promise<void> {
    const answeredAt = this.surroundings.clock.now();
    await transaction.update(AnsweredRequestEntity, { requestId }, { ...conclusion, answeredAt });
  }
}
