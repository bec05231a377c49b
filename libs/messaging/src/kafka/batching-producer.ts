import type { Kafka, Message, Producer, TopicMessages } from 'kafkajs';
import { TransportUnavailable, type TransportMessage } from '../transport.js';

interface Waiting {
  readonly topic: string;
  readonly message: Message;
  readonly sent: () => void;
  readonly failed: (error: Error) => void;
}

/**
 * Sends what was asked for while the last request was under way in one request: an idempotent producer has one request in
 * flight, so that order survives its retries.
 */
export class BatchingProducer {
  private waiting: Waiting[] = [];
  private producer: Producer | undefined;
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly kafka: Kafka) {}

  /** @throws {TransportUnavailable} when no broker answers */
  async connect(): Promise<void> {
    await this.connected();
  }

  /** Resolves when every in-sync replica has the message. @throws {TransportUnavailable} */
  send(topic: string, { key, headers, value }: TransportMessage): Promise<void> {
    if (this.closed) return Promise.reject(new TransportUnavailable('the transport is closed'));
    return new Promise((sent, failed) => {
      this.waiting.push({ topic, message: { key, headers: { ...headers }, value: Buffer.from(value) }, sent, failed });
      this.running ??= this.run();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.running;
    await this.producer?.disconnect();
  }

  private async run(): Promise<void> {
    // Whatever is asked for in the same turn shares the first request.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      try {
        const producer = await this.connected();
        await producer.sendBatch({ acks: -1, topicMessages: byTopic(batch) });
        for (const { sent } of batch) sent();
      } catch (error) {
        await this.abandon();
        for (const { failed } of batch) failed(unavailable(error));
      }
    }
    this.running = undefined;
  }

  private async connected(): Promise<Producer> {
    if (this.producer !== undefined) return this.producer;
    const producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
    try {
      await producer.connect();
    } catch (error) {
      throw unavailable(error);
    }
    this.producer = producer;
    return producer;
  }

  /** After a failure the broker may or may not have the batch, and the numbering of an idempotent producer is in doubt. */
  private async abandon(): Promise<void> {
    const abandoned = this.producer;
    this.producer = undefined;
    await abandoned?.disconnect();
  }
}

function byTopic(batch: readonly Waiting[]): TopicMessages[] {
  return [...Map.groupBy(batch, ({ topic }) => topic)].map(([topic, waiting]) => ({
    topic,
    messages: waiting.map(({ message }) => message),
  }));
}

function unavailable(error: unknown): TransportUnavailable {
  if (error instanceof TransportUnavailable) return error;
  return new TransportUnavailable('Kafka did not take the messages', { cause: error });
}
