export * from './matrix-cell.js';
export * from './matrix-report.js';
export * from './plan-matrix.js';
export * from './run-matrix.js';
export * from './write-matrix-report.js';
