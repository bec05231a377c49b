import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { removeAbandonedDirectories } from './abandoned-directories.js';
import { startEmbeddedPostgres, startServerIn } from './embedded-postgres.js';
import { findPostgres } from './find-postgres.js';
import { type PostgresServer, PostgresUnavailable } from './postgres-server.js';

async function setting(server: PostgresServer, name: string): Promise<string> {
  const { rows } = await server.administer((admin) => admin.query<Record<string, string>>(`SHOW ${name}`));
  return rows[0]?.[name] ?? '';
}

async function answers(server: PostgresServer): Promise<boolean> {
  return setting(server, 'port').then(
    () => true,
    () => false,
  );
}

async function ends(server: PostgresServer): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (!(await answers(server))) return true;
    await pause(50);
  }
  return false;
}

async function query(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('given a place for servers', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'oots-engine-test-'));
    chmodSync(place, 0o711);
  });
  afterEach(() => {
    rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });

  it('then a server is durable unless a test asks otherwise, and says what it is', async () => {
    const durable = await startServerIn(join(place, 'durable'), true, {});
    const fast = await startServerIn(join(place, 'fast'), true, { durable: false });

    const settings = [await setting(durable, 'fsync'), await setting(fast, 'fsync')];
    await Promise.all([durable.stop(), fast.stop()]);

    expect(settings).toEqual(['on', 'off']);
    expect(durable.description).toMatch(/^PostgreSQL 18\.\d+ from npm/);
  });

  it('then an ephemeral server takes its directory with it', async () => {
    const directory = join(place, 'ephemeral');
    const server = await startServerIn(directory, true, { durable: false });
    await server.stop();

    expect(existsSync(directory)).toBe(false);
    expect(await answers(server)).toBe(false);
  });

  it('then a data directory keeps what was written, and who may read it', async () => {
    const dataDirectory = join(place, 'kept');
    const first = await startEmbeddedPostgres({ dataDirectory });
    const url = await first.createDatabase({ name: 'node', role: 'node', password: 'one' });
    await query(url, 'CREATE TABLE note AS SELECT 7 AS words');
    await first.stop();

    const second = await startEmbeddedPostgres({ dataDirectory });
    const again = await second.createDatabase({ name: 'node', role: 'node', password: 'two' });
    const rows = await query(again, 'SELECT words FROM note');
    await second.stop();

    expect(rows).toEqual([{ words: 7 }]);
  });

  it('then the server ends when its owner is killed', async () => {
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const directory = join(place, 'owned');
    const server = await startServerIn(directory, true, { durable: false, ownerPid: owner.pid ?? 0 });
    const before = await answers(server);
    owner.kill('SIGKILL');

    expect([before, await ends(server)]).toEqual([true, true]);
  });

  it('then what a killed supervisor left is ended and removed, and nothing else', async () => {
    const [left, alive] = [join(place, 'server-left'), join(place, 'server-alive')];
    const orphan = await startServerIn(left, true, { durable: false });
    const other = await startServerIn(alive, true, { durable: false });
    process.kill(Number(readFileSync(join(left, 'supervisor.pid'), 'utf8')), 'SIGKILL');
    await pause(100);

    await removeAbandonedDirectories(place, 'server-');
    const orphanEnds = await ends(orphan);
    const otherAnswers = await answers(other);
    await other.stop();

    expect([orphanEnds, existsSync(left), otherAnswers]).toEqual([true, false, true]);
  });

  it('then a port that is taken is refused with the reason the server gives', async () => {
    const first = await startServerIn(join(place, 'first'), true, { durable: false });
    const second = startServerIn(join(place, 'second'), true, { durable: false, port: first.port });

    await expect(second).rejects.toThrow(PostgresUnavailable);
    await expect(second).rejects.toThrow(/did not start: .*Address already in use/);
    expect(existsSync(join(place, 'second'))).toBe(false);
    await first.stop();
  });

  (process.getuid?.() === 0 ? it : it.skip)(
    'then root, whose server runs under another account, hears which directory that account cannot reach (needs root)',
    async () => {
      chmodSync(place, 0o700);

      await expect(startEmbeddedPostgres({ dataDirectory: join(place, 'closed') })).rejects.toThrow(
        `${join(place, 'closed')} is out of reach`,
      );
    },
  );

  it('then a server that somebody named is used, and left running', async () => {
    const theirs = await startServerIn(join(place, 'theirs'), true, { durable: false });
    const found = await findPostgres({ DATABASE_ADMIN_URL: theirs.adminUrl });
    await found.stop();
    const stillThere = await answers(theirs);
    await theirs.stop();

    expect(found.description).toMatch(/^PostgreSQL 18\.\d+ at 127\.0\.0\.1:\d+ \(DATABASE_ADMIN_URL\)$/);
    expect(stillThere).toBe(true);
  });
});

it('given a named server that does not answer, then the error says so without its password', async () => {
  const missing = findPostgres({ DATABASE_ADMIN_URL: 'postgres://admin:secret@127.0.0.1:1/postgres' });

  await expect(missing).rejects.toMatchObject({
    name: 'PostgresUnavailable',
    message: 'the server of DATABASE_ADMIN_URL does not answer',
  });
});
