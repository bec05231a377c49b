export { aPermissionQuestion } from './a-permission-question.js';
export { shippedTables, type ShippedTables } from './shipped-tables.js';
