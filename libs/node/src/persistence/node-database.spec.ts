import { testDatabase, type TestDatabase } from '@oots/postgres-engine/testing';
import pg from 'pg';
import { nodeSchema, PEOPLE, POPULATION, signý, testConfig, testland } from '../testing/index.js';
import { openNodeDatabase } from './node-database.js';

let holder: TestDatabase;

beforeAll(async () => {
  holder = await testDatabase(nodeSchema);
});
afterAll(() => holder.drop());

const open = () => openNodeDatabase(testConfig(holder.url), testland);

describe('given a database in which nobody lives yet', () => {
  it('when a node opens it, then the simulated people are settled, and later starts leave them as they are', async () => {
    const first = await open();
    expect(await first.query('SELECT count(*)::int FROM register_record')).toEqual([{ count: POPULATION.length }]);
    await first.query(`UPDATE register_record SET record = record || '{"moved": true}' WHERE key = $1`, [signý.key]);
    await first.query('DELETE FROM register_record WHERE key <> $1', [signý.key]);
    await first.destroy();

    const second = await open();
    const records = await second.query<{ record: object }[]>('SELECT record FROM register_record');
    await second.destroy();
    expect(records).toEqual([{ record: { ...signý, moved: true } }]);
    expect(PEOPLE).toBe('people');
  });
});

describe('given the log in the database of a node', () => {
  beforeAll(async () => {
    const database = await open();
    await database.query(`INSERT INTO audit_entry (entry_id, body) VALUES (gen_random_uuid(), $1)`, [
      JSON.stringify({ type: 'node-started', time: '2026-11-23T10:00:00.000Z' }),
    ]);
    await database.destroy();
  });

  it.each([
    ['rewritten', `UPDATE audit_entry SET body = '{}'`],
    ['deleted', 'DELETE FROM audit_entry'],
    ['emptied', 'TRUNCATE audit_entry CASCADE'],
  ])("when the node's own role, or the administrator, wants it %s, then it is refused", async (_what, statement) => {
    for (const url of [holder.url, holder.adminUrl]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await expect(client.query(statement)).rejects.toThrow(/permission denied|append-only/);
      expect((await client.query('SELECT 1 FROM audit_entry')).rowCount).toBeGreaterThan(0);
      await client.end();
    }
  });
});

describe('given a database that does not let the node in', () => {
  it.each([
    ['is out of reach', (url: URL) => (url.port = '1'), 'ECONNREFUSED'],
    ['does not know the password', (url: URL) => (url.username = 'test'), '28P01'],
  ])('when it %s, then opening it says why, without the password', async (_what, spoil, reason) => {
    const url = new URL(holder.url);
    url.hostname = '127.0.0.1';
    url.password = 'very-secret';
    spoil(url);
    const failure: unknown = await openNodeDatabase(testConfig(url.href), testland).catch((error: unknown) => error);
    expect(String(failure)).toBe(`DatabaseNotUsable: the database cannot be used: ${reason}`);
  });
});
