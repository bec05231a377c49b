import type { Clock } from '@oots/edm';
import type { Subscription, SubscriptionRequest, Transport, TransportMessage } from '../transport.js';
import type { MemoryNetwork } from './memory-network.js';

/** One client of a {@link MemoryNetwork}. */
export declare class MemoryTransport implements Transport {
  constructor(network: MemoryNetwork, clock: Clock);
  send(topic: string, message: TransportMessage): Promise<void>;
  subscribe(request: SubscriptionRequest): Promise<Subscription>;
  close(): Promise<void>;
}
