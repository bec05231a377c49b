export * from './declaration.js';
export * from './directory.js';
export * from './directory-error.js';
export * from './negotiation.js';
export * from './ceremony/network-keys.js';
export * from './query/directory-exception.js';
export * from './trust/trusted-key.js';
