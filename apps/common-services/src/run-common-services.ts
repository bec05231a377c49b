import type { DeclaringCountry } from '@oots/directory';
import { startFromEnvironment } from './start-from-environment.js';

/**
 * The whole of the process: starts the common services and drains them when the process is told to end. The process ends
 * with 2 when they cannot start.
 */
export async function runCommonServices(
  countries: readonly DeclaringCountry[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    const services = await startFromEnvironment(countries, environment);
    const end = () => {
      void services.close().then(() => process.exit(0));
    };
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
    // A parent that started the services may ask them to drain, and an orphan does not stay.
    process.once('disconnect', end);
    process.send?.({ ready: services.url });
  } catch (error) {
    process.stderr.write(`common services cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
