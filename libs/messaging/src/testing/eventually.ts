import { setTimeout as wait } from 'node:timers/promises';

/**
 * Repeats an expectation until it holds.
 *
 * @param limit milliseconds, 20 seconds unless told
 * @throws what the expectation last threw
 */
export async function eventually(expectation: () => void | Promise<void>, limit = 20_000): Promise<void> {
  const until = performance.now() + limit;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await wait(5);
  }
}
