import { Injectable } from '@nestjs/common';
import type { InboundMessage } from '@oots/messaging';
import type { EntityManager } from 'typeorm';
import { NodeMetrics } from '../http/node-metrics.js';
import { NodeLog } from '../start/node-log.js';
import { AuditTrail } from './audit-trail.js';
import type { ExchangeEntity } from './exchange.entity.js';

/**
 * Messages that have no effect and to which the protocol knows no answer: there is no error path back to whoever answers, nor
 * to a request that names no requester. Each leaves an entry, a count and a log line. @see TDD 4.5.2, 4.5.3
 */
@Injectable()
export class DroppedMessages {
  constructor(
    private readonly audit: AuditTrail,
    private readonly metrics: NodeMetrics,
    private readonly log: NodeLog,
  ) {}

  /** A request so broken that not even an error answer could be conformant. */
  unanswerable(message: InboundMessage, transaction: EntityManager): Promise<void> {
    return this.unreadable(message, 'UNANSWERABLE_REQUEST', transaction);
  }

  /** An answer in an exchange that this node did not open, or not with the one who answers. */
  stray(message: InboundMessage, transaction: EntityManager): Promise<void> {
    return this.unreadable(message, 'NO_SUCH_EXCHANGE', transaction);
  }

  /** An answer to an exchange that has ended, or to a request of it that a later one replaced. */
  async late(message: InboundMessage, exchange: ExchangeEntity, transaction: EntityManager): Promise<void> {
    await this.audit.exchangeProgressed('late-answer-discarded', exchange, { message }, transaction);
    this.count(message, 'LATE_ANSWER');
  }

  /** An answer that breaks a rule: the exchange ends without it, and whoever sent it is not told. */
  async invalid(
    message: InboundMessage,
    exchange: ExchangeEntity,
    rule: string,
    transaction: EntityManager,
  ): Promise<void> {
    const progress = { message, code: 'INVALID_ANSWER', detail: { rule } };
    await this.audit.exchangeProgressed('response-received', exchange, progress, transaction);
    this.count(message, 'INVALID_ANSWER');
  }

  private async unreadable(message: InboundMessage, code: string, transaction: EntityManager): Promise<void> {
    const { header, sender } = message;
    await this.audit.messageEvent('message-unreadable', { header, counterpart: sender.country, code }, transaction);
    this.count(message, code);
  }

  private count({ header, sender }: InboundMessage, code: string): void {
    const { conversationId, exchangeId, messageId } = header;
    this.metrics.dropped.inc({ code, counterpart: sender.country });
    this.log.message('message dropped', { conversationId, exchangeId, messageId, counterpart: sender.country, code });
  }
}
