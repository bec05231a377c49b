export * from './clock.js';
export * from './agent.js';
