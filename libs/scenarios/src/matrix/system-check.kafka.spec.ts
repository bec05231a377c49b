import { createTopics, networkTopics } from '@oots/kafka-engine';
import { existingPostgres } from '@oots/postgres-engine';
import { type InProcessNetwork, startNetwork } from '../network/start-network.js';
import type { MatrixReport } from './matrix-report.js';
import { runMatrix } from './run-matrix.js';

const brokers = process.env['KAFKA_BROKERS'] ?? '';

describe('given six nodes over Apache Kafka', () => {
  let network: InProcessNetwork;
  let report: MatrixReport;

  beforeAll(async () => {
    await createTopics(brokers, networkTopics());
    network = await startNetwork({
      postgres: await existingPostgres(process.env['OOTS_TEST_POSTGRES'] ?? ''),
      kafka: { brokers, description: `Apache Kafka on ${brokers}` },
      name: 'kafka_system_check',
    });
    report = await runMatrix(network, { only: ({ procedure }) => procedure === '00' });
  }, 240_000);

  afterAll(async () => {
    await network.stop();
  }, 60_000);

  it('then the system check passes between every two of them', () => {
    expect(report.cells.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(report).toMatchObject({ pairs: 30, pairsPassed: 30, totals: { passed: 30, failed: 0 } });
  });

  it('then every log verifies', () => {
    expect(Object.values(report.logs).map(({ verified }) => verified)).toEqual(Array(6).fill(true));
    expect(report.holds).toBe(true);
  });
});
