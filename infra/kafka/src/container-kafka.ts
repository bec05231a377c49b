import getPort from 'get-port';
import { clusterSize } from './broker-admin.js';
import { brokerSettings, containerEnvironment } from './broker-settings.js';
import { kafkaImage, kafkaVersion } from './kafka-release.js';
import { KafkaUnavailable, type KafkaServer, type Progress } from './kafka-server.js';

const START_LIMIT_MS = 120_000;
const DATA = '/var/lib/kafka/data';

/**
 * Starts the official image of Apache Kafka through Testcontainers, which removes the container when this process is gone.
 *
 * The Kafka module of Testcontainers starts Confluent's images only, hence a generic container. Its port on this machine is
 * chosen beforehand, because the broker tells its clients where it is.
 *
 * @throws {KafkaUnavailable} when no Docker daemon answers, or the container does not start
 */
export async function startContainerKafka(progress: Progress): Promise<KafkaServer> {
  const testcontainers = await docker();
  const image = kafkaImage();
  const port = await getPort({ host: '127.0.0.1' });
  const settings = brokerSettings({
    listener: '0.0.0.0:9092',
    advertised: `localhost:${port}`,
    controller: 'localhost:9093',
    data: DATA,
  });
  progress(`starting ${image} with Docker`);
  try {
    const container = await new testcontainers.GenericContainer(image)
      .withExposedPorts({ container: 9092, host: port })
      .withEnvironment(containerEnvironment(settings))
      .withWaitStrategy(testcontainers.Wait.forLogMessage(/Kafka Server started/))
      .withStartupTimeout(START_LIMIT_MS)
      .start();
    const brokers = `${container.getHost()}:${port}`;
    await clusterSize(brokers, 30_000);
    const version = kafkaVersion();
    const stop = async (): Promise<void> => {
      await container.stop();
    };
    return { brokers, version, description: `Apache Kafka ${version} in Docker (${image}), on ${brokers}`, stop };
  } catch (cause) {
    throw new KafkaUnavailable(`Docker did not start ${image}`, { cause });
  }
}

/** Testcontainers is a development dependency: loaded only where it may be of use, absent from an installed node. */
async function docker() {
  try {
    const testcontainers = await import('testcontainers');
    await testcontainers.getContainerRuntimeClient();
    return testcontainers;
  } catch (cause) {
    throw new KafkaUnavailable('no Docker daemon answers', { cause });
  }
}
