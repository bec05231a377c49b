export * from './code-list.js';
export * from './countries.js';
export * from './identifier-schemes.js';
export * from './languages.js';
export * from './media-types.js';
export * from './persons.js';
export * from './procedures.js';
