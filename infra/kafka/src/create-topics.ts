/** `KAFKA_BROKERS=… node infra/kafka/dist/create-topics.js`: creates the network's topics where they are missing, once. */
import { createTopics } from './broker-admin.js';
import { KafkaUnavailable } from './kafka-server.js';
import { networkTopics } from './network-topics.js';

/** As everywhere on the project's command line: it could not run. */
const COULD_NOT_RUN = 2;

async function createNetworkTopics(brokers: string | undefined): Promise<void> {
  if (brokers === undefined || brokers === '') throw new KafkaUnavailable('KAFKA_BROKERS is not set');
  const created = await createTopics(brokers, networkTopics());
  process.stdout.write(`${created} topics created at ${brokers}\n`);
}

createNetworkTopics(process.env['KAFKA_BROKERS']).catch((error: unknown) => {
  if (!(error instanceof KafkaUnavailable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = COULD_NOT_RUN;
});
