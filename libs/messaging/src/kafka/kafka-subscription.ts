import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Cancellation, Clock } from '@oots/edm';
import type { MessageHandler } from '../delivery/message-handler.js';
import { TransportUnavailable, type Subscription, type TransportMessage } from '../transport.js';

/** Milliseconds. How long the group waits for a member that died before the others take over. */
const SESSION = 10_000;
const HEARTBEAT = 1_000;
/** Milliseconds an idle fetch may take, and stopping with it. */
const LONGEST_FETCH = 500;
const RESTART_AFTER = 1_000;
/** Milliseconds. A new cluster may first have to make the topic in which groups keep their offsets. */
const JOIN_LIMIT = 60_000;

export interface KafkaSubscriptionSettings {
  readonly topic: string;
  readonly groupId: string;
  readonly partitionsAtOnce: number;
}

/** One member of a consumer group. The group's offset moves past a message only once it is handled or parked. */
export class KafkaSubscription implements Subscription {
  private readonly stopping = new AbortController();
  private consumer: Consumer | undefined;
  private cancelRestart: Cancellation | undefined;

  private constructor(
    private readonly kafka: Kafka,
    private readonly settings: KafkaSubscriptionSettings,
    private readonly handler: MessageHandler,
    private readonly clock: Clock,
  ) {}

  /** @throws {TransportUnavailable} */
  static async start(
    kafka: Kafka,
    settings: KafkaSubscriptionSettings,
    handler: MessageHandler,
    clock: Clock,
  ): Promise<KafkaSubscription> {
    const subscription = new KafkaSubscription(kafka, settings, handler, clock);
    await subscription.consume();
    return subscription;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.cancelRestart?.();
    await this.consumer?.disconnect();
  }

  private async consume(): Promise<void> {
    const { topic, groupId, partitionsAtOnce } = this.settings;
    const consumer = this.kafka.consumer({
      groupId,
      sessionTimeout: SESSION,
      heartbeatInterval: HEARTBEAT,
      maxWaitTimeInMs: LONGEST_FETCH,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(!this.stopping.signal.aborted) },
    });
    this.consumer = consumer;
    let member = false;
    let cancelLimit: Cancellation = () => undefined;
    const joined = new Promise<void>((resolve, reject) => {
      cancelLimit = this.clock.schedule(JOIN_LIMIT, () => {
        reject(new Error(`not joined within ${JOIN_LIMIT} ms`));
      });
      consumer.on(consumer.events.GROUP_JOIN, () => {
        member = true;
        resolve();
      });
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        // A young cluster has no group coordinator yet, and a broker may restart: the client tries again by itself.
        if (payload.restart) return;
        if (member) this.restartLater();
        else reject(payload.error);
      });
    });
    // It may be rejected while the connection still stands to be made; whoever waits below is told then.
    joined.catch(() => undefined);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: partitionsAtOnce,
        eachBatch: (payload) => this.workThrough(payload),
      });
      await joined;
    } catch (error) {
      await consumer.disconnect();
      throw new TransportUnavailable(`no place in the group of ${topic}`, { cause: error });
    } finally {
      cancelLimit();
    }
  }

  /** The client gives up on errors it does not know; a node that no longer listens is worse than one that tries again. */
  private restartLater(): void {
    if (this.stopping.signal.aborted) return;
    this.cancelRestart = this.clock.schedule(RESTART_AFTER, () => {
      this.consume().catch(() => {
        this.restartLater();
      });
    });
  }

  private async workThrough(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const lost = new AbortController();
    let failure: unknown;
    const beat = setInterval(() => {
      payload.heartbeat().catch((error: unknown) => {
        failure = error;
        lost.abort();
      });
    }, HEARTBEAT);
    const settled = await this.handler
      .workThrough(batch.messages.map(received), AbortSignal.any([this.stopping.signal, lost.signal]))
      .finally(() => {
        clearInterval(beat);
      });
    const last = batch.messages[settled - 1];
    if (last !== undefined) {
      payload.resolveOffset(last.offset);
      const next = (BigInt(last.offset) + 1n).toString();
      await payload.commitOffsetsIfNecessary({
        topics: [{ topic: batch.topic, partitions: [{ partition: batch.partition, offset: next }] }],
      });
    }
    if (lost.signal.aborted) throw failure;
  }
}

function received({ key, headers, value }: KafkaMessage): TransportMessage {
  const texts = Object.entries(headers ?? {}).map(([name, header]) => [name, textOf(header)] as const);
  return { key: key?.toString('utf8') ?? '', headers: Object.fromEntries(texts), value: value ?? new Uint8Array() };
}

/** A header name may occur several times; the last one counts. */
function textOf(header: Buffer | string | (Buffer | string)[] | undefined): string {
  const last = Array.isArray(header) ? header.at(-1) : header;
  return last?.toString() ?? '';
}
