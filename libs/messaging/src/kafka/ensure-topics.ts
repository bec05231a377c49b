import type { KafkaSettings } from './kafka-transport.js';

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
 */
export declare function ensureTopics(
  settings: Pick<KafkaSettings, 'brokers' | 'clientId' | 'log'>,
  topics: readonly string[],
  topicSettings: TopicSettings,
): Promise<readonly string[]>;
