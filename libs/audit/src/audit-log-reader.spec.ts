import { randomIdentifiers } from '@oots/edm';
import { AuditLog } from './audit-log.js';
import { AuditLogReader } from './audit-log-reader.js';
import { verifyConsistency, verifyInclusion } from './merkle/verify-proof.js';
import { anAuditEvent, auditDatabase, testAuditKey } from './testing/index.js';
import type { AuditDatabase } from './testing/index.js';
import { tickingClock } from './testing/ticking-clock.js';
import { treeHeadSigner } from './tree/tree-head-signer.js';
import { TreeSequencer } from './tree/tree-sequencer.js';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('given a log with two exchanges of one conversation, sealed in turn', () => {
  let database: AuditDatabase;
  let reader: AuditLogReader;
  let log: AuditLog;
  let sequencer: TreeSequencer;
  const write = async (exchangeId: string, ...types: ('request-sent' | 'response-received' | 'evidence-used')[]) => {
    for (const type of types) await log.append(anAuditEvent({ exchangeId, type }), database.dataSource.manager);
    await sequencer.sealAll();
  };

  beforeEach(async () => {
    database = await auditDatabase();
    reader = new AuditLogReader(database.dataSource.manager);
    const clock = tickingClock();
    log = new AuditLog('FI', clock, randomIdentifiers);
    const signer = await treeHeadSigner((await testAuditKey()).privateJwk);
    sequencer = new TreeSequencer(database.dataSource, 'FI', signer, clock);
    await write('first', 'request-sent', 'response-received', 'evidence-used');
    await write('second', 'request-sent', 'response-received');
  });
  afterEach(() => database.drop());

  it('then each exchange reads in the order of time, and the conversation holds both', async () => {
    const first = await reader.entriesOfExchange('first');
    const both = await reader.entriesOfConversation(anAuditEvent().conversationId!);

    expect(first.map((entry) => entry.type)).toEqual(['request-sent', 'response-received', 'evidence-used']);
    expect(both.map((entry) => entry.exchangeId)).toEqual(['first', 'first', 'first', 'second', 'second']);
  });

  it('then every entry is proved to be under the newest head', async () => {
    const { head } = (await reader.newestHead())!;
    const entries = await reader.entriesOfConversation(anAuditEvent().conversationId!);

    expect(head).toMatchObject({ nodeId: 'FI', treeSize: 5 });
    for (const entry of entries) {
      const { leafHash, leafIndex, treeSize, path } = (await reader.inclusionOf(entry.entryId, head.treeSize))!;
      const claim = { leafHash: bytes(leafHash), leafIndex, treeSize, rootHash: bytes(head.rootHash) };
      expect(verifyInclusion(claim, path.map(bytes))).toBe(true);
    }
  });

  it('then the newest head is proved to have grown from the one before', async () => {
    const earlier = (await reader.newestHead())!.head;
    await write('third', 'request-sent');
    const later = (await reader.newestHead())!.head;
    const proof = await reader.consistencyOf(earlier.treeSize, later.treeSize);
    const headOf = ({ treeSize, rootHash }: typeof later) => ({ treeSize, rootHash: bytes(rootHash) });

    expect(verifyConsistency({ from: headOf(earlier), to: headOf(later) }, proof.map(bytes))).toBe(true);
    await expect(reader.consistencyOf(5, 7)).rejects.toThrow(RangeError);
  });

  it('when an entry is not in the tree of that size, then there is no proof', async () => {
    const [last] = (await reader.entriesOfExchange('second')).slice(-1);

    expect(await reader.inclusionOf(last!.entryId, 3)).toBeUndefined();
    expect(await reader.inclusionOf(randomIdentifiers.uuid(), 5)).toBeUndefined();
  });
});
