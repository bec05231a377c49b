export * from './memory-register-records.js';
export * from './register-contract.js';
