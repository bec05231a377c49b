import { auditKeys, verifyLog } from '@oots/audit';
import { MemoryTransport, topicsOf } from '@oots/messaging';
import { testDatabase } from '@oots/postgres-engine/testing';
import pg from 'pg';
import { nodeDataSource } from '../persistence/node-database.js';
import {
  aNeighboursRequest,
  keysOf,
  nodeSchema,
  testConfig,
  TestNode,
  TESTLAND,
  testland,
  testTables,
} from '../testing/index.js';
import { startNode } from './start-node.js';

describe('given a node that cannot have its port', () => {
  it('then it does not start, and lets go of the network and the database', async () => {
    const node = await TestNode.start(testland);
    const holder = await testDatabase(nodeSchema);
    const { port } = new URL(node.running.url);
    const transport = new MemoryTransport(node.network, node.clock);
    const start = startNode({
      profile: testland,
      config: testConfig(holder.url, { PORT: port }),
      keys: keysOf(node.keys, TESTLAND),
      peers: node.peers,
      directory: node.directory,
      transport,
      clock: node.clock,
      tables: testTables,
      logTo: { write: () => undefined },
    });
    await expect(start).rejects.toThrow('EADDRINUSE');
    await expect(transport.send('anything', { key: '', headers: {}, value: Buffer.of() })).rejects.toThrow('closed');
    const administrator = new pg.Client({ connectionString: holder.adminUrl });
    await administrator.connect();
    await node.until(async () => {
      const sessions = await administrator.query('SELECT 1 FROM pg_stat_activity WHERE datname = current_database()');
      expect(sessions.rowCount).toBe(1);
    });
    await administrator.end();
    await holder.drop();
    await node.stop();
  });
});

describe('given a node whose database is gone', () => {
  it('then it lives, is not ready, and lets go of everything when it is told to stop', async () => {
    const node = await TestNode.start(testland);
    await node.holder.drop();
    expect(await node.fetch('/health/live')).toMatchObject({ status: 200 });
    const ready = await node.fetch('/health/ready');
    expect(ready).toMatchObject({ status: 503, json: { detail: 'the database does not answer' } });
    await expect(node.running.stop()).rejects.toThrow();
    await node.neighbour.close();
    await expect(node.fetch('/health/live')).rejects.toThrow();
  });
});

describe('given a node that is told to stop while it has work', () => {
  it('then it finishes what it has in hand, acknowledges it, and takes nothing new', async () => {
    const node = await TestNode.start(testland);
    // The message in hand waits for a lock until the node has begun to stop.
    const holder = node.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE answered_request IN ACCESS EXCLUSIVE MODE');
    const inHand = await node.neighbour.asks(aNeighboursRequest());
    await node.until(async () => {
      const waiting = await node.rows(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'answered_request'::regclass`,
      );
      expect(waiting).not.toEqual([]);
    });

    const stopped = node.running.stop();
    await holder.commitTransaction();
    await holder.release();
    await stopped;

    await node.until(() => {
      expect(node.neighbour.answersIn(inHand)).toHaveLength(1);
      expect(node.neighbour.receipts.map(({ messageId }) => messageId)).toContain(inHand.messageId);
    });
    const late = await node.neighbour.asks(aNeighboursRequest());
    expect(node.network.held(topicsOf(TESTLAND).inbox).map(({ headers }) => headers['message-id'])).toContain(
      late.messageId,
    );
    await expect(node.fetch('/health/live')).rejects.toThrow();
    await expect(node.running.stop()).resolves.toBeUndefined();

    const database = await nodeDataSource(node.holder.url, 2).initialize();
    const rows = await database.query<{ body: string }[]>('SELECT body FROM audit_entry');
    const types = rows.map(({ body }) => (JSON.parse(body) as { type: string }).type);
    expect(types).toEqual(expect.arrayContaining(['node-started', 'evidence-released', 'node-stopped']));
    const { audit } = keysOf(node.keys, TESTLAND);
    const verdict = await verifyLog(database, {
      nodeId: TESTLAND,
      keys: auditKeys({ ...audit.publicJwk, kid: audit.kid, alg: audit.alg }),
    });
    expect(verdict).toMatchObject({ verified: true, unsealed: 0, entries: types.length });
    await database.destroy();
    await node.stop();
  });
});
