import { Injectable } from '@nestjs/common';
import { readEvidenceRequest } from '@oots/edm';
import type {
  AcceptedReceipt,
  DeliveryJournal,
  ParkedMessage,
  ParkingJournal,
  SecurityEvent,
  SecurityJournal,
  UndeliveredMessage,
} from '@oots/messaging';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { ExchangeEntity, OPEN_STATES } from '../exchange/exchange.entity.js';
import { JournalEntryEntity } from '../exchange/journal-entry.entity.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { AdvanceCase } from '../requester/advance-case.js';
import { NodeLog } from '../start/node-log.js';
import { NodeSurroundings } from '../start/node-surroundings.js';

/** A message that was not authentic or not readable has no effect but this one entry. */
@Injectable()
export class SecurityEntries implements SecurityJournal {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditTrail,
    private readonly metrics: NodeMetrics,
    private readonly log: NodeLog,
  ) {}

  async record(event: SecurityEvent): Promise<void> {
    await this.database.transaction((transaction) =>
      this.audit.messageEvent(
        'security-violation',
        {
          code: event.code,
          partDigests: [event.digest],
          detail: { topic: event.topic, ...(event.kid === undefined ? {} : { kid: event.kid }) },
          ...(event.messageId === undefined ? {} : { messageId: event.messageId }),
          ...(event.country === undefined ? {} : { counterpart: event.country }),
        },
        transaction,
      ),
    );
    this.metrics.security.inc({ code: event.code });
    this.log.security(event.code, event.messageId === undefined ? {} : { messageId: event.messageId });
  }
}

/** A message that nobody here could handle lies in the parking topic, and this entry says so. */
@Injectable()
export class ParkingEntries implements ParkingJournal {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  async record({ topic, attempts, reason }: ParkedMessage): Promise<void> {
    await this.database.transaction((transaction) =>
      this.audit.messageEvent(
        'message-parked',
        { code: reason.replaceAll(/\s+/g, '_'), detail: { topic, attempts } },
        transaction,
      ),
    );
  }
}

/** What became of the messages that this node sent. */
@Injectable()
export class DeliveryEntries implements DeliveryJournal {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly audit: AuditTrail,
    private readonly cases: AdvanceCase,
  ) {}

  async receiptAccepted(accepted: AcceptedReceipt, transaction: EntityManager): Promise<void> {
    const { messageId, receiver } = accepted;
    const sent = await transaction.findOneBy(JournalEntryEntity, { messageId, direction: 'out' });
    await this.audit.receiptStored(
      {
        messageId,
        conversationId: accepted.conversationId,
        counterpart: receiver.country,
        kid: receiver.kid,
        ...(sent?.exchangeId == null ? {} : { exchangeId: sent.exchangeId }),
      },
      transaction,
    );
  }

  /** A request that cannot be delivered ends its exchange; an answer that cannot be is put on record. */
  async undelivered(message: UndeliveredMessage, transaction: EntityManager): Promise<void> {
    const sent = await transaction.findOneBy(JournalEntryEntity, { messageId: message.messageId, direction: 'out' });
    const exchange =
      sent?.action === 'ExecuteQueryRequest' && sent.exchangeId !== null
        ? await transaction.findOne(ExchangeEntity, {
            where: { id: sent.exchangeId },
            lock: { mode: 'pessimistic_write' },
          })
        : null;
    if (exchange === null || !OPEN_STATES.includes(exchange.state) || this.wasReplaced(sent, exchange)) {
      const event = { messageId: message.messageId, detail: { attempts: message.attempts } };
      await this.audit.messageEvent('message-undelivered', event, transaction);
      return;
    }
    const settledAt = this.surroundings.clock.now();
    await transaction.update(ExchangeEntity, exchange.id, { state: 'undelivered', settledAt });
    await this.audit.exchangeProgressed(
      'message-undelivered',
      exchange,
      { detail: { attempts: message.attempts } },
      transaction,
    );
    await this.cases.run(exchange.caseId, transaction);
  }
  /** The other side may have answered without a receipt; then the exchange goes on under a later request. */
  private wasReplaced(sent: JournalEntryEntity | null, { requestId }: ExchangeEntity): boolean {
    if (sent === null) return false;
    return readEvidenceRequest(this.surroundings.seal.open(sent.body) as string).requestId !== requestId;
  }
}
