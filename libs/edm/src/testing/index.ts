export * from './artefacts.js';
export * from './builders.js';
export * from './second-judge.js';
