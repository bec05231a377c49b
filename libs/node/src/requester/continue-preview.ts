import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { AskAgain } from './ask-again.js';
import { withPreview } from './plain-request.js';

/** The second loop of a preview: the same request under a new id, with the link it got and the way back. @see TDD 4.9 */
@Injectable()
export class ContinuePreview {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly askAgain: AskAgain,
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
      const preview = { previewLocation, returnLocation };
      await this.askAgain.run(
        exchange,
        {
          // A provider that asks for a preview in spite of a background request is asked again as OOTS has it.
          rephrase: (last) => ({ ...withPreview(last), preview }),
          minutes: this.surroundings.config.T3_MINUTES,
          changes: { mode: 'interactive' },
        },
        transaction,
      );
      return previewLocation;
    });
  }
}
