import pg from 'pg';
import { testDatabase, type TestDatabase } from './test-database.js';

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('given two test databases', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('then what one holds the other does not', async () => {
    await query(first.url, 'CREATE TABLE only_here (id int)');

    await expect(query(second.url, 'SELECT * FROM only_here')).rejects.toThrow('does not exist');
  });

  it('then its role rules over neither the server nor what the administrator made', async () => {
    await query(first.adminUrl, 'CREATE SCHEMA guarded CREATE TABLE record (id int)');

    await expect(query(first.url, 'CREATE ROLE intruder')).rejects.toThrow('permission denied');
    await expect(query(first.url, 'CREATE DATABASE intruder')).rejects.toThrow('permission denied');
    await expect(query(first.url, 'SELECT * FROM guarded.record')).rejects.toThrow('permission denied');
  });
});

describe('given a schema that many tests begin with', () => {
  let prepared = 0;
  const schema = {
    name: `notebook ${process.pid}`,
    prepare: async (url: string): Promise<void> => {
      prepared += 1;
      await query(url, 'CREATE TABLE note (words text)');
    },
  };

  it('then each database has it, its role owns it, and it was prepared once', async () => {
    const databases = await Promise.all([testDatabase(schema), testDatabase(schema), testDatabase(schema)]);

    for (const { url } of databases) await query(url, 'ALTER TABLE note ADD COLUMN author text');

    expect(prepared).toBe(1);
    await Promise.all(databases.map((database) => database.drop()));
  });

  it('then a database that was dropped is gone', async () => {
    const database = await testDatabase(schema);
    await database.drop();

    await expect(query(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
