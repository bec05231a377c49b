import { type DestinationStream, type Logger, pino } from 'pino';
import type { RegistrationOutcome } from '@oots/directory';
import type { LogLevel } from './common-services-config.js';

/** The structured log of the common services: a closed list of events, none of which carries a question. */
export class CommonServicesLog {
  private readonly logger: Logger;

  constructor(level: LogLevel, destination?: DestinationStream) {
    const options = { level, base: { service: 'common-services' }, timestamp: pino.stdTimeFunctions.isoTime };
    this.logger = destination === undefined ? pino(options) : pino(options, destination);
  }

  started(address: string, trustListSerialNumber: number): void {
    this.logger.info({ address, trustListSerialNumber }, 'common services started');
  }

  stopped(): void {
    this.logger.info('common services stopped');
  }

  /** Identifiers and codes only: what a country declares is public, and too long for a line. */
  registration({ country, requestId, refusal }: RegistrationOutcome): void {
    if (refusal === undefined) this.logger.info({ country, requestId }, 'registration accepted');
    else this.logger.warn({ country, requestId, code: refusal.code, detail: refusal.detail }, 'registration refused');
  }

  /** A trust list that was not taken over; the one in force stays. */
  trustListKept(error: unknown): void {
    this.logger.error({ reason: error instanceof Error ? error.message : typeof error }, 'trust list kept');
  }

  /** An error nobody expected. Its stack says where; its message stays out because it may quote a question. */
  defect(error: unknown): void {
    const frames = error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : undefined;
    this.logger.error(
      { error: error instanceof Error ? error.name : typeof error, frames: frames?.slice(0, 8) },
      'defect',
    );
  }
}
