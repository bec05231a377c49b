import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The node's structured log. Its methods are a closed list, so that nobody can pass a message, a subject or an address to it
 * by accident: only identifiers, codes and error classes reach the output.
 */
export class NodeLog {
  private readonly logger: Logger;

  constructor(country: string, level: string, destination?: DestinationStream) {
    const options = { level, base: { node: country }, timestamp: pino.stdTimeFunctions.isoTime };
    this.logger = destination === undefined ? pino(options) : pino(options, destination);
  }

  started(address: string): void {
    this.logger.info({ address }, 'node started');
  }

  stopped(): void {
    this.logger.info('node stopped');
  }

  message(
    event: string,
    ids: { conversationId: string; exchangeId?: string; messageId: string; counterpart: string; code?: string },
  ): void {
    this.logger.info(ids, event);
  }

  exchange(
    event: string,
    ids: { conversationId: string; exchangeId: string; counterpart: string; code?: string },
  ): void {
    this.logger.info(ids, event);
  }

  /** The client of the network in its own words, which speak of brokers and groups. */
  network(level: 'error' | 'warn' | 'info' | 'debug', line: string): void {
    this.logger[level]({ network: line }, 'network client');
  }

  security(code: string, ids: { messageId?: string; claimedSender?: string }): void {
    this.logger.warn({ code, ...ids }, 'security violation');
  }

  /** An error nobody expected. Its stack says where; its message stays out because it may quote a value. */
  defect(where: string, error: unknown): void {
    const frames =
      error instanceof Error
        ? error.stack
            ?.split('\n')
            .filter((line) => /^\s+at /.test(line))
            .slice(0, 8)
        : undefined;
    this.logger.error({ where, error: error instanceof Error ? error.name : typeof error, frames }, 'defect');
  }
}
