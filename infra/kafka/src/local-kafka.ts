import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { clusterSize } from './broker-admin.js';
import { brokerSettings, serverProperties } from './broker-settings.js';
import { kafkaJars } from './kafka-jars.js';
import { kafkaVersion } from './kafka-release.js';
import { KafkaUnavailable, type KafkaServer, type Progress } from './kafka-server.js';
import type { SupervisorOrder } from './supervisor.js';

export interface LocalKafkaOptions {
  /** Keeps the data, `server.properties` and `broker.log`. Without it they are temporary and go with the broker. */
  readonly directory?: string;
  /** TCP port on 127.0.0.1; a free one when absent. */
  readonly port?: number;
  readonly progress?: Progress;
  /** The process whose end ends the broker. Default: this one. */
  readonly ownerPid?: number;
}

const START_LIMIT_MS = 60_000;
const ATTEMPT_MS = 500;
/** A broker for six nodes of a testbed; the machine has other work. */
const HEAP = ['-Xms128m', '-Xmx512m'];

/** `.local` of the workspace, outside version control: the path is the same from `src` and from `dist`. */
const LOCAL = fileURLToPath(new URL('../../../.local', import.meta.url));

const run = promisify(execFile);

/**
 * Starts Apache Kafka on this machine with Java, without Docker: one broker that is its own controller, on 127.0.0.1 only.
 *
 * @throws {KafkaUnavailable} when Java or the jars are missing, or the broker gives up; the message names its log
 */
export async function startLocalKafka(options: LocalKafkaOptions = {}): Promise<KafkaServer> {
  const progress = options.progress ?? (() => undefined);
  const jars = await kafkaJars(LOCAL, progress);
  const port = await freePort(options.port);
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'oots-kafka-')));
  const brokers = `127.0.0.1:${port}`;
  const properties = await configure(directory, brokers);
  progress(`starting Apache Kafka ${kafkaVersion()} on ${brokers}`);
  await format(jars, directory, properties);

  const log = join(directory, 'broker.log');
  const broker = supervise({
    ownerPid: options.ownerPid ?? process.pid,
    command: 'java',
    arguments: [...HEAP, '-cp', join(jars, '*'), 'kafka.Kafka', properties],
    log,
    temporary: options.directory === undefined ? directory : undefined,
  });
  try {
    await answering(brokers, broker.exited, log);
  } catch (error) {
    await broker.stop();
    throw error;
  }
  const version = kafkaVersion();
  return { brokers, version, description: `Apache Kafka ${version} from Maven, on ${brokers}`, stop: broker.stop };
}

/** Another Kafka on the wanted port would answer in place of the one that is to be started. */
async function freePort(wanted: number | undefined): Promise<number> {
  const port = await getPort({ host: '127.0.0.1', ...(wanted === undefined ? {} : { port: wanted }) });
  if (wanted !== undefined && port !== wanted) throw new KafkaUnavailable(`port ${wanted} is taken`);
  return port;
}

/** @returns the path of `server.properties` */
async function configure(directory: string, listener: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const controller = `127.0.0.1:${await getPort({ host: '127.0.0.1' })}`;
  const settings = brokerSettings({ listener, advertised: listener, controller, data: join(directory, 'data') });
  const file = join(directory, 'server.properties');
  await writeFile(file, serverProperties(settings));
  return file;
}

/** Kafka starts only on storage that was formatted for a cluster, and formats it only once. */
async function format(jars: string, directory: string, properties: string): Promise<void> {
  if (existsSync(join(directory, 'data', 'meta.properties'))) return;
  const cluster = randomBytes(16).toString('base64url');
  const tool = ['-XX:TieredStopAtLevel=1', '-cp', join(jars, '*'), 'kafka.tools.StorageTool', 'format'];
  await run('java', [...tool, `--cluster-id=${cluster}`, `--config=${properties}`]).catch((cause: unknown) => {
    throw new KafkaUnavailable(`Apache Kafka could not format ${directory}`, { cause });
  });
}

function supervise(order: SupervisorOrder) {
  const script = fileURLToPath(new URL(`./supervisor${extname(import.meta.url)}`, import.meta.url));
  const supervisor = spawn(process.execPath, ['--no-warnings', script, JSON.stringify(order)], {
    detached: true,
    stdio: 'ignore',
  });
  const exited = new Promise<void>((resolve, reject) => {
    supervisor.once('error', reject);
    supervisor.once('exit', () => {
      resolve();
    });
  });
  supervisor.unref();
  return {
    exited,
    stop: async (): Promise<void> => {
      supervisor.ref();
      supervisor.kill('SIGTERM');
      await exited;
    },
  };
}

async function answering(brokers: string, exited: Promise<void>, log: string): Promise<void> {
  const until = performance.now() + START_LIMIT_MS;
  let over = false as boolean;
  void exited.then(() => {
    over = true;
  });
  for (;;) {
    if (over) gaveUp(log);
    try {
      await clusterSize(brokers, ATTEMPT_MS);
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}

function gaveUp(log: string): never {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  const reason = lines.findLast((line) => /ERROR|Exception/.test(line)) ?? 'it gave no reason';
  throw new KafkaUnavailable(`Apache Kafka did not start: ${reason.trim()} (${log})`);
}
