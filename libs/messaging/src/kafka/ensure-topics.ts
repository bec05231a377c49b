import { TransportUnavailable } from '../transport.js';
import { kafkaClient, type KafkaConnection } from './kafka-client.js';

export interface TopicSettings {
  readonly partitions: number;
  readonly replicationFactor: number;
  /** `cleanup.policy`, `retention.ms`, … */
  readonly config: Readonly<Record<string, string>>;
}

/**
 * Creates the topics that are missing; leaves the others as they are.
 *
 * @returns the names of those created
 * @throws {TransportUnavailable}
 */
export async function ensureTopics(
  connection: KafkaConnection,
  topics: readonly string[],
  { partitions, replicationFactor, config }: TopicSettings,
): Promise<readonly string[]> {
  const admin = kafkaClient(connection).admin();
  try {
    await admin.connect();
    const present = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !present.has(topic));
    const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
    if (missing.length === 0) return [];
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor, configEntries })),
    });
    return missing;
  } catch (error) {
    throw new TransportUnavailable('the topics could not be made', { cause: error });
  } finally {
    await admin.disconnect();
  }
}
