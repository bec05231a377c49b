import { findKafka } from '@oots/kafka-engine';
import { findPostgres } from '@oots/postgres-engine';

/** What a person reads of a long start. */
const say = (line) => process.stdout.write(`${line}\n`);

/** Jest's global setup of `npm run test:kafka`: finds both engines and says which, or ends the run with one line. */
export default async function startEngines() {
  try {
    const postgres = await findPostgres(process.env);
    globalThis.engines = [postgres];
    say(`found ${postgres.description}`);
    const kafka = await findKafka(process.env, { progress: say });
    globalThis.engines.push(kafka);
    say(`found ${kafka.description}`);
    process.env['OOTS_TEST_POSTGRES'] = postgres.adminUrl;
    process.env['KAFKA_BROKERS'] = kafka.brokers;
  } catch (error) {
    process.stderr.write(`test:kafka cannot run: ${error.message}\n`);
    process.exit(1);
  }
}
