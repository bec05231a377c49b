import { declarationsOf, DirectoryClient, type NetworkKeys, TrustedKeys } from '@oots/directory';
import { startCommonServices } from '@oots/directory/http';
import { type Clock, type IdentifierSource, systemClock } from '@oots/edm';
import { KafkaTransport, MemoryNetwork, MemoryTransport, type Transport } from '@oots/messaging';
import { type CountryProfile, NodeConfig, type RunningNode, startNode } from '@oots/node';
import type { PostgresServer } from '@oots/postgres-engine';
import { COUNTRIES } from '@oots/countries';
import { authorityToken, tokenIssuer } from './authority-token.js';
import type { Network, NetworkNode } from './network.js';
import { networkKeys, nodeDatabases, publicAuditKeys } from './network-foundations.js';

/** Settings of a node by their names in the environment. */
export type NodeSettings = Readonly<Record<string, string>>;

export interface NetworkOptions {
  readonly postgres: PostgresServer;
  /** Default: all six. */
  readonly profiles?: readonly CountryProfile[];
  /** Default: memory. */
  readonly kafka?: { readonly brokers: string; readonly description: string };
  /** Names the databases; a network that comes back under its name finds its data. Default: `oots`. */
  readonly name?: string;
  readonly settings?: (country: string) => NodeSettings;
  readonly directoryPort?: number;
  readonly clock?: Clock;
  readonly identifiers?: IdentifierSource;
  /** Told of each step, for whoever waits. */
  readonly progress?: (line: string) => void;
}

const CONNECTIONS = '8';

/** A network inside this process, whose keys a test may use to look into what nodes keep sealed. */
export interface InProcessNetwork extends Network {
  readonly keys: NetworkKeys;
}

/** Starts national nodes and their directories in this process. @throws when any of them cannot start; the others are stopped */
export async function startNetwork(options: NetworkOptions): Promise<InProcessNetwork> {
  const { postgres, profiles = COUNTRIES, kafka, name = 'oots', clock = systemClock, progress } = options;
  const keys = await networkKeys(profiles, clock.now());
  const databases = await nodeDatabases(profiles, postgres, name);
  const peers = await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, clock);
  const defects: unknown[] = [];
  const services = await startCommonServices(
    {
      declarations: profiles.map(declarationsOf),
      directoryKeys: keys.directory,
      trustedKeys: peers,
      clock,
      onDefect: (error) => defects.push(error),
    },
    { port: options.directoryPort ?? 0 },
  );
  progress?.(`directories on ${services.url}`);

  const memory = new MemoryNetwork();
  const transportFor = (country: string): Promise<Transport> =>
    kafka === undefined
      ? Promise.resolve(new MemoryTransport(memory, clock))
      : KafkaTransport.connect({ brokers: kafka.brokers.split(','), clientId: `node-${country.toLowerCase()}`, clock });

  const running: RunningNode[] = [];
  const stop = async () => {
    await Promise.all(running.map((node) => node.stop()));
    await services.close();
  };
  const started = new Map<string, NetworkNode>();
  try {
    const startOne = async (profile: CountryProfile): Promise<void> => {
      const { country } = profile;
      const nodeKeys = known(keys.nodes, country);
      const databaseUrl = known(databases, country);
      const node = await startNode({
        profile,
        config: NodeConfig.read({
          LOG_LEVEL: 'silent',
          DATABASE_CONNECTIONS: CONNECTIONS,
          ...options.settings?.(country),
          DATABASE_URL: databaseUrl,
          DIRECTORY_URL: services.url,
        }),
        keys: nodeKeys,
        peers,
        directory: new DirectoryClient({
          commonServices: services.url,
          trust: { roots: [keys.anchor.directoryRoot] },
          clock,
        }),
        transport: await transportFor(country),
        clock,
        ...(options.identifiers === undefined ? {} : { identifiers: options.identifiers }),
      });
      running.push(node);
      const issuer = tokenIssuer(profile, nodeKeys);
      started.set(country, {
        country,
        url: node.url,
        databaseUrl,
        issuer,
        token: (scopes) => authorityToken(issuer, scopes),
      });
      progress?.(`node ${country} on ${node.url}`);
    };
    const outcomes = await Promise.allSettled(profiles.map(startOne));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  } catch (error) {
    await stop();
    throw error;
  }
  // In the order of the countries, whichever was up first.
  const nodes = new Map(profiles.map(({ country }) => [country, known(started, country)]));
  return {
    keys,
    nodes,
    directoryUrl: services.url,
    transport: kafka?.description ?? 'memory, in this process',
    database: postgres.description,
    auditKeys: publicAuditKeys(keys),
    node: (country) => known(nodes, country),
    stop,
  };
}

function known<T>(byCountry: ReadonlyMap<string, T>, country: string): T {
  const value = byCountry.get(country);
  if (value === undefined) throw new RangeError(`${country} takes no part in this network`);
  return value;
}
