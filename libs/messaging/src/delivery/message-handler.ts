import type { Clock } from '@oots/edm';
import pLimit, { type LimitFunction } from 'p-limit';
import {
  DEFAULT_RETRY,
  Undeliverable,
  type ParkedMessage,
  type RetryPolicy,
  type SubscriptionRequest,
  type TransportMessage,
} from '../transport.js';
import { failureReason } from './failure-reason.js';
import { parkedFrom } from './parking.js';
import { pause } from './pause.js';

/**
 * Works through what one member of a group was given, the same way on every transport: messages of one key one after the
 * other, keys side by side, bounded attempts, then parking.
 */
export class MessageHandler {
  private readonly retry: RetryPolicy;
  private readonly slots: LimitFunction;

  constructor(
    private readonly request: SubscriptionRequest,
    private readonly send: (topic: string, message: TransportMessage) => Promise<void>,
    private readonly clock: Clock,
  ) {
    this.retry = request.retry ?? DEFAULT_RETRY;
    this.slots = pLimit(request.atOnce ?? 8);
  }

  /**
   * Never rejects.
   *
   * @param messages in the order of their partition
   * @param stopping no message and no attempt begins after it
   * @returns how many of the first messages are handled or parked, without a gap
   */
  async workThrough(messages: readonly TransportMessage[], stopping: AbortSignal): Promise<number> {
    const settled = messages.map(() => false);
    const conversations = Map.groupBy(messages.keys(), (index) => messages[index]?.key ?? '');
    await Promise.all(
      [...conversations.values()].map(async (indices) => {
        for (const index of indices) {
          const message = messages[index];
          if (message === undefined || !(await this.settle(message, stopping))) return;
          settled[index] = true;
        }
      }),
    );
    const gap = settled.indexOf(false);
    return gap === -1 ? settled.length : gap;
  }

  /** @returns false when the member stops before the message is handled or parked */
  private async settle(message: TransportMessage, stopping: AbortSignal): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      const failure = await this.attempt(message, attempt, stopping);
      if (failure === 'stopped') return false;
      if (failure === undefined) return true;
      if (failure.error instanceof Undeliverable || attempt >= this.retry.attempts) {
        return this.park(
          { topic: this.request.topic, message, attempts: attempt, reason: failureReason(failure.error) },
          stopping,
        );
      }
      await pause(this.clock, this.retry.firstDelay * 2 ** (attempt - 1), stopping);
    }
  }

  private attempt(
    message: TransportMessage,
    attempt: number,
    stopping: AbortSignal,
  ): Promise<{ readonly error: unknown } | 'stopped' | undefined> {
    return this.slots(async () => {
      if (stopping.aborted) return 'stopped';
      try {
        await this.request.handle({ topic: this.request.topic, message, attempt });
        return undefined;
      } catch (error) {
        return { error };
      }
    });
  }

  /** The one place where a message is given up here: kept in the parking topic, and put on record. */
  private async park(parked: ParkedMessage, stopping: AbortSignal): Promise<boolean> {
    let kept = false;
    let attempt = 0;
    do {
      try {
        if (!kept) await this.send(this.request.parkingTopic, parkedFrom(parked));
        kept = true;
        await this.request.onParked?.(parked);
        return true;
      } catch (error) {
        // Neither lost nor skipped: the position of the group stays before the message until parking works.
        this.request.onTrouble?.(error);
        await pause(this.clock, this.retry.firstDelay * 2 ** Math.min(attempt, 6), stopping);
      }
      attempt += 1;
    } while (!stopping.aborted);
    return false;
  }
}
