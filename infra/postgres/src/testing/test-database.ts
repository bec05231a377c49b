import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { PostgresServer } from '../postgres-server.js';
import { sharedServer } from './shared-server.js';

/** A database of one test, with a role of its own. */
export interface TestDatabase {
  /** For the role that owns the schema `public` and nothing else. */
  readonly url: string;
  /** For the server's administrator, in this database: what a database operator could do. */
  readonly adminUrl: string;
  /** Closes whatever is connected and removes the database. */
  drop(): Promise<void>;
}

/** A schema that several tests begin with, prepared once in a run and copied. */
export interface PreparedSchema {
  /** Names the schema; another `prepare` needs another name. */
  readonly name: string;
  /** Creates it through the given URL, and closes its connections. */
  prepare(url: string): Promise<void>;
}

/** A name without meaning: what matters is that databases of concurrent workers differ. */
const newName = (): string => `test_${randomBytes(8).toString('hex')}`;
const ROLE = 'test';
const PASSWORD = 'test';

/**
 * A fresh database on the test run's server, in some tens of milliseconds.
 *
 * @param schema to begin with; an empty database when absent
 */
export async function testDatabase(schema?: PreparedSchema): Promise<TestDatabase> {
  const server = await sharedServer(process.env);
  const name = newName();
  if (schema !== undefined) await copyOf(await prepared(server, schema), name, server);
  const url = await createFor(server, name);
  const adminUrl = new URL(server.adminUrl);
  adminUrl.pathname = `/${name}`;
  return { url, adminUrl: adminUrl.href, drop: () => server.dropDatabase(name) };
}

/** Workers create the shared role at the same time, which PostgreSQL answers with an error to all but one. */
function createFor(server: PostgresServer, name: string): Promise<string> {
  return underLock(server, ROLE, () => server.createDatabase({ name, role: ROLE, password: PASSWORD }));
}

async function prepared(server: PostgresServer, schema: PreparedSchema): Promise<string> {
  const template = `template_${createHash('sha256').update(schema.name).digest('hex').slice(0, 16)}`;
  await underLock(server, template, async (admin) => {
    const known = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount === 1) return;
    const unfinished = newName();
    await schema.prepare(await createFor(server, unfinished));
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  });
  return template;
}

function copyOf(template: string, name: string, server: PostgresServer): Promise<unknown> {
  return server.administer((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
}

function underLock<Result>(
  server: PostgresServer,
  what: string,
  work: (admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  return server.administer(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [what]);
    return work(admin);
  });
}
