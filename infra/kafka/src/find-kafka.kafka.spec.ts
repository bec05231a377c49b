import { Kafka, logLevel } from 'kafkajs';
import { createTopics, findKafka, networkTopics } from './index.js';

const brokers = process.env['KAFKA_BROKERS'] ?? '';

describe('given brokers that KAFKA_BROKERS names', () => {
  it('then they are the ones found, and stopping leaves them running', async () => {
    const found = await findKafka({ KAFKA_BROKERS: brokers });
    await found.stop();
    const again = await findKafka({ KAFKA_BROKERS: brokers });

    expect(found.brokers).toBe(brokers);
    expect(again.description).toContain('(KAFKA_BROKERS, one broker)');
  });

  it('then the topics of the network are created once, with the settings declared for them', async () => {
    await createTopics(brokers, networkTopics());
    const createdAgain = await createTopics(brokers, networkTopics());

    const admin = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: ['edelivery.ee.inbox', 'edelivery.fi.parked'] });
    await admin.disconnect();

    expect(createdAgain).toBe(0);
    expect(topics.map(({ name, partitions }) => [name, partitions.length])).toEqual([
      ['edelivery.ee.inbox', 6],
      ['edelivery.fi.parked', 1],
    ]);
  });
});
