import {
  declarationsOf,
  DirectoryClient,
  DirectoryUnavailable,
  fetchTrustList,
  KeyFolder,
  publishDeclarations,
  TrustedKeys,
  TrustListRefresh,
} from '@oots/directory';
import { randomIdentifiers, systemClock } from '@oots/edm';
import { KafkaTransport } from '@oots/messaging';
import { ConfigurationError } from '../config/configuration-error.js';
import type { CountryProfile } from '../config/country-profile.js';
import { NodeConfig } from '../config/node-config.js';
import { NodeLog } from './node-log.js';
import { startNode } from './start-node.js';

const TRUST_LIST_REFRESH = 60_000;

/**
 * The whole of a node's `main`: reads the process's environment, starts the node on Kafka, and drains it when the process is told to
 * end. The process ends with 2 when it cannot start.
 */
export async function runNode(
  profile: CountryProfile,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    const config = NodeConfig.read(environment);
    const log = new NodeLog(profile.country, config.LOG_LEVEL);
    const clock = systemClock;
    const keys = new KeyFolder(needed(config.KEYS_DIRECTORY, 'KEYS_DIRECTORY'));
    const brokers = needed(config.KAFKA_BROKERS, 'KAFKA_BROKERS').split(',');

    const anchor = await keys.anchor();
    const source = () => fetchTrustList(config.DIRECTORY_URL);
    const peers = await TrustedKeys.from(await source(), anchor.publicJwk, clock);
    const refresh = new TrustListRefresh(peers, {
      source,
      every: TRUST_LIST_REFRESH,
      clock,
      onTrouble: (error) => {
        log.defect('trust-list', error);
      },
    });
    const nodeKeys = await keys.node(profile.country);
    const trust = { roots: [anchor.directoryRoot] };
    const node = await startNode({
      profile,
      config,
      keys: nodeKeys,
      peers,
      directory: new DirectoryClient({
        commonServices: config.DIRECTORY_URL,
        trust,
        clock,
      }),
      transport: await KafkaTransport.connect({
        brokers,
        clientId: `node-${profile.country.toLowerCase()}`,
        clock,
        log: (level, line) => {
          log.network(level, line);
        },
      }),
    });
    await publish(profile, { commonServices: config.DIRECTORY_URL, key: nodeKeys.signature, trust, clock }, log);
    refresh.start();
    const end = () => {
      refresh.stop();
      void node.stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
    // A parent that started the node may ask it to drain, and an orphan does not stay.
    process.once('disconnect', end);
    process.send?.({ ready: node.url });
  } catch (error) {
    process.stderr.write(
      `node ${profile.country} cannot start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(2);
  }
}

/**
 * Tells the directories what the country declares. Directories that do not answer now keep what they knew: the node serves
 * all the same. A refused declaration stops the start, because others would be sent to what is not there.
 */
async function publish(
  profile: CountryProfile,
  settings: Omit<Parameters<typeof publishDeclarations>[1], 'identifiers'>,
  log: NodeLog,
): Promise<void> {
  try {
    await publishDeclarations(declarationsOf(profile), { ...settings, identifiers: randomIdentifiers });
  } catch (error) {
    if (!(error instanceof DirectoryUnavailable)) throw error;
    log.defect('publish-declarations', error);
  }
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new ConfigurationError(`${name} is needed by a node that runs alone`);
  return value;
}
