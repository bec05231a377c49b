import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes temporary server directories whose supervisor was killed outright, and ends a server that still runs on one.
 *
 * A process is ended only when its command line names the very directory: process ids are reused.
 *
 * @param parent where temporary directories are made
 * @param prefix of the directories to look at; those without a `supervisor.pid` are still being set up, or not ours
 */
export function removeAbandonedDirectories(parent: string, prefix: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const directory = join(parent, name);
    const supervisor = pidIn(join(directory, 'supervisor.pid'));
    if (supervisor === undefined || commandLineOf(supervisor)?.includes('supervisor')) continue;
    const server = pidIn(join(directory, 'data', 'postmaster.pid'));
    if (server !== undefined && commandLineOf(server)?.includes(directory)) process.kill(server, 'SIGQUIT');
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
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
