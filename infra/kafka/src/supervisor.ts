/**
 * Runs one command for one owner, and ends it when the owner ends, however that ends.
 *
 * It is a process of its own, away from the terminal's foreground group: a Ctrl-C reaches the nodes, which still need their
 * broker while they drain. It imports nothing of this library, so that Node runs it from source (in tests) as well as built.
 *
 * Its one argument is a {@link SupervisorOrder} as JSON. SIGTERM stops the command and waits for it.
 */
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

export interface SupervisorOrder {
  /** The process this command is for. */
  readonly ownerPid: number;
  readonly command: string;
  readonly arguments: readonly string[];
  /** Takes what the command says. */
  readonly log: string;
  /** A directory that goes with the command; it stays, with the log, when the command gave up by itself. */
  readonly temporary: string | undefined;
}

const OWNER_CHECK_MS = 250;

const order = JSON.parse(process.argv[2] ?? '') as SupervisorOrder;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const log = openSync(order.log, 'a');
const supervised = spawn(order.command, order.arguments, { stdio: ['ignore', log, log] });
let ordered = false;
const stop = (): void => {
  ordered = true;
  supervised.kill('SIGTERM');
};
const watch = setInterval(() => {
  if (!isAlive(order.ownerPid)) stop();
}, OWNER_CHECK_MS);

process.on('SIGINT', () => undefined);
process.once('SIGTERM', stop);
supervised.once('error', (error) => {
  throw error;
});
supervised.once('exit', () => {
  clearInterval(watch);
  if (ordered && order.temporary !== undefined) rmSync(order.temporary, { recursive: true, force: true });
});
