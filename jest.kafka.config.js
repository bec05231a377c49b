import unit from './jest.config.js';

/** What runs on real engines, Apache Kafka and PostgreSQL: the same suites and scenarios over other adapters. */
export default {
  ...unit,
  testMatch: ['**/*.kafka.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  globalSetup: '<rootDir>/infra/checks/engines/start-engines.js',
  globalTeardown: '<rootDir>/infra/checks/engines/stop-engines.js',
  testTimeout: 60_000,
};
