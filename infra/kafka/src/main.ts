/** `node infra/kafka/dist/main.js [DIRECTORY [PORT]]`: Apache Kafka in the foreground, with the network's topics, until Ctrl-C. */
import { createTopics } from './broker-admin.js';
import { KafkaUnavailable } from './kafka-server.js';
import { startLocalKafka } from './local-kafka.js';
import { networkTopics } from './network-topics.js';

/** As everywhere on the project's command line: it could not run. */
const COULD_NOT_RUN = 2;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function runInForeground(directory: string | undefined, port: string | undefined): Promise<void> {
  const kafka = await startLocalKafka({
    ...(directory === undefined ? {} : { directory }),
    ...(port === undefined ? {} : { port: Number(port) }),
    progress: say,
  });
  const untilStopped = setInterval(() => undefined, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(untilStopped);
      say('stopping');
      void kafka.stop();
    });
  }
  const created = await createTopics(kafka.brokers, networkTopics());
  say(`${kafka.description}; ${created} topics created`);
  say(`KAFKA_BROKERS=${kafka.brokers}`);
}

const [directory, port] = process.argv.slice(2);
runInForeground(directory, port).catch((error: unknown) => {
  if (!(error instanceof KafkaUnavailable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = COULD_NOT_RUN;
});
