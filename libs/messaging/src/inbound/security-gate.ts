import { digestOf, type Clock } from '@oots/edm';
import { SecurityViolation } from '../envelope/security-violation.js';
import { TRANSPORT_HEADERS } from '../envelope/transport-headers.js';
import type { MessagingMetrics } from '../metrics.js';
import type { Delivery } from '../transport.js';
import type { SecurityJournal } from './journals.js';

/** Shows what an unprotected header claims without letting it write the log. */
const CLAIM_SHAPE = /^[\x21-\x7e]{1,256}$/;

/** Lets a message have its effect, or puts on record why it has none. */
export class SecurityGate {
  constructor(
    private readonly journal: SecurityJournal,
    private readonly clock: Clock,
    private readonly metrics: Pick<MessagingMetrics, 'refused'>,
  ) {}

  /**
   * A violation is recorded once and is then dealt with: nothing would change at another attempt.
   *
   * @param effect throws {@link SecurityViolation} before it has done anything
   */
  async pass(delivery: Delivery, effect: () => Promise<void>): Promise<void> {
    try {
      await effect();
    } catch (error) {
      if (!(error instanceof SecurityViolation)) throw error;
      await this.refuse(delivery, error);
    }
  }

  private async refuse({ topic, message }: Delivery, { code, detail, proven }: SecurityViolation): Promise<void> {
    await this.journal.record({
      code,
      detail,
      topic,
      occurredAt: this.clock.now(),
      digest: digestOf(message.value),
      ...proven,
      claimed: {
        ...claim('messageId', message.headers[TRANSPORT_HEADERS.messageId]),
        ...claim('sender', message.headers[TRANSPORT_HEADERS.sender]),
      },
    });
    this.metrics.refused();
  }
}

function claim<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, string>> {
  return text !== undefined && CLAIM_SHAPE.test(text) ? ({ [name]: text } as Record<Name, string>) : {};
}
