export * from './artefacts.js';
export * from './builders.js';
export * from './second-judge.js';
export * from './xml-schema.js';
