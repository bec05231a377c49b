import { systemClock } from '@oots/edm';
import { createTopics, findKafka, type KafkaServer, networkTopics } from '@oots/kafka-engine';
import { findPostgres } from '@oots/postgres-engine';
import { type Network, type NodeSettings, startNetwork, startNodeProcesses } from '@oots/scenarios';
import type { Environment } from './environment.js';

export const TRANSPORTS = ['memory', 'kafka'] as const;
export type TransportChoice = (typeof TRANSPORTS)[number];

export interface BringUp {
  readonly transport: TransportChoice;
  readonly environment: Environment;
  readonly progress: (line: string) => void;
  /** Default: whatever ports are free. */
  readonly ports?: { readonly directories: number; readonly node: (country: string) => number };
}

/**
 * Finds the engines and starts the network on them: on memory in this process, on Kafka as seven processes.
 *
 * @throws {PostgresUnavailable}, {KafkaUnavailable} in one clear line
 */
export async function bringUpNetwork({ transport, environment, progress, ports }: BringUp): Promise<Network> {
  const stops: (() => Promise<void>)[] = [];
  const stopEngines = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const postgres = await findPostgres(environment);
    stops.push(() => postgres.stop());
    progress(postgres.description);
    const settings = (country: string): NodeSettings => ({
      ...(ports === undefined || country === 'common-services' ? {} : { PORT: String(ports.node(country)) }),
    });
    const shared = {
      postgres,
      progress,
      settings,
      // A network of its own each time: its keys are new, so older data would be unreadable to it.
      name: `oots_${systemClock.now().getTime().toString(36)}`,
      ...(ports === undefined ? {} : { directoryPort: ports.directories }),
    };
    const network =
      transport === 'memory'
        ? await startNetwork(shared)
        : await startNodeProcesses({ ...shared, kafka: await kafkaWithTopics(environment, progress, stops) });
    return {
      ...network,
      stop: async () => {
        await network.stop();
        await stopEngines();
      },
    };
  } catch (error) {
    await stopEngines();
    throw error;
  }
}

async function kafkaWithTopics(
  environment: Environment,
  progress: (line: string) => void,
  stops: (() => Promise<void>)[],
): Promise<KafkaServer> {
  const kafka = await findKafka(environment, { progress });
  stops.push(() => kafka.stop());
  progress(kafka.description);
  await createTopics(kafka.brokers, networkTopics());
  return kafka;
}
