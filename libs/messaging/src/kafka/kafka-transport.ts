import type { Clock } from '@oots/edm';
import type { Subscription, SubscriptionRequest, Transport, TransportMessage } from '../transport.js';

export interface KafkaSettings {
  /** `host:port` of each broker to ask first. */
  readonly brokers: readonly string[];
  /** Shown in the brokers' logs. */
  readonly clientId: string;
  readonly clock: Clock;
  /** One line about the connection; never content. */
  readonly log?: (level: 'error' | 'warn' | 'info' | 'debug', line: string) => void;
  /** Partitions of one subscription that are worked on at the same time. */
  readonly partitionsAtOnce?: number;
}

/** Apache Kafka in the place of the AS4 network. */
export declare class KafkaTransport implements Transport {
  /** @throws {TransportUnavailable} when no broker answers */
  static connect(settings: KafkaSettings): Promise<KafkaTransport>;
  send(topic: string, message: TransportMessage): Promise<void>;
  subscribe(request: SubscriptionRequest): Promise<Subscription>;
  close(): Promise<void>;
}
