export * from './sample-evidence.js';
