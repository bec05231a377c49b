/** An hour in milliseconds: a timer that only keeps the process from ending while it waits. */
const HOUR = 3_600_000;

/** Resolves when the process is told to end, by Ctrl-C or by whoever supervises it. */
export function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const waiting = setInterval(() => undefined, HOUR);
    const end = () => {
      clearInterval(waiting);
      resolve();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}
