export * from './form/form-definition.js';
export * from './mapping/mapping-table.js';
export * from './filling/prefill-source.js';
export * from './filling/filled-form.js';
export * from './filling/prefill.js';
export * from './filling/unused-paths.js';
export * from './form-catalogue.js';
