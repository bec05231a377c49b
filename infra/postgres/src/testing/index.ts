export { testDatabase, type PreparedSchema, type TestDatabase } from './test-database.js';
