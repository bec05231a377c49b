import { Injectable } from '@nestjs/common';
import {
  type Agent,
  EDM_2_0,
  type EbmsHeader,
  type EvidenceRequest,
  EvidenceResponseId,
  type RaisedException,
  type Refusal,
  type RequestId,
  writeErrorResponse,
} from '@oots/edm';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import { storedSubject } from '../exchange/subject-claims.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { NoEvidence } from './no-evidence.js';

/** A request and why it gets no evidence. */
export interface RefusedRequest {
  readonly refusal: Refusal;
  readonly requestId: RequestId;
  readonly requester: Agent;
  /** As far as it could be read. */
  readonly request: EvidenceRequest | undefined;
  readonly header: EbmsHeader;
  readonly counterpart: string;
  /** Where the person looks first, when that is the reason. */
  readonly preview?: RaisedException['preview'];
}

/** Writes a refusal as the message it is: official code, the rule in its detail, an entry on this side. @see TDD 4.5.3 */
@Injectable()
export class RefuseRequest {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly messages: OutgoingMessages,
    private readonly audit: AuditTrail,
  ) {}

  async run(refused: RefusedRequest, transaction: EntityManager): Promise<void> {
    const { refusal, requestId, requester, request, header, counterpart, preview } = refused;
    const { clock, identifiers } = this.surroundings;
    const id = EvidenceResponseId.mint(identifiers);
    const errorProvider = this.errorProvider(request);
    await this.audit.refusalSent(
      {
        authority: errorProvider.identifier,
        header,
        counterpart,
        code: refusal.exception.code,
        requestId,
        responseId: id,
        ...(refusal instanceof NoEvidence ? { internal: refusal.internal } : { rule: refusal.detail }),
        ...(request === undefined ? {} : { subject: storedSubject(request.subject) }),
      },
      transaction,
    );
    await this.messages.post(
      {
        action: 'ExceptionResponse',
        conversationId: header.conversationId,
        exchangeId: header.exchangeId,
        specification: EDM_2_0,
        originalSender: errorProvider.identifier,
        finalRecipient: header.originalSender,
        accessPoint: header.from,
        counterpart,
        document: writeErrorResponse({
          id,
          requestId,
          specification: EDM_2_0,
          errorProvider,
          requester: { identifier: requester.identifier, names: requester.names },
          exceptions: [
            {
              exception: refusal.exception,
              detail: refusal.detail,
              raisedAt: clock.now(),
              ...(preview === undefined ? {} : { preview }),
            },
          ],
        }),
      },
      transaction,
    );
  }

  /** The authority that was asked, when it is one of ours; else the national node answers for it. */
  private errorProvider(request: EvidenceRequest | undefined): Agent {
    const { profile } = this.surroundings;
    const asked = request?.provider.identifier.value;
    const publisher = profile.offers.find(({ service }) => service.publisher.identifier.value === asked)?.service
      .publisher;
    return { ...(publisher ?? profile.intermediary), country: profile.country, classification: 'ERRP' };
  }
}
