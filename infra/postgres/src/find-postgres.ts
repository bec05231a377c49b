import { startEmbeddedPostgres, versionOf, type EmbeddedPostgresOptions } from './embedded-postgres.js';
import { PostgresServer, PostgresUnavailable } from './postgres-server.js';

/**
 * The PostgreSQL server to use: the one `DATABASE_ADMIN_URL` names, else one started from npm. `description` says which.
 *
 * @param environment `DATABASE_ADMIN_URL`, `postgres://user:password@host:port/postgres`: a role that may create databases
 * @param embedded how to start one where none is named
 * @throws {PostgresUnavailable} when the named server does not answer, or none can be started
 */
export async function findPostgres(
  environment: NodeJS.ProcessEnv,
  embedded: EmbeddedPostgresOptions = {},
): Promise<PostgresServer> {
  const adminUrl = environment['DATABASE_ADMIN_URL'];
  return adminUrl === undefined || adminUrl === '' ? startEmbeddedPostgres(embedded) : existingPostgres(adminUrl);
}

/** @throws {PostgresUnavailable} when it does not answer */
export async function existingPostgres(adminUrl: string): Promise<PostgresServer> {
  const server = new PostgresServer(adminUrl, '');
  try {
    const version = await versionOf(server);
    return new PostgresServer(adminUrl, `PostgreSQL ${version} at ${new URL(adminUrl).host} (DATABASE_ADMIN_URL)`);
  } catch (cause) {
    throw new PostgresUnavailable('the server of DATABASE_ADMIN_URL does not answer', { cause });
  }
}
