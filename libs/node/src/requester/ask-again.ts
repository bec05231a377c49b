import { Injectable } from '@nestjs/common';
import {
  type ConversationId,
  type EvidenceRequest,
  type ExchangeId,
  readEvidenceRequest,
  RequestId,
  writeEvidenceRequest,
} from '@oots/edm';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { deadline, GRACE_MINUTES } from '../exchange/deadline.js';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { JournalEntryEntity } from '../exchange/journal-entry.entity.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import { NodeSurroundings } from '../start/node-surroundings.js';

/** What is different about the next request of an exchange. */
export interface NextRequest {
  readonly rephrase: (last: EvidenceRequest) => EvidenceRequest;
  /** How long the provider may take. */
  readonly minutes: number;
  readonly changes?: Partial<Pick<ExchangeEntity, 'mode' | 'fallback'>>;
}

/** A further request of an exchange: what was asked before, under a new request id and the same exchange id. @see TDD 4.4 */
@Injectable()
export class AskAgain {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly messages: OutgoingMessages,
    private readonly audit: AuditTrail,
  ) {}

  /** @param exchange locked by the caller; updated here and in the database */
  async run(
    exchange: ExchangeEntity,
    { rephrase, minutes, changes }: NextRequest,
    transaction: EntityManager,
  ): Promise<void> {
    const { clock, identifiers } = this.surroundings;
    const rephrased = rephrase(await this.lastRequest(exchange, transaction));
    const next: EvidenceRequest = { ...rephrased, id: RequestId.mint(identifiers), issuedAt: clock.now() };
    const moved = {
      ...changes,
      state: 'requested' as const,
      requestId: next.id,
      earlierRequests: [...exchange.earlierRequests, exchange.requestId],
      specification: next.specification,
      responseId: null,
      errorCode: null,
      errorDetail: null,
      availableAt: null,
      deadlineAt: deadline(next.issuedAt, minutes + GRACE_MINUTES),
    };
    await transaction.update(ExchangeEntity, exchange.id, moved);
    Object.assign(exchange, moved);
    const posted = await this.messages.post(
      {
        action: 'ExecuteQueryRequest',
        conversationId: exchange.conversationId as ConversationId,
        exchangeId: exchange.id as ExchangeId,
        specification: next.specification,
        originalSender: next.requester.identifier,
        finalRecipient: next.provider.identifier,
        accessPoint: exchange.providerAccessPoint,
        counterpart: exchange.counterpart,
        document: writeEvidenceRequest(next),
      },
      transaction,
    );
    await this.audit.requestSentAgain(exchange, next, posted, transaction);
  }

  /** As it travelled: the journal keeps it. */
  private async lastRequest(exchange: ExchangeEntity, transaction: EntityManager): Promise<EvidenceRequest> {
    const sent = await transaction.findBy(JournalEntryEntity, {
      exchangeId: exchange.id,
      direction: 'out',
      action: 'ExecuteQueryRequest',
    });
    const requests = sent.map(({ body }) => readEvidenceRequest(this.surroundings.seal.open(body) as string).value);
    const last = requests.find((request) => request?.id === exchange.requestId);
    if (last === undefined) throw new RangeError('a request that this node sent cannot be read again');
    return last;
  }
}
