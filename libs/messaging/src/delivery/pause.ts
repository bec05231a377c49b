import type { Clock } from '@oots/edm';

/**
 * Waits, unless told to stop.
 *
 * @param delay milliseconds
 */
export async function pause(clock: Clock, delay: number, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return;
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      cancel();
      stopping.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = clock.schedule(delay, wake);
    stopping.addEventListener('abort', wake);
  });
}
