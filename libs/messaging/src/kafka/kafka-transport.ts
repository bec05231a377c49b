import type { Kafka } from 'kafkajs';
import type { Clock } from '@oots/edm';
import { MessageHandler } from '../delivery/message-handler.js';
import {
  TransportUnavailable,
  type Subscription,
  type SubscriptionRequest,
  type Transport,
  type TransportMessage,
} from '../transport.js';
import { BatchingProducer } from './batching-producer.js';
import { kafkaClient, type KafkaConnection } from './kafka-client.js';
import { KafkaSubscription } from './kafka-subscription.js';

export interface KafkaSettings extends KafkaConnection {
  readonly clock: Clock;
  /** Partitions of one subscription that are worked on at the same time, 3 unless told. */
  readonly partitionsAtOnce?: number;
}

/** Apache Kafka in the place of the AS4 network. Topics exist beforehand, see `ensureTopics`. */
export class KafkaTransport implements Transport {
  private readonly subscriptions = new Set<KafkaSubscription>();
  private closed = false;

  private constructor(
    private readonly kafka: Kafka,
    private readonly producer: BatchingProducer,
    private readonly settings: KafkaSettings,
  ) {}

  /** @throws {TransportUnavailable} when no broker answers */
  static async connect(settings: KafkaSettings): Promise<KafkaTransport> {
    const kafka = kafkaClient(settings);
    const producer = new BatchingProducer(kafka);
    await producer.connect();
    return new KafkaTransport(kafka, producer, settings);
  }

  send(topic: string, message: TransportMessage): Promise<void> {
    return this.producer.send(topic, message);
  }

  async subscribe(request: SubscriptionRequest): Promise<Subscription> {
    if (this.closed) throw new TransportUnavailable('the transport is closed');
    const { clock, partitionsAtOnce = 3 } = this.settings;
    const handler = new MessageHandler(request, (topic, message) => this.producer.send(topic, message), clock);
    // Members of one Kafka group subscribe to the same topics, or some topic ends up without a reader.
    const groupId = `${request.group}.${request.topic}`;
    const settings = { topic: request.topic, groupId, partitionsAtOnce };
    const subscription = await KafkaSubscription.start(this.kafka, settings, handler, clock);
    this.subscriptions.add(subscription);
    return {
      stop: async () => {
        this.subscriptions.delete(subscription);
        await subscription.stop();
      },
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.producer.close();
  }
}
