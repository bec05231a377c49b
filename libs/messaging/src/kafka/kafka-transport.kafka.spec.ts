import { randomIdentifiers, systemClock } from '@oots/edm';
import { describeTransport } from '../testing/transport-contract.js';
import { ensureTopics } from './ensure-topics.js';
import { KafkaTransport } from './kafka-transport.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const connection = { brokers, clientId: 'transport-contract' };
const ONE_NODE = { partitions: 6, replicationFactor: 1, config: {} };

describeTransport('Apache Kafka', () =>
  Promise.resolve({
    connect: () => KafkaTransport.connect({ ...connection, clock: systemClock }),
    newTopic: async () => {
      const topic = `contract.${randomIdentifiers.uuid()}`;
      await ensureTopics(connection, [topic], ONE_NODE);
      return topic;
    },
    stop: () => Promise.resolve(),
  }),
);

describe('given topics of which one exists', () => {
  it('then only the others are made', async () => {
    const [present, missing] = [`topics.${randomIdentifiers.uuid()}`, `topics.${randomIdentifiers.uuid()}`];
    await ensureTopics(connection, [present], ONE_NODE);

    expect(await ensureTopics(connection, [present, missing], ONE_NODE)).toEqual([missing]);
  });
});

describe('given no broker', () => {
  it('then connecting says that the network is unavailable', async () => {
    const nobody = { brokers: ['127.0.0.1:1'], clientId: 'nobody', clock: systemClock };

    await expect(KafkaTransport.connect(nobody)).rejects.toMatchObject({ name: 'TransportUnavailable' });
  });
});
