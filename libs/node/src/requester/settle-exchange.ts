import { Injectable } from '@nestjs/common';
import type { ErrorResponse, EvidenceResponse } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { deadline, GRACE_MINUTES } from '../exchange/deadline.js';
import { DroppedMessages } from '../exchange/dropped-messages.js';
import { ExchangeEntity, type ExchangeState, OPEN_STATES, UNFINISHED_STATES } from '../exchange/exchange.entity.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { AdvanceCase } from './advance-case.js';
import { examineResponse, type ReceivedEvidence } from './examine-response.js';
import { FallBack } from './fall-back.js';
import { answeredRequest, readReceivedAnswer } from './received-answer.js';

const DAY = 24 * 60 * 60 * 1000;

/** How an answer closes an exchange. */
type Settlement = Partial<ExchangeEntity> & { readonly state: ExchangeState };

/**
 * The requesting side's end of an exchange: verify the answer, correlate it, close the exchange exactly once. A bad answer is
 * put on record and not answered: there is no error path back. @see TDD 4.4, 4.5.2
 */
@Injectable()
export class SettleExchange {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly audit: AuditTrail,
    private readonly cases: AdvanceCase,
    private readonly fallBack: FallBack,
    private readonly dropped: DroppedMessages,
    private readonly metrics: NodeMetrics,
  ) {}

  async run(message: InboundMessage, transaction: EntityManager): Promise<void> {
    const exchange = await this.correlate(message, transaction);
    if (exchange === undefined) return this.dropped.stray(message, transaction);
    if (!OPEN_STATES.includes(exchange.state)) return this.dropped.late(message, exchange, transaction);

    const answer = readReceivedAnswer(message);
    if ('violation' in answer) {
      return this.close(exchange, await this.invalid(exchange, message, answer.violation, transaction), transaction);
    }
    if (exchange.earlierRequests.includes(answeredRequest(answer) ?? '')) {
      return this.dropped.late(message, exchange, transaction);
    }
    const settlement =
      answer.kind === 'error'
        ? await this.refused(exchange, message, answer.error, transaction)
        : await this.answered(exchange, message, answer.response, transaction);
    if (settlement !== undefined) await this.close(exchange, settlement, transaction);
  }

  /** Locks the exchange, so that two answers to one request settle it once. */
  private async correlate(
    { header, sender }: InboundMessage,
    transaction: EntityManager,
  ): Promise<ExchangeEntity | undefined> {
    const exchange = await transaction.findOne(ExchangeEntity, {
      where: { id: header.exchangeId },
      lock: { mode: 'pessimistic_write' },
    });
    if (exchange === null) return undefined;
    const belongs = exchange.conversationId === header.conversationId && exchange.counterpart === sender.country;
    return belongs ? exchange : undefined;
  }

  private async answered(
    exchange: ExchangeEntity,
    message: InboundMessage,
    response: EvidenceResponse,
    transaction: EntityManager,
  ): Promise<Settlement> {
    const asked = await this.cases.subjectOf(exchange, transaction);
    const verdict = examineResponse(response, message.parts, exchange, asked);
    if ('violation' in verdict) return this.invalid(exchange, message, verdict.violation, transaction);
    if (response.status === 'Unavailable') {
      return this.deferred(exchange, message, response.id, response.availableAt, transaction);
    }
    return this.delivered(exchange, message, response, verdict, transaction);
  }

  /** The provider names a date; the exchange waits for it, unless it is too far off or was put off too often. */
  private async deferred(
    exchange: ExchangeEntity,
    message: InboundMessage,
    responseId: string,
    availableAt: Date,
    transaction: EntityManager,
  ): Promise<Settlement> {
    const { clock, config } = this.surroundings;
    const horizon = new Date(clock.now().getTime() + config.DEFERRAL_DAYS * DAY);
    const tooLate = availableAt > horizon || exchange.deferrals >= config.DEFERRALS;
    const code = tooLate ? { code: 'NOT_AWAITED' } : {};
    await this.audit.exchangeProgressed('deferral-received', exchange, { message, ...code }, transaction);
    return tooLate
      ? { state: 'unavailable', responseId, availableAt }
      : { state: 'deferred', responseId, availableAt, deferrals: exchange.deferrals + 1 };
  }

  private async delivered(
    exchange: ExchangeEntity,
    message: InboundMessage,
    response: EvidenceResponse,
    evidence: ReceivedEvidence,
    transaction: EntityManager,
  ): Promise<Settlement> {
    const surplus = evidence.surplus.length === 0 ? {} : { detail: { fields: evidence.surplus, reason: 'NOT_KEPT' } };
    const settlement = {
      state: 'delivered' as const,
      responseId: response.id,
      // A plain answer has no place for a usage reference: both logs then know the use by the exchange id.
      usageReference: response.background?.usageReference ?? exchange.id,
      disclosedAttributes: evidence.disclosed,
      evidence: this.surroundings.seal.seal(evidence.documents),
    };
    await this.audit.exchangeProgressed(
      'response-received',
      Object.assign(exchange, settlement),
      { message, ...surplus },
      transaction,
    );
    return settlement;
  }

  /** @returns nothing when the exchange goes on under another request */
  private async refused(
    exchange: ExchangeEntity,
    message: InboundMessage,
    error: ErrorResponse,
    transaction: EntityManager,
  ): Promise<Settlement | undefined> {
    const [raised] = error.exceptions;
    if (raised === undefined || error.requestId !== exchange.requestId) {
      return this.invalid(exchange, message, 'R-EDM-ERR-S004', transaction);
    }
    const outcome = {
      responseId: error.id,
      errorCode: raised.exception.code,
      errorDetail: raised.detail ?? null,
    };
    const progress = { message, code: raised.exception.code };
    await this.audit.exchangeProgressed('error-received', Object.assign(exchange, outcome), progress, transaction);
    if (this.fallBack.isDue(exchange, raised)) {
      await this.fallBack.run(exchange, transaction);
      return undefined;
    }
    return raised.preview === undefined
      ? { ...outcome, state: 'refused' }
      : { ...outcome, state: 'preview-required', previewLocation: raised.preview.location };
  }

  private async invalid(
    exchange: ExchangeEntity,
    message: InboundMessage,
    rule: string,
    transaction: EntityManager,
  ): Promise<Settlement> {
    await this.dropped.invalid(message, exchange, rule, transaction);
    return { state: 'invalid-answer', errorDetail: rule };
  }

  private async close(exchange: ExchangeEntity, settlement: Settlement, transaction: EntityManager): Promise<void> {
    const { clock, config } = this.surroundings;
    const now = clock.now();
    if (UNFINISHED_STATES.includes(settlement.state)) {
      const deadlineAt = deadline(now, config.T2_MINUTES + GRACE_MINUTES);
      await transaction.update(ExchangeEntity, exchange.id, { ...settlement, deadlineAt });
      return;
    }
    await transaction.update(ExchangeEntity, exchange.id, { ...settlement, settledAt: now });
    this.metrics.settled.inc({ state: settlement.state, counterpart: exchange.counterpart });
    this.metrics.settlementSeconds.observe(
      { counterpart: exchange.counterpart },
      (now.getTime() - exchange.openedAt.getTime()) / 1000,
    );
    await this.cases.run(exchange.caseId, transaction);
  }
}
