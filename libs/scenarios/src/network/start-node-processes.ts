import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KeyFolder } from '@oots/directory';
import { systemClock } from '@oots/edm';
import type { CountryProfile } from '@oots/node';
import type { PostgresServer } from '@oots/postgres-engine';
import { COUNTRIES } from '@oots/countries';
import { authorityToken, tokenIssuer } from './authority-token.js';
import type { Network, NetworkNode } from './network.js';
import { networkKeys, nodeDatabases, publicAuditKeys } from './network-foundations.js';
import type { NodeSettings } from './start-network.js';

/** Where the built applications are: beside `libs` in the workspace. */
const APPS = new URL('../../../../apps/', import.meta.url);

const START_LIMIT = 60_000;
const STOP_LIMIT = 30_000;

/** A network whose nodes are processes: each can be killed and started again. */
export interface ProcessNetwork extends Network {
  /** Ends a node at once, as a power cut does. Resolves when it is gone. */
  kill(country: string): Promise<void>;

  /** Starts a killed node again, on the same database, keys and port. */
  restart(country: string): Promise<void>;
}

export interface ProcessNetworkOptions {
  readonly postgres: PostgresServer;
  readonly kafka: { readonly brokers: string; readonly description: string };
  /** Default: all six. */
  readonly profiles?: readonly CountryProfile[];
  readonly name?: string;
  readonly settings?: (country: string) => NodeSettings;
  readonly directoryPort?: number;
  readonly progress?: (line: string) => void;
  /** What the processes write to their standard error; nothing is shown when absent. */
  readonly onOutput?: (from: string, text: string) => void;
}

/** Did not come up, or ended by itself; with what it last said. */
export class ProcessFailed extends Error {
  override readonly name = 'ProcessFailed';
}

/** One application as a child process that tells when it is ready, and ends with its parent. */
class AppProcess {
  private child: ChildProcess | undefined;
  /** Origin of its HTTP face. */
  url = '';

  constructor(
    private readonly app: string,
    private readonly environment: NodeSettings,
    private readonly onOutput: (from: string, text: string) => void,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws {ProcessFailed} */
  async start(): Promise<void> {
    const entry = fileURLToPath(new URL(`${this.app}/dist/main.js`, APPS));
    const child = fork(entry, { env: { ...this.environment, PATH: '' }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.child = child;
    let last = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      last = chunk.toString('utf8');
      this.onOutput(this.app, last);
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      this.onOutput(this.app, chunk.toString('utf8'));
    });
    this.url = await new Promise<string>((resolve, reject) => {
      const limit = setTimeout(() => {
        reject(new ProcessFailed(`${this.app} was not ready in ${START_LIMIT / 1000} s ${last}`));
      }, START_LIMIT);
      child.once('message', (message: { ready: string }) => {
        clearTimeout(limit);
        resolve(message.ready);
      });
      child.once('exit', (code) => {
        clearTimeout(limit);
        reject(new ProcessFailed(`${this.app} ended with ${code} ${last}`));
      });
    });
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
      child.once('exit', () => {
        clearTimeout(limit);
        resolve();
      });
      child.kill(signal);
    });
  }
}

/** Starts the directories and every node as processes of their own, on Kafka. @throws {ProcessFailed}; the others are stopped */
export async function startNodeProcesses(options: ProcessNetworkOptions): Promise<ProcessNetwork> {
  const { postgres, kafka, profiles = COUNTRIES, name = 'oots', progress, onOutput = () => undefined } = options;
  const folder = await mkdtemp(join(tmpdir(), 'oots-keys-'));
  const keys = await networkKeys(profiles, systemClock.now());
  await new KeyFolder(folder).write(keys);
  const databases = await nodeDatabases(profiles, postgres, name);

  const directories = new AppProcess(
    'common-services',
    { PORT: String(options.directoryPort ?? 0), KEYS_DIRECTORY: folder, ...options.settings?.('common-services') },
    onOutput,
  );
  const processes = new Map<string, AppProcess>();
  const stop = async () => {
    await Promise.all([...processes.values()].map((process) => process.end('SIGTERM')));
    await directories.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  };
  const nodes = new Map<string, NetworkNode>();
  try {
    await directories.start();
    progress?.(`directories on ${directories.url}`);
    // Every node fills its database and joins its consumer groups; two at a time keep small machines responsive.
    for (let at = 0; at < profiles.length; at += 2) {
      await Promise.all(profiles.slice(at, at + 2).map((profile) => startNodeProcess(profile)));
    }
  } catch (error) {
    await stop();
    throw error;
  }

  async function startNodeProcess(profile: CountryProfile): Promise<void> {
    const { country } = profile;
    const nodeKeys = keys.nodes.get(country);
    const databaseUrl = databases.get(country);
    if (nodeKeys === undefined || databaseUrl === undefined) throw new RangeError(`no keys or database for ${country}`);
    const app = new AppProcess(
      `node-${country.toLowerCase()}`,
      {
        LOG_LEVEL: 'warn',
        ...options.settings?.(country),
        DATABASE_URL: databaseUrl,
        KAFKA_BROKERS: kafka.brokers,
        DIRECTORY_URL: directories.url,
        KEYS_DIRECTORY: folder,
      },
      onOutput,
    );
    processes.set(country, app);
    await app.start();
    const issuer = tokenIssuer(profile, nodeKeys);
    nodes.set(country, {
      country,
      get url() {
        return app.url;
      },
      get pid() {
        return app.pid ?? 0;
      },
      databaseUrl,
      issuer,
      token: (scopes) => authorityToken(issuer, scopes),
    });
    progress?.(`node ${country} on ${app.url}, process ${app.pid}`);
  }

  const processOf = (country: string): AppProcess => {
    const found = processes.get(country);
    if (found === undefined) throw new RangeError(`${country} takes no part in this network`);
    return found;
  };
  return {
    nodes: new Map(profiles.flatMap(({ country }) => nodes.get(country) ?? []).map((node) => [node.country, node])),
    directoryUrl: directories.url,
    transport: kafka.description,
    database: postgres.description,
    auditKeys: publicAuditKeys(keys),
    node(country) {
      const found = nodes.get(country);
      if (found === undefined) throw new RangeError(`${country} takes no part in this network`);
      return found;
    },
    kill: (country) => processOf(country).end('SIGKILL'),
    restart: (country) => processOf(country).start(),
    stop,
  };
}
