import { spawnSync } from 'node:child_process';
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
    // The broker names them in whatever order it likes.
    expect(Object.fromEntries(topics.map(({ name, partitions }) => [name, partitions.length]))).toEqual({
      'edelivery.ee.inbox': 6,
      'edelivery.fi.parked': 1,
    });
  });
});

describe('given a machine with no brokers, no Docker and no Java', () => {
  it('then the error is one line that says so of each', () => {
    const find = `const { findKafka } = await import('${import.meta.resolve('../dist/index.js')}');
      await findKafka(process.env).catch((error) => process.stdout.write(error.message));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', find], {
      env: { PATH: '/nowhere', HOME: '/nowhere', DOCKER_HOST: 'tcp://127.0.0.1:1' },
      encoding: 'utf8',
    });

    expect(stdout).toBe('no Apache Kafka: KAFKA_BROKERS is not set; no Docker daemon answers; there is no Java');
  });

  it('then brokers that do not answer are named', async () => {
    await expect(findKafka({ KAFKA_BROKERS: '127.0.0.1:1' })).rejects.toThrow('no Kafka answers at 127.0.0.1:1');
  });
});
