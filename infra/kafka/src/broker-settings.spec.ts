import { brokerSettings, containerEnvironment, serverProperties } from './broker-settings.js';
import { kafkaImage, kafkaVersion } from './kafka-release.js';
import { networkTopics } from './network-topics.js';

const settings = brokerSettings({
  listener: '127.0.0.1:9092',
  advertised: 'localhost:19092',
  controller: '127.0.0.1:9093',
  data: '/data',
});

describe('the settings of the broker', () => {
  it('read the same in a properties file and in the environment of a container', () => {
    expect(serverProperties(settings)).toContain('advertised.listeners=PLAINTEXT://localhost:19092\n');
    expect(containerEnvironment(settings)).toMatchObject({
      KAFKA_ADVERTISED_LISTENERS: 'PLAINTEXT://localhost:19092',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    });
  });
});

describe('the release', () => {
  it('is pinned to one version of Kafka 4 and its official image', () => {
    expect(kafkaVersion()).toMatch(/^4\.\d+\.\d+$/);
    expect(kafkaImage()).toBe(`apache/kafka:${kafkaVersion()}`);
  });
});

describe('the topics of the network', () => {
  it('are three for each country: what it receives, its signals, and what it parked', () => {
    const estonian = networkTopics().filter(({ topic }) => topic.startsWith('edelivery.ee.'));

    expect(networkTopics()).toHaveLength(18);
    expect(estonian.map(({ topic }) => topic)).toEqual([
      'edelivery.ee.inbox',
      'edelivery.ee.signals',
      'edelivery.ee.parked',
    ]);
  });

  it('keep a parked message longer than one that is under way', () => {
    const retention = (topic: string): number =>
      Number(networkTopics().find((declared) => declared.topic === topic)?.settings['retention.ms']);

    expect(retention('edelivery.fi.parked')).toBeGreaterThan(retention('edelivery.fi.inbox'));
  });
});
