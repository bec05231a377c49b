import type { DataSource } from 'typeorm';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Clock } from '@oots/edm';
import type { OwnKeys, PeerKeys } from '../envelope/keys.js';
import type { EnvelopeLimits } from '../envelope/envelope-limits.js';
import type { MessagingMetrics } from '../metrics.js';
import type { Receipts } from '../receipts/receipts.js';
import type { RetryPolicy, Transport } from '../transport.js';
import type { DeliveryJournal, ParkingJournal, SecurityJournal } from './journals.js';

/** Pattern of the handler for actions that nobody else handles; without it they are parked. */
export const UNKNOWN_ACTION = 'unknown-action';

export interface AccessPointOptions {
  readonly database: DataSource;
  readonly transport: Transport;
  readonly ownKeys: OwnKeys;
  readonly peers: PeerKeys;
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
 * `@EventPattern('<ebMS action>')` handler with an `InboundMessage`, at least once. A handler that returns has handled the
 * message, and the stored receipt leaves; one that throws gets it again, and in the end it is parked.
 */
export declare class AccessPointServer extends Server implements CustomTransportStrategy {
  constructor(options: AccessPointOptions);

  listen(ready: (error?: unknown) => void): void;

  close(): Promise<void>;

  on(): never;

  unwrap<T>(): T;
}
