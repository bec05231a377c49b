import { logLevel } from 'kafkajs';
import { logTo } from './kafka-log.js';

describe('given the log of the Kafka client', () => {
  it('then it says what happened and where, and nothing that could quote a message', () => {
    const lines: string[] = [];
    const write = logTo((level, line) => lines.push(`${level} ${line}`))(logLevel.WARN);

    write({
      namespace: 'Consumer',
      label: 'ERROR',
      level: logLevel.ERROR,
      log: { message: 'Error when calling eachBatch', timestamp: '', broker: 'kafka:9092', error: 'Mari Tamm' },
    });
    write({
      namespace: 'Producer',
      label: 'WARN',
      level: logLevel.WARN,
      log: { message: 'Limiting retries', timestamp: '', stack: 'Mari Tamm' },
    });

    expect(lines).toEqual([
      'error Consumer: Error when calling eachBatch (kafka:9092)',
      'warn Producer: Limiting retries',
    ]);
  });
});
