import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeAbandonedDirectories } from '../abandoned-directories.js';
import { startServerIn, TEMPORARY_PREFIX } from '../embedded-postgres.js';
import { PostgresServer } from '../postgres-server.js';

const START_LIMIT_MS = 30_000;

/**
 * The one server of a test run, started by the first suite that asks: a run without database tests starts none.
 *
 * Jest's workers are processes of their own. The first to create the run's directory starts the server, the others wait for
 * its address; the server ends with the process that leads the run. `OOTS_TEST_POSTGRES` (an administrator's URL) names one
 * that stands already.
 */
export async function sharedServer(environment: NodeJS.ProcessEnv): Promise<PostgresServer> {
  const given = environment['OOTS_TEST_POSTGRES'];
  const adminUrl = given === undefined || given === '' ? await startedOnce(runLeader()) : given;
  return new PostgresServer(adminUrl, 'PostgreSQL of the test run');
}

/**
 * A worker talks to the process that leads the run over an IPC channel; run in band, it leads itself. Jest gives its tests a
 * `process.send` in either case, so the channel decides.
 */
function runLeader(): number {
  return process.channel === undefined ? process.pid : process.ppid;
}

async function startedOnce(leaderPid: number): Promise<string> {
  const directory = join(tmpdir(), `${TEMPORARY_PREFIX}run-${leaderPid}`);
  const address = join(directory, 'admin-url');
  await removeAbandonedDirectories(tmpdir(), TEMPORARY_PREFIX);
  if (!claim(directory)) return addressIn(address, directory);
  try {
    const server = await startServerIn(directory, true, { durable: false, ownerPid: leaderPid });
    writeFileSync(`${address}.new`, server.adminUrl, { mode: 0o600 });
    renameSync(`${address}.new`, address);
    return server.adminUrl;
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/** @returns false when another worker of this run has it */
function claim(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

async function addressIn(address: string, directory: string): Promise<string> {
  const until = performance.now() + START_LIMIT_MS;
  while (performance.now() < until) {
    if (existsSync(address)) return readFileSync(address, 'utf8');
    await pause(50);
  }
  throw new Error(`no PostgreSQL for the tests after ${START_LIMIT_MS / 1000} s; remove ${directory} and try again`);
}
