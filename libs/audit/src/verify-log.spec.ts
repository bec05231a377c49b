import type { EntityManager } from 'typeorm';
import { randomIdentifiers } from '@oots/edm';
import { AuditLog } from './audit-log.js';
import { LogRecomputation } from './recomputation/log-recomputation.js';
import { anAuditEvent, auditDatabase, testAuditKey } from './testing/index.js';
import { randomDamage, seededRandom } from './testing/random-damage.js';
import type { AuditDatabase, TestAuditKey } from './testing/index.js';
import { tickingClock } from './testing/ticking-clock.js';
import { treeHeadSigner } from './tree/tree-head-signer.js';
import { TreeSequencer } from './tree/tree-sequencer.js';
import type { LogProblem, VerificationReport } from './verification-report.js';
import { verifyLog } from './verify-log.js';

const SEALED = 40;
const BATCH = 8;
const UNSEALED = 3;
const ALL = SEALED + UNSEALED;

describe('given a log of forty sealed entries under five heads, and three waiting ones', () => {
  let database: AuditDatabase;
  let key: TestAuditKey;

  beforeAll(async () => {
    database = await auditDatabase();
    key = await testAuditKey();
    const clock = tickingClock();
    const log = new AuditLog('FI', clock, randomIdentifiers);
    const sequencer = new TreeSequencer(database.dataSource, 'FI', await treeHeadSigner(key.privateJwk), clock, BATCH);
    const append = async (count: number) => {
      for (let index = 0; index < count; index++) await log.append(anAuditEvent(), database.dataSource.manager);
    };
    await append(SEALED);
    await sequencer.sealAll();
    await append(UNSEALED);
  });
  afterAll(() => database.drop());

  /** What the verification finds after a change that is then undone. */
  const afterwards = async (change: (transaction: EntityManager) => Promise<unknown>): Promise<VerificationReport> => {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      for (const table of ['audit_entry', 'audit_leaf', 'audit_tree_head', 'audit_unsealed']) {
        await runner.query(`GRANT ALL ON ${table} TO CURRENT_USER`);
        await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      }
      await change(runner.manager);
      return await new LogRecomputation(runner.manager, { nodeId: 'FI', keys: key.keys }).run();
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const when = async (...statements: string[]): Promise<VerificationReport> =>
    afterwards(async (transaction) => {
      for (const statement of statements) await transaction.query(statement);
    });
  const entryOf = (leafIndex: number) => `(SELECT entry_id FROM audit_leaf WHERE leaf_index = ${leafIndex})`;
  const entryIdAt = async (leafIndex: number): Promise<string> => {
    const rows = await database.dataSource.query<{ entry_id: string }[]>(entryOf(leafIndex).slice(1, -1));
    return rows[0]!.entry_id;
  };

  it('when nothing was touched, then it is verified, and the waiting entries are told apart', async () => {
    const progress: [number, number][] = [];
    const report = await verifyLog(database.dataSource, {
      nodeId: 'FI',
      keys: key.keys,
      onProgress: (leaves, of) => progress.push([leaves, of]),
    });

    expect(report).toEqual({
      nodeId: 'FI',
      entries: ALL,
      leaves: SEALED,
      unsealed: UNSEALED,
      heads: 5,
      treeSize: SEALED,
      rootHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      headSignatureValid: true,
      verified: true,
    });
    expect(progress).toEqual([[SEALED, SEALED]]);
  });

  it('when it is held against another node or another key, then it is not verified', async () => {
    const impostor = await testAuditKey();
    const elsewhere = await verifyLog(database.dataSource, { nodeId: 'EE', keys: key.keys });
    const forged = await verifyLog(database.dataSource, { nodeId: 'FI', keys: impostor.keys });

    expect(elsewhere).toMatchObject({ verified: false, firstProblem: { kind: 'head-forged', treeSize: BATCH } });
    expect(forged).toMatchObject({ verified: false, headSignatureValid: false, firstProblem: { kind: 'head-forged' } });
  });

  it.each<[string, string[], Partial<LogProblem>]>([
    [
      'an entry is changed',
      [`UPDATE audit_entry SET body = replace(body, '"V1"', '"V2"') WHERE entry_id = ${entryOf(13)}`],
      { kind: 'entry-changed', leafIndex: 13 },
    ],
    [
      'an entry is deleted',
      [`DELETE FROM audit_entry WHERE entry_id = ${entryOf(13)}`],
      { kind: 'entry-missing', leafIndex: 13 },
    ],
    [
      'an entry is changed together with its leaf',
      [
        `UPDATE audit_entry SET body = replace(body, '"V1"', '"V2"') WHERE entry_id = ${entryOf(13)}`,
        `UPDATE audit_leaf SET leaf_hash = (SELECT sha256('\\x00'::bytea || convert_to(body, 'UTF8'))
         FROM audit_entry WHERE entry_id = audit_leaf.entry_id) WHERE leaf_index = 13`,
      ],
      { kind: 'root-mismatch', leafIndex: 8, treeSize: 16 },
    ],
    ['a leaf is deleted', ['DELETE FROM audit_leaf WHERE leaf_index = 13'], { kind: 'leaf-missing', leafIndex: 13 }],
    [
      'the newest leaf is deleted',
      [`DELETE FROM audit_leaf WHERE leaf_index = ${SEALED - 1}`],
      { kind: 'leaf-missing', leafIndex: SEALED - 1 },
    ],
    [
      'two leaves swap their places',
      [
        'UPDATE audit_leaf SET leaf_index = -1 WHERE leaf_index = 13',
        'UPDATE audit_leaf SET leaf_index = 13 WHERE leaf_index = 14',
        'UPDATE audit_leaf SET leaf_index = 14 WHERE leaf_index = -1',
      ],
      { kind: 'root-mismatch', leafIndex: 8, treeSize: 16 },
    ],
    [
      'the newest head is deleted',
      [`DELETE FROM audit_tree_head WHERE tree_size = ${SEALED}`],
      { kind: 'leaf-unsigned', leafIndex: SEALED - BATCH },
    ],
    [
      'an earlier head is deleted',
      ['DELETE FROM audit_tree_head WHERE tree_size = 16'],
      { kind: 'head-unlinked', treeSize: 24 },
    ],
    [
      'a head claims another root',
      [`UPDATE audit_tree_head SET root_hash = sha256('forged') WHERE tree_size = 16`],
      { kind: 'head-changed', treeSize: 16 },
    ],
    [
      'a head claims another frontier',
      [`UPDATE audit_tree_head SET frontier = sha256('forged') WHERE tree_size = 16`],
      { kind: 'head-changed', treeSize: 16 },
    ],
    [
      'a head claims another time',
      [`UPDATE audit_tree_head SET signed_at = '2020-01-01T00:00:00.000Z' WHERE tree_size = 16`],
      { kind: 'head-changed', treeSize: 16 },
    ],
    [
      'a head claims a size long passed',
      ['UPDATE audit_tree_head SET tree_size = 0 WHERE tree_size = 16'],
      { kind: 'head-changed', treeSize: 0 },
    ],
    [
      'a head has the signature of another',
      ['UPDATE audit_tree_head SET jws = (SELECT jws FROM audit_tree_head WHERE tree_size = 8) WHERE tree_size = 16'],
      { kind: 'head-changed', treeSize: 16 },
    ],
    [
      "the newest head's signature is written in other letters that decode to the same",
      [
        `UPDATE audit_tree_head SET jws = left(jws, -1) || translate(right(jws, 1), 'AQgw', 'BRhx')
         WHERE tree_size = ${SEALED}`,
      ],
      { kind: 'head-forged', treeSize: SEALED },
    ],
    [
      'an entry comes in beside the queue',
      [
        `INSERT INTO audit_entry (entry_id, body) VALUES ('00000000-0000-4000-8000-000000000000',
         '{"entryId":"00000000-0000-4000-8000-000000000000","time":"t","type":"request-sent"}')`,
      ],
      { kind: 'entry-outside-tree', entryId: '00000000-0000-4000-8000-000000000000' },
    ],
    ['the waiting entries are forgotten', ['DELETE FROM audit_unsealed'], { kind: 'entry-outside-tree' }],
    [
      'a sealed entry is queued again',
      [
        `INSERT INTO audit_unsealed (entry_id, leaf_hash) SELECT entry_id, leaf_hash FROM audit_leaf WHERE leaf_index = 5`,
      ],
      { kind: 'entry-outside-tree' },
    ],
    [
      'a waiting entry is changed',
      [
        `UPDATE audit_entry SET body = replace(body, '"V1"', '"V2"')
         WHERE entry_id = (SELECT entry_id FROM audit_unsealed ORDER BY arrival LIMIT 1)`,
      ],
      { kind: 'entry-changed' },
    ],
    [
      'a waiting entry is deleted',
      ['DELETE FROM audit_entry WHERE entry_id = (SELECT entry_id FROM audit_unsealed ORDER BY arrival LIMIT 1)'],
      { kind: 'entry-missing' },
    ],
  ])('when %s, then that is what is found', async (_, statements, problem) => {
    const report = await when(...statements);

    expect(report).toMatchObject({ verified: false, firstProblem: problem });
    expect(report.firstProblem!.explanation).not.toBe('');
  });

  it('when two leaves swap their entries, then the first of the two is named', async () => {
    const [first, second] = [await entryIdAt(20), await entryIdAt(30)];
    const spare = '00000000-0000-4000-8000-000000000000';

    const report = await when(
      `UPDATE audit_leaf SET entry_id = '${spare}' WHERE leaf_index = 20`,
      `UPDATE audit_leaf SET entry_id = '${first}' WHERE leaf_index = 30`,
      `UPDATE audit_leaf SET entry_id = '${second}' WHERE leaf_index = 20`,
    );

    expect(report).toMatchObject({ firstProblem: { kind: 'entry-changed', leafIndex: 20, entryId: second } });
  });

  it('when any one row is changed in any one bit, or deleted, then it is found, and found in its place', async () => {
    const random = seededRandom(20261123);
    const missed: string[] = [];
    for (let round = 0; round < 250; round++) {
      const damage = randomDamage(random, { sealed: SEALED, batch: BATCH, unsealed: UNSEALED });
      const report = await afterwards((transaction) => damage.apply(transaction));
      if (report.verified || !damage.isLocatedBy(report.firstProblem!)) {
        missed.push(`${damage.description}: ${JSON.stringify(report.firstProblem)}`);
      }
    }
    expect(missed).toEqual([]);
  }, 120_000);
});
