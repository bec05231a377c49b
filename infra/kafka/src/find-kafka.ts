import { clusterSize } from './broker-admin.js';
import { startContainerKafka } from './container-kafka.js';
import { KafkaUnavailable, type KafkaServer } from './kafka-server.js';
import { startLocalKafka, type LocalKafkaOptions } from './local-kafka.js';

/** The ways to start one where none is named, in the order in which they are tried. */
const WAYS: readonly ((options: LocalKafkaOptions) => Promise<KafkaServer>)[] = [
  ({ progress }) => startContainerKafka(progress ?? (() => undefined)),
  startLocalKafka,
];

/**
 * The Kafka to use: the brokers `KAFKA_BROKERS` names, else a container where a Docker daemon answers, else one started
 * with Java and Maven. `description` says which.
 *
 * @param environment `KAFKA_BROKERS`, `host:port` comma-separated
 * @throws {KafkaUnavailable} when the named brokers do not answer, or with the reason each way failed, in one line
 */
export async function findKafka(environment: NodeJS.ProcessEnv, options: LocalKafkaOptions = {}): Promise<KafkaServer> {
  const named = environment['KAFKA_BROKERS'];
  if (named !== undefined && named !== '') return existingKafka(named);
  const reasons: string[] = [];
  for (const start of WAYS) {
    try {
      return await start(options);
    } catch (error) {
      if (!(error instanceof KafkaUnavailable)) throw error;
      reasons.push(error.message);
    }
  }
  throw new KafkaUnavailable(`no Apache Kafka: KAFKA_BROKERS is not set; ${reasons.join('; ')}`);
}

async function existingKafka(brokers: string): Promise<KafkaServer> {
  const size = await clusterSize(brokers, 5_000);
  const cluster = size === 1 ? 'one broker' : `${size} brokers`;
  return {
    brokers,
    version: undefined,
    description: `Kafka at ${brokers} (KAFKA_BROKERS, ${cluster})`,
    stop: () => Promise.resolve(),
  };
}
