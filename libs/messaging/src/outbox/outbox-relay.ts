import type { DataSource } from 'typeorm';
import type { Cancellation, Clock } from '@oots/edm';
import type { OwnKeys, PeerKeys } from '../envelope/keys.js';
import { seal } from '../envelope/seal.js';
import type { DeliveryJournal } from '../inbound/journals.js';
import { NO_METRICS, type MessagingMetrics } from '../metrics.js';
import { topicsOf } from '../topics.js';
import type { Transport } from '../transport.js';
import type { Outbox } from './outbox.js';
import { OutboxTable, type DueMessage } from './outbox-table.js';
import { DEFAULT_RELAY, type RelaySettings } from './relay-settings.js';

export interface RelayDependencies {
  readonly database: DataSource;
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly ownKeys: OwnKeys;
  readonly peers: Pick<PeerKeys, 'encryptionKey'>;
  readonly clock: Clock;
  readonly journal: Pick<DeliveryJournal, 'undelivered'>;
  readonly metrics?: MessagingMetrics;
  /** Told of what the relay could not do and will try again. */
  readonly onTrouble: (error: unknown) => void;
  readonly settings?: Partial<RelaySettings>;
}

/** The trust list has no key to encrypt with to an access point; it may have one later. */
export class RecipientNotTrusted extends Error {
  override readonly name = 'RecipientNotTrusted';

  constructor(
    readonly accessPoint: string,
    readonly outcome: string,
  ) {
    super(`no key to encrypt to ${accessPoint}: ${outcome}`);
  }
}

/**
 * Sends what the outbox holds, and sends it again under the same message id until the receipt. Several relays may share one
 * table. At least once: a relay that dies between sending and noting it leaves a message that is sent twice.
 */
export class OutboxRelay {
  private readonly table: OutboxTable;
  private readonly settings: RelaySettings;
  private readonly metrics: MessagingMetrics;
  private inHand: Promise<void> = Promise.resolve();
  private running = false;
  private nudged = false;
  private tidyDue = false;
  private draining = false;
  private stopListening: Cancellation | undefined;
  private cancelPoll: Cancellation | undefined;

  constructor(private readonly dependencies: RelayDependencies) {
    this.settings = { ...DEFAULT_RELAY, ...dependencies.settings };
    this.table = new OutboxTable(dependencies.database, this.settings);
    this.metrics = dependencies.metrics ?? NO_METRICS;
  }

  start(): void {
    this.stopListening = this.dependencies.outbox.onPosted(() => {
      this.nudge();
    });
    this.poll();
  }

  /** Takes no new messages and waits for those in hand. */
  async drain(): Promise<void> {
    this.draining = true;
    this.stopListening?.();
    this.cancelPoll?.();
    await this.inHand;
  }

  /** Resolves when nothing is in hand: for whoever moves the clock. */
  async atRest(): Promise<void> {
    while (this.running) await this.inHand;
  }

  private poll(): void {
    this.tidyDue = true;
    this.nudge();
    this.cancelPoll = this.dependencies.clock.schedule(this.settings.pollEvery, () => {
      this.poll();
    });
  }

  private nudge(): void {
    this.nudged = true;
    if (this.running || this.draining) return;
    this.running = true;
    this.inHand = this.rounds();
  }

  private async rounds(): Promise<void> {
    while (this.nudged && !this.draining) {
      this.nudged = false;
      try {
        if (this.tidyDue) await this.tidy();
        await this.sendDue();
      } catch (error) {
        // The database does not answer; the next poll tries again.
        this.dependencies.onTrouble(error);
      }
    }
    this.running = false;
  }

  private async tidy(): Promise<void> {
    this.tidyDue = false;
    const { clock, journal } = this.dependencies;
    const now = clock.now();
    const givenUp = await this.table.giveUp(now, (message, transaction) => journal.undelivered(message, transaction));
    for (let count = 0; count < givenUp; count += 1) this.metrics.undelivered();
    const oldest = await this.table.oldestUnsettled();
    this.metrics.outboxAge(oldest === undefined ? 0 : (now.getTime() - oldest.getTime()) / 1_000);
  }

  private async sendDue(): Promise<void> {
    let more = true;
    while (more && !this.draining) {
      const now = this.dependencies.clock.now();
      const due = await this.table.takeDue(now);
      const outcomes = await Promise.all(due.map((message) => this.send(message, now)));
      const sent = due.filter((message, index) => message.state === 'waiting' && outcomes[index] === true);
      if (sent.length > 0)
        await this.table.markSent(
          sent.map(({ message_id }) => message_id),
          now,
        );
      more = due.length === this.settings.batch || due.some(({ followed }) => followed);
    }
  }

  /** @returns false when the message stays for a later attempt */
  private async send(message: DueMessage, now: Date): Promise<boolean> {
    const { outbox, ownKeys, peers, transport, onTrouble } = this.dependencies;
    const to = { scheme: message.recipient_scheme, value: message.recipient_access_point };
    try {
      const recipient = await peers.encryptionKey(to.value, now);
      if (recipient.outcome !== 'trusted') throw new RecipientNotTrusted(to.value, recipient.outcome);
      const sealed = await seal(
        {
          messageId: message.message_id,
          conversationId: message.conversation_id,
          to,
          content: outbox.atRest.open(message.content),
          digests: { header: message.header_digest, parts: message.parts },
        },
        ownKeys,
        recipient,
      );
      await transport.send(topicsOf(recipient.country).inbox, sealed);
    } catch (error) {
      onTrouble(error);
      return false;
    }
    if (message.state === 'waiting') this.metrics.sent();
    else this.metrics.resent();
    return true;
  }
}
