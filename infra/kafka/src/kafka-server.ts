/** No Kafka can be had here, and why. */
export class KafkaUnavailable extends Error {
  override readonly name = 'KafkaUnavailable';
}

/** One Kafka, wherever it came from. */
export interface KafkaServer {
  /** `host:port`, comma-separated: what `KAFKA_BROKERS` takes. */
  readonly brokers: string;
  /** Release of Apache Kafka; undefined for brokers that somebody else runs, which do not say. */
  readonly version: string | undefined;
  /** What was found, for a person: `Apache Kafka 4.3.1 from Maven, on 127.0.0.1:9092`. */
  readonly description: string;
  /** Stops what this process started; brokers that were there before stay. */
  stop(): Promise<void>;
}

/** Told what long work is at, one line at a time. */
export type Progress = (line: string) => void;
