import { Injectable } from '@nestjs/common';
import {
  type Answer,
  type ErrorResponse,
  type EvidenceResponse,
  readAnswer,
  type Reading,
  type SpecificationId,
  UnreadableMessage,
} from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { deadline, GRACE_MINUTES } from '../exchange/deadline.js';
import { ExchangeEntity, type ExchangeState, OPEN_STATES } from '../exchange/exchange.entity.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { AdvanceCase } from './advance-case.js';
import { examineResponse, type ReceivedEvidence } from './examine-response.js';

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
    private readonly metrics: NodeMetrics,
  ) {}

  async run(message: InboundMessage, transaction: EntityManager): Promise<void> {
    const exchange = await this.correlate(message, transaction);
    if (exchange === undefined) {
      const event = { header: message.header, counterpart: message.sender.country, code: 'NO_SUCH_EXCHANGE' };
      await this.audit.messageEvent('message-unreadable', event, transaction);
      return;
    }
    if (!OPEN_STATES.includes(exchange.state)) {
      await this.audit.exchangeProgressed('late-answer-discarded', exchange, { message }, transaction);
      return;
    }
    const settlement = await this.settlementOf(message, exchange, transaction);
    await this.close(exchange, settlement, transaction);
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

  private async settlementOf(
    message: InboundMessage,
    exchange: ExchangeEntity,
    transaction: EntityManager,
  ): Promise<Settlement> {
    const { value: answer, findings } = read(message);
    const broken = findings.find(({ severity }) => severity === 'FATAL')?.rule;
    if (answer === undefined) return this.invalid(exchange, message, broken ?? 'unreadable', transaction);
    if (specificationOf(answer) !== message.header.specificationId) {
      return this.invalid(exchange, message, 'POC-ebMS-07', transaction);
    }

    if (answer.kind === 'error') return this.refused(exchange, message, answer.error, transaction);
    return this.answered(exchange, message, answer.response, transaction);
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
      await this.audit.exchangeProgressed('deferral-received', exchange, { message }, transaction);
      return { state: 'deferred', responseId: response.id };
    }
    return this.delivered(exchange, message, response, verdict, transaction);
  }

  private async delivered(
    exchange: ExchangeEntity,
    message: InboundMessage,
    response: EvidenceResponse,
    evidence: ReceivedEvidence,
    transaction: EntityManager,
  ): Promise<Settlement> {
    const settlement = {
      state: 'delivered' as const,
      responseId: response.id,
      usageReference: response.background?.usageReference ?? null,
      disclosedAttributes: evidence.disclosed,
      evidence: this.surroundings.seal.seal(evidence.documents),
    };
    await this.audit.exchangeProgressed(
      'response-received',
      Object.assign(exchange, settlement),
      { message },
      transaction,
    );
    return settlement;
  }

  private async refused(
    exchange: ExchangeEntity,
    message: InboundMessage,
    error: ErrorResponse,
    transaction: EntityManager,
  ): Promise<Settlement> {
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
    const progress = { message, code: 'INVALID_ANSWER', detail: { rule } };
    await this.audit.exchangeProgressed('response-received', exchange, progress, transaction);
    return { state: 'invalid-answer', errorDetail: rule };
  }

  private async close(exchange: ExchangeEntity, settlement: Settlement, transaction: EntityManager): Promise<void> {
    const open = OPEN_STATES.includes(settlement.state);
    const { clock, config } = this.surroundings;
    const now = clock.now();
    if (open) {
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

/** What the body announces; a header that announces another makes the message invalid. @see TDD 4.4 */
function specificationOf(answer: Answer): SpecificationId {
  return answer.kind === 'error' ? answer.error.specification : answer.response.specification;
}

function read(message: InboundMessage): Reading<Answer> {
  const document = message.parts[0];
  if (document === undefined) return { value: undefined, findings: message.headerFindings };
  try {
    const reading = readAnswer(document.bytes);
    const findings = [...message.headerFindings, ...reading.findings];
    return findings.some(({ severity }) => severity === 'FATAL')
      ? { value: undefined, findings }
      : { ...reading, findings };
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    return {
      value: undefined,
      findings: [
        {
          rule: error.known.rule ?? error.reason,
          severity: 'FATAL',
          message: error.reason,
          expected: 'a document that rules can judge',
        },
      ],
    };
  }
}
