import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import {
  type ConversationId,
  type EvidenceRequest,
  type ExchangeId,
  readEvidenceRequest,
  RequestId,
  writeEvidenceRequest,
} from '@oots/edm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { deadline, GRACE_MINUTES } from '../exchange/deadline.js';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { JournalEntryEntity } from '../exchange/journal-entry.entity.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import { NodeSurroundings } from '../start/node-surroundings.js';

/** The second loop of a preview: the same request under a new id, with the link it got and the way back. @see TDD 4.9 */
@Injectable()
export class ContinuePreview {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly messages: OutgoingMessages,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param returnLocation `https://…`, where the person's browser comes back to
   * @returns the link to send the browser to
   * @throws {NotFoundException}, {ConflictException} no preview is waiting
   */
  async run(exchangeId: string, returnLocation: string): Promise<string> {
    return this.database.transaction(async (transaction) => {
      const exchange = await transaction.findOne(ExchangeEntity, {
        where: { id: exchangeId },
        lock: { mode: 'pessimistic_write' },
      });
      if (exchange === null) throw new NotFoundException('no such exchange');
      const { previewLocation } = exchange;
      if (exchange.state !== 'preview-required' || previewLocation === null) {
        throw new ConflictException(`the exchange is ${exchange.state}`);
      }
      await this.ask(exchange, { previewLocation, returnLocation }, transaction);
      return previewLocation;
    });
  }

  private async ask(
    exchange: ExchangeEntity,
    preview: NonNullable<EvidenceRequest['preview']>,
    transaction: EntityManager,
  ): Promise<void> {
    const { clock, config, identifiers } = this.surroundings;
    const first = await this.firstRequest(exchange, transaction);
    const second: EvidenceRequest = { ...first, id: RequestId.mint(identifiers), issuedAt: clock.now(), preview };
    await transaction.update(ExchangeEntity, exchange.id, {
      state: 'requested',
      requestId: second.id,
      errorCode: null,
      errorDetail: null,
      deadlineAt: deadline(clock.now(), config.T3_MINUTES + GRACE_MINUTES),
    });
    const posted = await this.messages.post(
      {
        action: 'ExecuteQueryRequest',
        conversationId: exchange.conversationId as ConversationId,
        exchangeId: exchange.id as ExchangeId,
        specification: second.specification,
        originalSender: second.requester.identifier,
        finalRecipient: second.provider.identifier,
        accessPoint: exchange.providerAccessPoint,
        counterpart: exchange.counterpart,
        document: writeEvidenceRequest(second),
      },
      transaction,
    );
    await this.audit.requestSentAgain(exchange, second, posted, transaction);
  }

  /** As it travelled: the journal keeps it. */
  private async firstRequest(exchange: ExchangeEntity, transaction: EntityManager): Promise<EvidenceRequest> {
    const sent = await transaction.findOneByOrFail(JournalEntryEntity, {
      exchangeId: exchange.id,
      direction: 'out',
      action: 'ExecuteQueryRequest',
    });
    const { value } = readEvidenceRequest(this.surroundings.seal.open(sent.body) as string);
    if (value === undefined) throw new RangeError('a request that this node sent cannot be read again');
    return value;
  }
}
