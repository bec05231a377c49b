import { createTopics, networkTopics } from '@oots/kafka-engine';
import { existingPostgres } from '@oots/postgres-engine';
import { startNetwork } from '../network/start-network.js';
import { startNodeProcesses } from '../network/start-node-processes.js';
import { describeMove } from '../testing/describe-move.js';

const brokers = process.env['KAFKA_BROKERS'] ?? '';
const kafka = { brokers, description: `Apache Kafka on ${brokers}` };
const postgres = () => existingPostgres(process.env['OOTS_TEST_POSTGRES'] ?? '');

beforeAll(async () => {
  await createTopics(brokers, networkTopics());
});

describeMove('in one process over Apache Kafka', async () =>
  startNetwork({ postgres: await postgres(), kafka, name: 'kafka_one_process' }),
);

describeMove('in processes of their own over Apache Kafka', async () =>
  startNodeProcesses({ postgres: await postgres(), kafka, name: 'kafka_processes' }),
);
