export * from './a-message.js';
export * from './eventually.js';
export * from './manual-clock.js';
export * from './messaging-database.js';
export * from './recording-journals.js';
export * from './test-access-point.js';
export * from './test-keys.js';
export * from './transport-contract.js';
