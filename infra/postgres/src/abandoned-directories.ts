import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const END_LIMIT_MS = 5_000;

/**
 * Removes temporary server directories whose supervisor was killed outright, and ends a server that still runs on one.
 *
 * A process is ended only when its command line names the very directory: process ids are reused.
 *
 * @param parent where temporary directories are made
 * @param prefix of the directories to look at; those without a `supervisor.pid` are still being set up, or not ours
 */
export async function removeAbandonedDirectories(parent: string, prefix: string): Promise<void> {
  for (const name of (await readdir(parent)).filter((entry) => entry.startsWith(prefix))) {
    const directory = join(parent, name);
    const supervisor = pidIn(join(directory, 'supervisor.pid'));
    if (supervisor === undefined || commandLineOf(supervisor)?.includes('supervisor')) continue;
    const server = pidIn(join(directory, 'data', 'postmaster.pid'));
    if (server !== undefined) await endServer(server, directory);
    await rm(directory, { recursive: true, force: true });
  }
}

/** The server writes until it has ended, and a directory that is written to cannot be removed. */
async function endServer(pid: number, directory: string): Promise<void> {
  const runs = (): boolean => commandLineOf(pid)?.includes(directory) ?? false;
  if (runs()) process.kill(pid, 'SIGQUIT');
  const until = performance.now() + END_LIMIT_MS;
  while (runs() && performance.now() < until) await pause(20);
}

function pidIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isNaN(pid) ? undefined : pid;
}

/** @returns undefined when there is no such process, or where the system keeps no `/proc` */
function commandLineOf(pid: number): string | undefined {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : undefined;
}
