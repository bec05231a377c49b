import { Kafka, logLevel } from 'kafkajs';
import { logTo, type KafkaLog } from './kafka-log.js';

export interface KafkaConnection {
  /** `host:port` of each broker to ask first. */
  readonly brokers: readonly string[];
  /** Shown in the brokers' logs. */
  readonly clientId: string;
  readonly log?: KafkaLog;
}

/** Gives up after some seconds: whoever sends keeps the message and tries again, and a stopping node is not held up. */
export function kafkaClient({ brokers, clientId, log }: KafkaConnection): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    logLevel: logLevel.WARN,
    logCreator: logTo(log),
  });
}
