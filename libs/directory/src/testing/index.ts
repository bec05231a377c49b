export * from './declarations.js';
export * from './in-process-directory.js';
export * from './test-network-keys.js';
