import { Injectable } from '@nestjs/common';
import { EDM_EXCEPTIONS, type EvidenceRequest, type LevelOfAssurance, Refusal } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import type { EntityManager } from 'typeorm';
import type { EvidenceOffer } from '../config/country-profile.js';
import { AuditTrail } from '../exchange/audit-trail.js';
import { deadline } from '../exchange/deadline.js';
import { DroppedMessages } from '../exchange/dropped-messages.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { PreviewSpace } from './preview-space.js';
import { ProcessedRequests, ReplayedRequest } from './processed-requests.js';
import { type AnswerableRequest, readReceivedRequest } from './received-request.js';
import { RefuseRequest } from './refuse-request.js';
import { ReleaseEvidence } from './release-evidence.js';

/**
 * The providing side of one exchange, in the order of chapter 4.4: is it a request, is it new, in time, and ours; may this
 * requester have it; then look at whom it is about. What cannot be released is refused with a message too.
 */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly release: ReleaseEvidence,
    private readonly refuse: RefuseRequest,
    private readonly previews: PreviewSpace,
    private readonly processed: ProcessedRequests,
    private readonly dropped: DroppedMessages,
    private readonly audit: AuditTrail,
    private readonly metrics: NodeMetrics,
  ) {}

  async run(message: InboundMessage, transaction: EntityManager): Promise<void> {
    const received = readReceivedRequest(message);
    if (received === undefined) return this.dropped.unanswerable(message, transaction);
    try {
      await this.answer(received, message, transaction);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.decline(received, error, message, transaction);
    }
  }

  private async answer(
    received: AnswerableRequest,
    message: InboundMessage,
    transaction: EntityManager,
  ): Promise<void> {
    if (received.content instanceof Refusal) throw received.content;
    const request = received.content;
    await this.audit.requestReceived(message, request, message.sender.country, transaction);
    await this.processed.claim(request, message, transaction);
    this.rejectLate(message);
    const offer = this.offerFor(request);
    rejectWeakSignIn(request, offer);

    if (request.preview !== undefined) return this.previews.await(request, message, transaction);
    if (request.possibilityForPreview) return this.previews.offer(request, message, offer, transaction);
    const outcome = await this.release.run(
      { request, offer, header: message.header, counterpart: message.sender.country },
      transaction,
    );
    this.metrics.answered.inc({ outcome, code: '', counterpart: message.sender.country });
  }

  /** T1 counts from the sender's clock. */
  private rejectLate({ header }: InboundMessage): void {
    const { clock, config } = this.surroundings;
    if (clock.now() >= deadline(header.timestamp, config.T1_MINUTES)) throw Refusal.timedOut('T1');
  }

  private offerFor({ evidenceType, provider, specification }: EvidenceRequest): EvidenceOffer {
    const offer = this.surroundings.profile.offers.find(
      ({ service }) => service.identifier === evidenceType.dataServiceId,
    );
    if (
      offer === undefined ||
      offer.service.classification !== evidenceType.classification ||
      offer.service.publisher.identifier.value !== provider.identifier.value
    ) {
      throw new Refusal(EDM_EXCEPTIONS.unresolvedReference, 'R-EDM-REQ-C026');
    }
    // A specification that the service does not announce is refused as by somebody who never heard of it.
    if (!offer.service.conformsTo.includes(specification)) throw Refusal.invalid('R-EDM-REQ-C001');
    const served = offer.service.distributions.map(({ format, conformsTo }) => `${format} ${conformsTo ?? ''}`);
    const wanted = evidenceType.distributions.map(({ format, conformsTo }) => `${format} ${conformsTo ?? ''}`);
    if (!wanted.some((one) => served.includes(one))) throw Refusal.unsupported('R-EDM-REQ-C033');
    return offer;
  }

  private async decline(
    received: AnswerableRequest,
    refusal: Refusal,
    message: InboundMessage,
    transaction: EntityManager,
  ): Promise<void> {
    const { requestId, requester, content } = received;
    const request = content instanceof Refusal ? undefined : content;
    await this.refuse.run(
      { refusal, requestId, requester, request, header: message.header, counterpart: message.sender.country },
      transaction,
    );
    // The entry of a replayed request tells how it ended when it came first.
    if (request !== undefined && !(refusal instanceof ReplayedRequest)) {
      await this.processed.refused(request.id, refusal, transaction);
    }
    this.metrics.answered.inc({
      outcome: 'refused',
      code: refusal.exception.code,
      counterpart: message.sender.country,
    });
  }
}

const STRENGTH: Readonly<Record<LevelOfAssurance, number>> = { Low: 1, Substantial: 2, High: 3 };

/** @see TDD 2.2: the directory publishes the level, the requester reaches it */
function rejectWeakSignIn({ subject }: EvidenceRequest, { service }: EvidenceOffer): void {
  const reached = subject.person.levelOfAssurance;
  if (reached === undefined || STRENGTH[reached] < STRENGTH[service.levelOfAssurance]) {
    throw new Refusal(EDM_EXCEPTIONS.failedAuthentication, `LOA:${service.levelOfAssurance}`);
  }
}
