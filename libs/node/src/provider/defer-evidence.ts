import { Injectable } from '@nestjs/common';
import { EvidenceResponseId, writeEvidenceResponse } from '@oots/edm';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { ProcessedRequests } from './processed-requests.js';
import type { ServedRequest } from './release-evidence.js';
import { usageReferenceFor } from './usage-reference.js';

/** Answers that the evidence can be asked for again at a date. It was found and may leave; it is not ready. @see TDD 4.5.2 */
@Injectable()
export class DeferEvidence {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly messages: OutgoingMessages,
    private readonly processed: ProcessedRequests,
    private readonly audit: AuditTrail,
  ) {}

  async run(
    { request, offer, header, counterpart }: ServedRequest,
    availableAt: Date,
    transaction: EntityManager,
  ): Promise<void> {
    const { clock, identifiers, profile } = this.surroundings;
    const { publisher } = offer.service;
    const { evidenceType } = offer.register;
    const responseId = EvidenceResponseId.mint(identifiers);
    const usageReference = usageReferenceFor(request, header, identifiers);
    const deferral = { evidenceRequest: request, evidenceType, usageReference, responseId };
    await this.audit.deferralSent(deferral, header, counterpart, transaction);
    await this.processed.deferred(request.id, usageReference, transaction);
    await this.messages.post(
      {
        action: 'ExecuteQueryResponse',
        conversationId: header.conversationId,
        exchangeId: header.exchangeId,
        specification: request.specification,
        originalSender: publisher.identifier,
        finalRecipient: header.originalSender,
        accessPoint: header.from,
        counterpart,
        document: writeEvidenceResponse({
          status: 'Unavailable',
          availableAt,
          id: responseId,
          requestId: request.id,
          specification: request.specification,
          issuedAt: clock.now(),
          provider: { ...publisher, country: profile.country, classification: 'EP' },
          intermediaries: [],
          requester: { identifier: request.requester.identifier, names: request.requester.names },
          packages: [],
          ...(request.background === undefined ? {} : { background: { usageReference } }),
        }),
      },
      transaction,
    );
  }
}
