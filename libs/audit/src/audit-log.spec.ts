import { randomIdentifiers } from '@oots/edm';
import { AuditLog } from './audit-log.js';
import type { AuditEvent } from './entry/audit-event.js';
import { UnfitForAudit, WITHHELD } from './entry/fit-for-log.js';
import { AuditEntryRow } from './storage/index.js';
import { HmacPseudonyms } from './subject-pseudonyms.js';
import { anAuditEvent, auditDatabase } from './testing/index.js';
import type { AuditDatabase } from './testing/index.js';
import { tickingClock } from './testing/ticking-clock.js';

describe('given the log of a node', () => {
  let database: AuditDatabase;
  const log = new AuditLog('FI', tickingClock(), randomIdentifiers);
  const rows = () => database.dataSource.getRepository(AuditEntryRow);

  beforeAll(async () => {
    database = await auditDatabase();
  });
  afterAll(() => database.drop());

  it('when the effect commits, then the entry stands in the log and can be found by its exchange', async () => {
    const exchangeId = randomIdentifiers.uuid();
    const { entry, digest } = await database.dataSource.transaction((transaction) =>
      log.append(anAuditEvent({ exchangeId, usageReference: 'u-1' }), transaction),
    );

    const [row] = await rows().findBy({ exchangeId });
    expect(row).toMatchObject({
      entryId: entry.entryId,
      type: 'request-sent',
      time: entry.time,
      usageReference: 'u-1',
    });
    expect(JSON.parse(row!.body)).toEqual(entry);
    expect(entry).toMatchObject({ nodeId: 'FI', time: '2026-11-23T10:00:00.000Z' });
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('when the effect is rolled back, then so is the entry', async () => {
    const before = await rows().count();
    const effect = database.dataSource.transaction(async (transaction) => {
      await log.append(anAuditEvent(), transaction);
      throw new Error('the effect fails');
    });

    await expect(effect).rejects.toThrow('the effect fails');
    expect(await rows().count()).toBe(before);
    expect(await database.dataSource.query('SELECT 1 FROM audit_unsealed')).toHaveLength(before);
  });

  it('then the text that is hashed is canonical, whatever the order of the fields', async () => {
    const { entry } = await log.append(anAuditEvent(), database.dataSource.manager);
    const row = await rows().findOneByOrFail({ entryId: entry.entryId });

    expect(row.body).toMatch(/^\{"actor":\{"organisation":\{"scheme":.*"type":"request-sent"\}$/);
    expect(Object.keys(JSON.parse(row.body) as object)).toEqual(Object.keys(entry).sort());
  });

  it.each<[string, Partial<AuditEvent>]>([
    ['a name', { detail: { reason: 'Mari Tamm' } }],
    ['an address', { code: 'Sadama 3-5, Tallinn' }],
    ['letters outside ASCII', { detail: { register: 'Kalniņa' } }],
    ['a line break', { messageId: 'a\nb' }],
    ['nothing', { procedure: '' }],
    ['free text in a list', { attributes: { requested: ['/residence', 'Mari Tamm'] } }],
    ['a text without end', { purpose: 'x'.repeat(513) }],
  ])('when a message carries %s in place of a code, then it is logged without it', async (_, part) => {
    const { entry } = await log.append(anAuditEvent(part), database.dataSource.manager);
    const { body } = await rows().findOneByOrFail({ entryId: entry.entryId });

    expect(JSON.parse(body)).toEqual(entry);
    expect(body.match(new RegExp(WITHHELD, 'g'))).toHaveLength(1);
    expect(body).not.toMatch(/Mari|Sadama|Kalni|xxx/);
  });

  it.each<[string, unknown]>([
    ['a fraction', 1.5],
    ['no number at all', Number.NaN],
    ['null', null],
    ['a function', () => 'Mari Tamm'],
  ])('when an event carries %s, then that is a defect, and the error does not repeat it', async (_, count) => {
    const appending = log.append(anAuditEvent({ detail: { count: count as number } }), database.dataSource.manager);

    await expect(appending).rejects.toThrow(UnfitForAudit);
    await expect(appending).rejects.toThrow('/detail/count');
    await expect(appending).rejects.not.toThrow(/Mari/);
  });
});

describe('given the pseudonyms of two nodes', () => {
  const [fi, ee] = [1, 2].map((fill) => new HmacPseudonyms('2026', new Uint8Array(32).fill(fill)));

  it('then a person is the same within one log, and another in the other', () => {
    expect(fi!.reference('eidas', 'EE/FI/60001019906')).toBe(fi!.reference('eidas', 'EE/FI/60001019906'));
    expect(fi!.reference('eidas', 'EE/FI/60001019906')).not.toBe(ee!.reference('eidas', 'EE/FI/60001019906'));
    expect(fi!.reference('eidas', 'EE/FI/60001019906')).not.toBe(fi!.reference('EE-IK', 'EE/FI/60001019906'));
  });

  it('then the pseudonym names its epoch and nothing of the person, and fits an entry', () => {
    expect(fi!.reference('eidas', 'EE/FI/60001019906')).toMatch(/^2026\.[\w-]{43}$/);
  });

  it('then a key that could be guessed is refused', () => {
    expect(() => new HmacPseudonyms('2026', new Uint8Array(16))).toThrow(RangeError);
  });
});
