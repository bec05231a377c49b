import { Kafka, logLevel, type Admin } from 'kafkajs';
import { KafkaUnavailable } from './kafka-server.js';
import type { TopicDeclaration } from './network-topics.js';

/**
 * @param brokers `host:port`, comma-separated
 * @param patienceMs how long they may take to answer
 * @returns how many brokers the cluster has
 * @throws {KafkaUnavailable} when they do not answer in time
 */
export async function clusterSize(brokers: string, patienceMs: number): Promise<number> {
  return administer(brokers, patienceMs, async (admin) => (await admin.describeCluster()).brokers.length);
}

/**
 * Creates what does not exist yet; a topic that exists stays as it is.
 *
 * @returns how many topics were created
 */
export async function createTopics(brokers: string, declarations: readonly TopicDeclaration[]): Promise<number> {
  return administer(brokers, 30_000, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const missing = declarations.filter(({ topic }) => !existing.has(topic));
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map(({ topic, partitions, settings }) => ({
        topic,
        numPartitions: partitions,
        configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
      })),
    });
    return missing.length;
  });
}

async function administer<Result>(
  brokers: string,
  patienceMs: number,
  work: (admin: Admin) => Promise<Result>,
): Promise<Result> {
  const admin = new Kafka({
    clientId: 'oots-kafka-engine',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2_000,
    retry: { initialRetryTime: 100, maxRetryTime: 500, retries: Math.ceil(patienceMs / 400) },
  }).admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (cause) {
    throw new KafkaUnavailable(`no Kafka answers at ${brokers}`, { cause });
  } finally {
    await admin.disconnect();
  }
}
