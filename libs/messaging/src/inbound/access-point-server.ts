import { BaseRpcContext, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { DataSource } from 'typeorm';
import type { Clock } from '@oots/edm';
import { failureReason } from '../delivery/failure-reason.js';
import { DEFAULT_ENVELOPE_LIMITS, type EnvelopeLimits } from '../envelope/envelope-limits.js';
import type { OwnKeys, PeerKeys } from '../envelope/keys.js';
import { open } from '../envelope/open.js';
import { NO_METRICS, type MessagingMetrics } from '../metrics.js';
import { ReceiptAcceptance } from '../receipts/receipt-acceptance.js';
import type { Receipts } from '../receipts/receipts.js';
import { topicsOf } from '../topics.js';
import {
  Undeliverable,
  type Delivery,
  type RetryPolicy,
  type Subscription,
  type SubscriptionRequest,
  type Transport,
} from '../transport.js';
import type { InboundMessage } from './inbound-message.js';
import type { DeliveryJournal, ParkingJournal, SecurityJournal } from './journals.js';
import { SecurityGate } from './security-gate.js';

/** Pattern of the handler for actions that nobody else handles; without it they are parked. */
export const UNKNOWN_ACTION = 'unknown-action';

export interface AccessPointOptions {
  readonly database: DataSource;
  readonly transport: Transport;
  readonly ownKeys: OwnKeys;
  readonly peers: Pick<PeerKeys, 'signingKey'>;
  readonly receipts: Receipts;
  readonly security: SecurityJournal;
  readonly parking: ParkingJournal;
  readonly deliveries: Pick<DeliveryJournal, 'receiptAccepted'>;
  readonly clock: Clock;
  readonly metrics?: MessagingMetrics;
  readonly retry?: RetryPolicy;
  readonly limits?: Partial<EnvelopeLimits>;
}

/**
 * One country's access point as a NestJS transport: messages that are proven and readable reach the
 * `@EventPattern('<ebMS action>')` handler with an {@link InboundMessage}, at least once. A handler that returns has handled
 * the message and issued its receipt, which then leaves; one that throws gets the message again, and in the end it is parked.
 */
export class AccessPointServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly subscriptions: Subscription[] = [];
  private readonly metrics: MessagingMetrics;
  private readonly limits: EnvelopeLimits;
  private readonly gate: SecurityGate;
  private readonly acceptance: ReceiptAcceptance;

  constructor(private readonly options: AccessPointOptions) {
    super();
    this.setTransportId(Symbol('edelivery'));
    this.metrics = options.metrics ?? NO_METRICS;
    this.limits = { ...DEFAULT_ENVELOPE_LIMITS, ...options.limits };
    this.gate = new SecurityGate(options.security, options.clock, this.metrics);
    this.acceptance = new ReceiptAcceptance({ ...options, metrics: this.metrics });
  }

  listen(ready: (error?: unknown) => void): void {
    const topics = topicsOf(this.options.ownKeys.country);
    const start = async (): Promise<void> => {
      await this.subscribe(topics.inbox, (delivery) => this.receive(delivery));
      await this.subscribe(topics.signals, ({ message }) => this.acceptance.accept(message.value));
    };
    start().then(() => {
      ready();
    }, ready);
  }

  /** Takes no new messages and waits for those in hand. */
  async close(): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((subscription) => subscription.stop()));
  }

  on(): never {
    throw new Error('an access point has no events of its own');
  }

  /** @returns the transport that the access point stands on */
  // The base class leaves the type to the caller.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  unwrap<T>(): T {
    return this.options.transport as T;
  }

  private async subscribe(topic: string, effect: (delivery: Delivery) => Promise<void>): Promise<void> {
    const { transport, ownKeys, parking, clock, retry } = this.options;
    const request: SubscriptionRequest = {
      topic,
      group: ownKeys.accessPoint.value,
      parkingTopic: topicsOf(ownKeys.country).parked,
      handle: (delivery) => this.gate.pass(delivery, () => effect(delivery)),
      onParked: async (parked) => {
        await parking.record(parked, clock.now());
        this.metrics.parked();
      },
      onTrouble: (error) => {
        this.logger.error(`a message of ${topic} could not be parked: ${failureReason(error)}`);
      },
      ...(retry === undefined ? {} : { retry }),
    };
    this.subscriptions.push(await transport.subscribe(request));
  }

  private async receive(delivery: Delivery): Promise<void> {
    const { ownKeys, peers, clock, receipts } = this.options;
    const message = await open(delivery.message, ownKeys, peers, clock.now(), this.limits);
    this.metrics.received();
    await this.handle(message, delivery);
    if (!(await receipts.send(message))) throw new Undeliverable('handled-without-receipt');
  }

  /** Awaits the handler to its end: what Nest's own `handleEvent` starts and forgets could be lost. */
  private async handle(message: InboundMessage, delivery: Delivery): Promise<void> {
    const handler = this.getHandlerByPattern(message.header.action) ?? this.getHandlerByPattern(UNKNOWN_ACTION);
    if (handler === null) throw new Undeliverable(UNKNOWN_ACTION);
    const outcome = this.transformToObservable(handler(message, new BaseRpcContext([delivery])));
    await lastValueFrom(outcome, { defaultValue: undefined });
  }
}
