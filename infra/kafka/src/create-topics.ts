/** `KAFKA_BROKERS=… node infra/kafka/dist/create-topics.js`: creates the network's topics where they are missing, once. */
import { createTopics } from './broker-admin.js';
import { findKafka } from './find-kafka.js';
import { networkTopics } from './network-topics.js';

if (process.env['KAFKA_BROKERS'] === undefined) throw new Error('KAFKA_BROKERS is not set');
const kafka = await findKafka(process.env);
const created = await createTopics(kafka.brokers, networkTopics());
process.stdout.write(`${kafka.description}: ${created} topics created\n`);
