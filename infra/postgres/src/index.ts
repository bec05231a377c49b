export { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
export { existingPostgres, findPostgres } from './find-postgres.js';
export { PostgresServer, PostgresUnavailable, type DatabaseRequest } from './postgres-server.js';
