import type { DataSource } from 'typeorm';
import type { Clock } from '@oots/edm';
import type { OwnKeys, PeerKeys } from '../envelope/keys.js';
import type { DeliveryJournal } from '../inbound/journals.js';
import type { MessagingMetrics } from '../metrics.js';
import type { Transport } from '../transport.js';
import type { Outbox } from './outbox.js';

/** All times in milliseconds. */
export interface RelaySettings {
  /** Before a message without receipt is sent again; doubled each time. */
  readonly firstResend: number;
  /** The longest pause between two sendings. */
  readonly longestResend: number;
  /** After posting, when a message without receipt is given up. */
  readonly giveUpAfter: number;
  /** How often the table is looked at without being woken. */
  readonly pollEvery: number;
  /** Messages taken at a time. */
  readonly batch: number;
}

export const DEFAULT_RELAY: RelaySettings = {
  firstResend: 5_000,
  longestResend: 300_000,
  giveUpAfter: 86_400_000,
  pollEvery: 1_000,
  batch: 64,
};

export interface RelayDependencies {
  readonly database: DataSource;
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly ownKeys: OwnKeys;
  readonly peers: PeerKeys;
  readonly clock: Clock;
  readonly journal: Pick<DeliveryJournal, 'undelivered'>;
  readonly metrics?: MessagingMetrics;
  /** What the relay could not do and will try again. */
  readonly onTrouble: (error: unknown) => void;
  readonly settings?: Partial<RelaySettings>;
}

/** Sends what the outbox holds, and sends it again until the receipt. Several relays may share one table. */
export declare class OutboxRelay {
  constructor(dependencies: RelayDependencies);

  start(): void;

  /** Takes no new messages and waits for those in hand. */
  drain(): Promise<void>;
}
