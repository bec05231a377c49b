import { Injectable } from '@nestjs/common';
import { EDM_BACKGROUND_0_1, EDM_EXCEPTIONS, type RaisedException } from '@oots/edm';
import type { EntityManager } from 'typeorm';
import type { ExchangeEntity } from '../exchange/exchange.entity.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { AskAgain } from './ask-again.js';
import { inProfileA, withPreview } from './plain-request.js';

/** What a receiver answers that never heard of a specification. @see background-exchange 5 */
const UNKNOWN_SPECIFICATION = 'R-EDM-REQ-C001';

/**
 * The one fallback of an exchange: a provider that announced the background profile and refuses it as unknown is asked once
 * in plain 2.0, as the policy said when the exchange was opened. There is no way back up, so there is no loop.
 */
@Injectable()
export class FallBack {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly askAgain: AskAgain,
  ) {}

  /** @returns whether the refusal means that the exchange goes on in plain 2.0 */
  isDue(exchange: ExchangeEntity, { exception, detail }: RaisedException): boolean {
    return (
      exchange.specification === EDM_BACKGROUND_0_1 &&
      exchange.fallback !== null &&
      exception.code === EDM_EXCEPTIONS.invalidRequest.code &&
      detail === UNKNOWN_SPECIFICATION
    );
  }

  async run(exchange: ExchangeEntity, transaction: EntityManager): Promise<void> {
    const interactive = exchange.fallback === 'interactive';
    await this.askAgain.run(
      exchange,
      {
        rephrase: interactive ? withPreview : inProfileA,
        minutes: this.surroundings.config.T1_MINUTES,
        changes: { fallback: null, mode: interactive ? 'interactive' : exchange.mode },
      },
      transaction,
    );
  }
}
