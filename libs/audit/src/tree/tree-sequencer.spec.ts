import { randomIdentifiers } from '@oots/edm';
import { AuditLog } from '../audit-log.js';
import { rootOf } from '../merkle/proofs.js';
import { AuditLeafRow, AuditTreeHeadRow } from '../storage/index.js';
import { anAuditEvent, auditDatabase, tamper, testAuditKey } from '../testing/index.js';
import type { AuditDatabase, TestAuditKey } from '../testing/index.js';
import { tickingClock } from '../testing/ticking-clock.js';
import { verifyLog } from '../verify-log.js';
import { TreeHeadVerifier, digestOfHead, treeHeadSigner } from './tree-head-signer.js';
import { AuditLogDamaged, TreeSequencer } from './tree-sequencer.js';

describe('given the log of a node', () => {
  let database: AuditDatabase;
  let key: TestAuditKey;
  let log: AuditLog;
  let sequencer: (batchSize?: number) => TreeSequencer;

  beforeEach(async () => {
    database = await auditDatabase();
    key = await testAuditKey();
    const clock = tickingClock();
    log = new AuditLog('FI', clock, randomIdentifiers);
    const signer = await treeHeadSigner(key.privateJwk);
    sequencer = (batchSize) => new TreeSequencer(database.dataSource, 'FI', signer, clock, batchSize);
  });
  afterEach(() => database.drop());

  const append = async (count: number): Promise<void> => {
    for (let written = 0; written < count; written++) await log.append(anAuditEvent(), database.dataSource.manager);
  };
  const leaves = () => database.dataSource.getRepository(AuditLeafRow).find({ order: { leafIndex: 'ASC' } });
  const heads = () => database.dataSource.getRepository(AuditTreeHeadRow).find({ order: { treeSize: 'ASC' } });
  const verify = () => verifyLog(database.dataSource, { nodeId: 'FI', keys: key.keys });

  it('when nothing was appended, then there is nothing to seal', async () => {
    expect(await sequencer().seal()).toEqual({ outcome: 'nothing' });
  });

  it('when batches of several sizes are sealed, then each head has the root of all leaves up to it', async () => {
    await append(7);
    expect(await sequencer(3).sealAll()).toBe(7);
    await append(4);
    expect(await sequencer(10).sealAll()).toBe(4);

    const hashes = (await leaves()).map((leaf) => leaf.leafHash);
    const signed = await heads();
    expect(signed.map((head) => Number(head.treeSize))).toEqual([3, 6, 7, 11]);
    for (const head of signed) expect(head.rootHash).toEqual(rootOf(hashes, 0, Number(head.treeSize)));
  });

  it('then each head is signed by the audit key and names the one before', async () => {
    await append(3);
    await sequencer(1).sealAll();

    const verifier = new TreeHeadVerifier(key.keys);
    const rows = await heads();
    const signed = await Promise.all(rows.map((row) => verifier.verify(row.jws)));
    expect(signed.map((head) => head.previous)).toEqual([
      undefined,
      digestOfHead(rows[0]!.jws),
      digestOfHead(rows[1]!.jws),
    ]);
    expect(signed.at(-1)).toMatchObject({ nodeId: 'FI', treeSize: 3, rootHash: rows[2]!.rootHash.toString('hex') });
  });

  it('when an entry commits after later ones were sealed, then it still gets its place', async () => {
    const late = database.dataSource.createQueryRunner();
    await late.startTransaction();
    const { entry } = await log.append(anAuditEvent({ type: 'evidence-released' }), late.manager);
    await append(3);
    expect(await sequencer().sealAll()).toBe(3);

    await late.commitTransaction();
    await late.release();

    expect(await sequencer().sealAll()).toBe(1);
    expect((await leaves()).map((leaf) => leaf.entryId).indexOf(entry.entryId)).toBe(3);
    expect(await verify()).toMatchObject({ verified: true, entries: 4, leaves: 4, unsealed: 0 });
  });

  it('when an entry is rolled back, then the tree never sees it', async () => {
    const abandoned = database.dataSource.createQueryRunner();
    await abandoned.startTransaction();
    await log.append(anAuditEvent(), abandoned.manager);
    await append(2);
    await abandoned.rollbackTransaction();
    await abandoned.release();

    expect(await sequencer().sealAll()).toBe(2);
    expect(await verify()).toMatchObject({ verified: true, entries: 2 });
  });

  it('when many append while two sequencers run, then every entry has one place and nobody waited for the lock', async () => {
    const appending = Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let round = 0; round < 10; round++) {
          await database.dataSource.transaction(async (transaction) => {
            await log.append(anAuditEvent(), transaction);
            await new Promise((resolve) => setTimeout(resolve, (writer * 7 + round * 3) % 11));
          });
        }
      }),
    );
    let done = false;
    const sealing = [sequencer(5), sequencer(3)].map(async (one) => {
      const outcomes = new Set<string>();
      while (!done) outcomes.add((await one.seal()).outcome);
      return outcomes;
    });
    await appending;
    done = true;
    await Promise.all(sealing);
    await sequencer().sealAll();

    expect(await verify()).toMatchObject({ verified: true, entries: 80, leaves: 80, unsealed: 0 });
    expect(new Set((await leaves()).map((leaf) => leaf.entryId)).size).toBe(80);
  });

  it('when another sequencer holds the lock, then this one says so and does nothing', async () => {
    await append(1);
    const other = database.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT pg_advisory_xact_lock($1)', [0x6f6f7473]);

    expect(await sequencer().seal()).toEqual({ outcome: 'busy' });
    await other.rollbackTransaction();
    await other.release();
    expect(await sequencer().sealAll()).toBe(1);
  });

  it('when a waiting entry was changed, then it is not sealed', async () => {
    await append(1);
    await tamper(database.dataSource, [`UPDATE audit_entry SET body = replace(body, 'V1', 'V2')`]);

    await expect(sequencer().sealAll()).rejects.toThrow(AuditLogDamaged);
    expect(await heads()).toEqual([]);
  });

  it('when a waiting entry is gone, then nothing is sealed over its absence', async () => {
    await append(2);
    await tamper(database.dataSource, [
      `DELETE FROM audit_entry WHERE entry_id IN (SELECT entry_id FROM audit_entry LIMIT 1)`,
    ]);

    await expect(sequencer().sealAll()).rejects.toThrow(AuditLogDamaged);
  });

  it('when the newest head was changed, then nothing is signed on top of it', async () => {
    await append(3);
    await sequencer().sealAll();
    await tamper(database.dataSource, ['UPDATE audit_tree_head SET root_hash = sha256($1)', Buffer.from('forged')]);
    await append(1);

    await expect(sequencer().sealAll()).rejects.toThrow(AuditLogDamaged);
  });
});

describe('given audit keys', () => {
  it('when a key is symmetric, unnamed or of another kind, then nothing can be signed with it', async () => {
    const { privateJwk } = await testAuditKey();
    await expect(treeHeadSigner({ kty: 'oct', k: 'AAAA', kid: 'k', alg: 'HS256' })).rejects.toThrow(RangeError);
    await expect(treeHeadSigner({ ...privateJwk, alg: 'none' })).rejects.toThrow(RangeError);
    const { kid: _kid, ...unnamed } = privateJwk;
    await expect(treeHeadSigner(unnamed)).rejects.toThrow(RangeError);
  });

  it.each(['EdDSA', 'ES256'] as const)(
    'then a head that is signed with %s is verified, and with no other key',
    async (alg) => {
      const key = await testAuditKey('k', alg);
      const signer = await treeHeadSigner(key.privateJwk);
      const { jws, head } = await signer.sign({
        nodeId: 'FI',
        treeSize: 1,
        rootHash: 'ab',
        time: '2026-11-23T10:00:00.000Z',
      });

      expect(await new TreeHeadVerifier(key.keys).verify(jws)).toEqual(head);
      const impostor = await testAuditKey('k', alg);
      await expect(new TreeHeadVerifier(impostor.keys).verify(jws)).rejects.toThrow(
        'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      );
      const stranger = await testAuditKey('other', alg);
      await expect(new TreeHeadVerifier(stranger.keys).verify(jws)).rejects.toThrow('unknown key');
    },
  );
});
