import type { Clock } from '@oots/edm';
import { MessageHandler } from '../delivery/message-handler.js';
import {
  TransportUnavailable,
  type Subscription,
  type SubscriptionRequest,
  type Transport,
  type TransportMessage,
} from '../transport.js';
import type { MemoryNetwork } from './memory-network.js';

/** One client of a {@link MemoryNetwork}. What it sends outlives it, as long as the network is kept. */
export class MemoryTransport implements Transport {
  private readonly subscriptions = new Set<Subscription>();
  private closed = false;

  constructor(
    private readonly network: MemoryNetwork,
    private readonly clock: Clock,
  ) {}

  send(topic: string, message: TransportMessage): Promise<void> {
    if (this.closed) return Promise.reject(new TransportUnavailable('the transport is closed'));
    this.network.append(topic, message);
    return Promise.resolve();
  }

  subscribe(request: SubscriptionRequest): Promise<Subscription> {
    if (this.closed) return Promise.reject(new TransportUnavailable('the transport is closed'));
    const stop = new AbortController();
    const send = (topic: string, message: TransportMessage): Promise<void> => this.send(topic, message);
    const member = { handler: new MessageHandler(request, send, this.clock), stopping: stop.signal };
    const group = this.network.group(request.topic, request.group);
    const subscription: Subscription = {
      stop: async () => {
        stop.abort();
        await group.leave(member);
        this.subscriptions.delete(subscription);
      },
    };
    group.join(member);
    this.subscriptions.add(subscription);
    return Promise.resolve(subscription);
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    this.closed = true;
  }
}
