import pg from 'pg';
import { randomIdentifiers } from '@oots/edm';
import { AuditLog } from '../audit-log.js';
import { anAuditEvent, auditDatabase, testAuditKey } from '../testing/index.js';
import type { AuditDatabase } from '../testing/index.js';
import { tickingClock } from '../testing/ticking-clock.js';
import { treeHeadSigner } from '../tree/tree-head-signer.js';
import { TreeSequencer } from '../tree/tree-sequencer.js';
import { auditMigrations } from './index.js';

const REWRITES = ['audit_entry', 'audit_leaf', 'audit_tree_head'].flatMap((table) => [
  `UPDATE ${table} SET ${table === 'audit_tree_head' ? 'jws = jws' : 'entry_id = entry_id'}`,
  `DELETE FROM ${table}`,
  `TRUNCATE ${table}`,
]);

describe('given a log with a sealed entry', () => {
  let database: AuditDatabase;
  beforeAll(async () => {
    database = await auditDatabase();
    const clock = tickingClock();
    await new AuditLog('FI', clock, randomIdentifiers).append(anAuditEvent(), database.dataSource.manager);
    const signer = await treeHeadSigner((await testAuditKey()).privateJwk);
    await new TreeSequencer(database.dataSource, 'FI', signer, clock).sealAll();
  });
  afterAll(() => database.drop());

  const asAdministrator = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };

  it.each(REWRITES)('when the node itself runs %s, then it may not', async (statement) => {
    await expect(database.dataSource.query(statement)).rejects.toThrow('permission denied');
  });

  it.each(REWRITES)('when the owner takes the right back and runs %s, then the table refuses', async (statement) => {
    const [, table] = /(audit_\w+)/.exec(statement)!;
    const rewrite = database.dataSource.transaction(async (transaction) => {
      await transaction.query(`GRANT ALL ON ${table} TO CURRENT_USER`);
      await transaction.query(statement);
    });

    await expect(rewrite).rejects.toThrow(`${table} is append-only`);
  });

  it.each(REWRITES)('when a superuser runs %s as a replica would, then the table refuses', async (statement) => {
    await expect(asAdministrator("SET session_replication_role = 'replica'", statement)).rejects.toThrow(
      'is append-only',
    );
  });

  it('when a role that may append tries to choose what the tree will hold, then it may not change the queue', async () => {
    await expect(database.dataSource.query("UPDATE audit_unsealed SET leaf_hash = ''")).rejects.toThrow(
      'permission denied',
    );
    await expect(database.dataSource.query('TRUNCATE audit_unsealed')).rejects.toThrow('permission denied');
  });

  it('when a migration is reverted, then the log stays', async () => {
    for (const Migration of auditMigrations)
      await expect(new Migration().down()).rejects.toThrow('the audit log is not');
  });
});
