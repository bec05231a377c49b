/** One message as the network carries it. Key and headers are readable by whoever runs the network: nothing personal. */
export interface TransportMessage {
  /** Conversation id. Messages of one key are delivered in the order in which they were sent. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Uint8Array;
}

/** One attempt to hand a message over. */
export interface Delivery {
  readonly topic: string;
  readonly message: TransportMessage;
  /** From 1. It starts again when the member that holds the message is replaced. */
  readonly attempt: number;
}

/** A message that nobody here could handle. */
export interface ParkedMessage {
  /** Where it was received. */
  readonly topic: string;
  readonly message: TransportMessage;
  readonly attempts: number;
  /** Name and code of the last error, never its text. */
  readonly reason: string;
}

/** How often and when a failed message is handed over again. */
export interface RetryPolicy {
  /** Attempts altogether, 1 or more. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled before each further one. */
  readonly firstDelay: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 3, firstDelay: 200 };

export interface SubscriptionRequest {
  readonly topic: string;
  /** Members of one group share the messages: each message goes to one of them. */
  readonly group: string;
  /** Rejects when the message is to be handed over again. */
  readonly handle: (delivery: Delivery) => Promise<void>;
  /** Where a message goes whose attempts are used up, or which {@link Undeliverable} refused. */
  readonly parkingTopic: string;
  /** Called once the message lies in the parking topic, before the next message of its key. */
  readonly onParked?: (parked: ParkedMessage) => Promise<void>;
  /** Told of what keeps a message from being parked; parking is tried until it works. */
  readonly onTrouble?: (error: unknown) => void;
  readonly retry?: RetryPolicy;
  /** Messages of different keys that this member works on at the same time, 8 unless told. */
  readonly atOnce?: number;
}

export interface Subscription {
  /** Takes no new messages, waits for those in hand, and gives the place in the group to others. */
  stop(): Promise<void>;
}

/** The network between access points, here in the place of AS4: gap G-03. Delivers at least once. @see TDD 4.7 */
export interface Transport {
  /**
   * Resolves when the network holds the message durably.
   *
   * @throws {TransportUnavailable}
   */
  send(topic: string, message: TransportMessage): Promise<void>;

  /**
   * From the position of the group; a new group starts with the oldest message that the network holds.
   *
   * @throws {TransportUnavailable}
   */
  subscribe(request: SubscriptionRequest): Promise<Subscription>;

  /** Stops every subscription and lets go of the network. */
  close(): Promise<void>;
}

/** The network does not take or give messages now. Retried. */
export class TransportUnavailable extends Error {
  override readonly name = 'TransportUnavailable';
}

/** A message that no further attempt can help: parked at once. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';

  /** @param code `unknown-action` */
  constructor(readonly code: string) {
    super(code);
  }
}
