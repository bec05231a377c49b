import { logLevel, type logCreator } from 'kafkajs';

export type KafkaLogLevel = 'error' | 'warn' | 'info' | 'debug';

/** One line about the connection; never content. */
export type KafkaLog = (level: KafkaLogLevel, line: string) => void;

/** Hands on the client's own words and where they concern the cluster; whatever else it attaches may quote a message. */
export function logTo(log: KafkaLog | undefined): logCreator {
  return () =>
    ({ namespace, level, log: { message, ...details } }) => {
      const broker: unknown = details['broker'];
      const where = typeof broker === 'string' ? ` (${broker})` : '';
      log?.(nameOf(level), `${namespace}: ${message}${where}`);
    };
}

function nameOf(level: logLevel): KafkaLogLevel {
  if (level === logLevel.ERROR || level === logLevel.NOTHING) return 'error';
  if (level === logLevel.WARN) return 'warn';
  return level === logLevel.INFO ? 'info' : 'debug';
}
