import { Injectable } from '@nestjs/common';
import type { EbmsAction } from '@oots/edm';
import { type InboundMessage, Inbox, Receipts } from '@oots/messaging';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { MessageJournal } from '../exchange/message-journal.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { AnswerRequest } from '../provider/answer-request.js';
import { SettleExchange } from '../requester/settle-exchange.js';
import { ReceiveNotification } from '../residence/receive-notification.js';
import { NodeLog } from '../start/node-log.js';

type Handler = (message: InboundMessage, transaction: EntityManager) => Promise<void>;

/**
 * Takes a message once: claimed, journalled, handled and receipted in one transaction, or none of it. What it sends in answer
 * lies in the outbox of the same transaction.
 */
@Injectable()
export class DispatchMessage {
  private readonly handlers: Record<EbmsAction, Handler>;

  constructor(
    private readonly database: DataSource,
    private readonly inbox: Inbox,
    private readonly receipts: Receipts,
    private readonly journal: MessageJournal,
    private readonly audit: AuditTrail,
    private readonly log: NodeLog,
    private readonly metrics: NodeMetrics,
    answer: AnswerRequest,
    settle: SettleExchange,
    notification: ReceiveNotification,
  ) {
    this.handlers = {
      ExecuteQueryRequest: (message, transaction) => answer.run(message, transaction),
      ExecuteQueryResponse: (message, transaction) => settle.run(message, transaction),
      ExceptionResponse: (message, transaction) => settle.run(message, transaction),
      Notify: (message, transaction) => notification.run(message, transaction),
    };
  }

  /** @throws whatever kept the transaction from committing: the message is handed over again */
  async run(message: InboundMessage): Promise<void> {
    const { header, sender } = message;
    const first = await this.database.transaction(async (transaction) => {
      const claimed = await this.inbox.claim(header.messageId, sender.accessPoint.value, transaction);
      if (!claimed) {
        await this.audit.messageEvent('duplicate-received', { header, counterpart: sender.country }, transaction);
        return false;
      }
      await this.journal.record('in', message, sender.country, transaction);
      await this.handlers[header.action](message, transaction);
      await this.receipts.issue(message, transaction);
      return true;
    });
    if (first) this.metrics.handled.inc({ action: header.action, counterpart: sender.country });
    this.log.message(first ? 'message handled' : 'duplicate received', {
      conversationId: header.conversationId,
      exchangeId: header.exchangeId,
      messageId: header.messageId,
      counterpart: sender.country,
    });
  }
}
