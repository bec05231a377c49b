import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { AskAgain } from './ask-again.js';

const BATCH = 100;

/** Asks once more for evidence that a provider put off, when the date has come that it named. @see TDD 4.5.2 */
@Injectable()
export class AskDeferred {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly askAgain: AskAgain,
  ) {}

  /** @returns the number of exchanges that asked again */
  async run(): Promise<number> {
    const now = this.surroundings.clock.now();
    const due = await this.database.manager.find(ExchangeEntity, {
      select: { id: true },
      where: { state: 'deferred', availableAt: LessThanOrEqual(now) },
      take: BATCH,
    });
    let asked = 0;
    for (const { id } of due) if (await this.ask(id, now)) asked += 1;
    return asked;
  }

  private ask(id: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const exchange = await transaction.findOne(ExchangeEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      // Another instance may have asked since it was found.
      if (exchange?.state !== 'deferred' || exchange.availableAt === null || exchange.availableAt > now) return false;
      const { T1_MINUTES } = this.surroundings.config;
      // A preview belongs to the request it was issued for; the provider issues another link if it wants one.
      await this.askAgain.run(
        exchange,
        { rephrase: ({ preview: _used, ...request }) => request, minutes: T1_MINUTES },
        transaction,
      );
      return true;
    });
  }
}
