import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThanOrEqual } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { ExchangeEntity, OPEN_STATES } from '../exchange/exchange.entity.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { AdvanceCase } from './advance-case.js';

const BATCH = 100;

/** Concludes a timeout for exchanges whose answer did not come in T1, or T3 after a preview, and a minute. @see TDD 4.4 */
@Injectable()
export class ExpireExchanges {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly audit: AuditTrail,
    private readonly cases: AdvanceCase,
    private readonly metrics: NodeMetrics,
  ) {}

  /** @returns the number of exchanges that ran out of time */
  async run(): Promise<number> {
    const now = this.surroundings.clock.now();
    const due = await this.database.manager.find(ExchangeEntity, {
      select: { id: true },
      where: { state: In([...OPEN_STATES]), deadlineAt: LessThanOrEqual(now) },
      take: BATCH,
    });
    let expired = 0;
    for (const { id } of due) if (await this.expire(id, now)) expired += 1;
    return expired;
  }

  private expire(id: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const exchange = await transaction.findOne(ExchangeEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      // An answer, or another instance, may have closed it since it was found.
      if (exchange === null || !OPEN_STATES.includes(exchange.state) || exchange.deadlineAt > now) return false;
      await transaction.update(ExchangeEntity, id, { state: 'timed-out', settledAt: now });
      await this.audit.exchangeProgressed('exchange-timed-out', exchange, {}, transaction);
      this.metrics.settled.inc({ state: 'timed-out', counterpart: exchange.counterpart });
      await this.cases.run(exchange.caseId, transaction);
      return true;
    });
  }
}
