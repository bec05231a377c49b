import type { InboundMessage } from '@oots/messaging';
import {
  aNeighboursRequest,
  anInteractiveRequest,
  liesl,
  NEIGHBOUR,
  signý,
  stranger,
  subjectFor,
  TestNode,
  type TestPerson,
  testland,
  withEvidence,
} from '../testing/index.js';
import type { OpenedCase } from '../requester/case-request.js';

/** Values that name a person, or say where the person lives. */
function traitsOf({ familyName, givenName, eidasIdentifier, dateOfBirth, street }: TestPerson): readonly string[] {
  return [familyName, givenName, eidasIdentifier, dateOfBirth, street].filter((trait) => trait !== undefined);
}

const TRAITS = [...traitsOf(liesl), ...traitsOf(signý), ...traitsOf(stranger)];

/** Bytes. A shorter text turns up in sealed bytes by chance: three bytes about once in a hundred runs. */
const LEAST_IN_BYTES = 5;

/** A text, or the hex in which PostgreSQL shows bytes, that holds a trait in clear. */
function traitsIn(text: string): readonly string[] {
  return TRAITS.filter((trait) => {
    const bytes = Buffer.from(trait, 'utf8');
    return text.includes(trait) || (bytes.length >= LEAST_IN_BYTES && text.includes(bytes.toString('hex')));
  });
}

describe('given a node that has asked, answered, refused, shown and been told, with messages still on their way', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await TestNode.start(testland);
    // Nothing is acknowledged, so that the outbox keeps what was sent.
    node.neighbour.acknowledges = false;
    const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
    const answer = await node.call('POST', '/api/cases', {
      procedure: 'S1',
      providerCountry: NEIGHBOUR,
      subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
      explicitRequest: false,
    });
    const opened = answer.json as OpenedCase;
    const request = await firstOf(() => node.neighbour.requestsIn(opened.conversationId));
    await node.neighbour.answers(request, withEvidence(request));
    await node.until(async () => {
      expect((await node.call('GET', `/api/cases/${opened.caseId}`)).json).toMatchObject({ state: 'ready' });
    });
    await node.call('POST', `/api/cases/${opened.caseId}/decision`, {
      movedOn: '2026-11-20',
      address: { fullAddress: 'Nýgata 1', adminUnitL1: 'IS' },
    });
    for (const asked of [aNeighboursRequest(), aNeighboursRequest({ subject: subjectFor(stranger) })]) {
      const header = await node.neighbour.asks(asked);
      await firstOf(() => node.neighbour.answersIn(header));
    }
    const interactive = anInteractiveRequest();
    const first = await node.neighbour.asks(interactive);
    await firstOf(() => node.neighbour.answersIn(first));
    const [{ location } = { location: '' }] = await node.rows<{ location: string }>('SELECT location FROM preview');
    const second = anInteractiveRequest({
      preview: { previewLocation: location, returnLocation: 'https://portal.li.oots.example/r' },
    });
    await node.neighbour.asks(second, {
      header: { exchangeId: first.exchangeId, conversationId: first.conversationId },
    });
    await node.until(async () => {
      expect(await node.rows(`SELECT 1 FROM preview WHERE state = 'awaiting-decision'`)).toHaveLength(1);
    });
    // Garbage that names somebody, and a request over HTTP that is refused for it.
    await node.neighbour.puts({ key: 'k', headers: {}, value: Buffer.from(`about ${signý.givenName}`) });
    await node.call('POST', '/api/cases', { subject: { familyName: liesl.familyName, dateOfBirth: liesl.familyName } });
    await node.until(async () => {
      expect(await node.entries({ type: 'security-violation' })).toHaveLength(1);
    });
  });
  afterAll(() => node.stop());

  async function firstOf(look: () => readonly InboundMessage[]): Promise<InboundMessage> {
    return node.until(() => {
      const [message] = look();
      expect(message).toBeDefined();
      return message!;
    });
  }

  it('then no table but the registers holds anything of a person in clear', async () => {
    const tables = await node.rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const found: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const rows = await node.rows<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      const traits = traitsIn(rows.map(({ text }) => text).join('\n'));
      if (traits.length > 0) found[name] = traits;
    }
    // The registers are the people; that they are found shows that the search finds.
    expect(Object.keys(found)).toEqual(['register_record']);
    expect(found['register_record']).toEqual(expect.arrayContaining([...traitsOf(signý)]));
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['case_file', 'exchange', 'outbox', 'message_journal', 'preview', 'audit_entry']),
    );
  });

  it('then the tables did hold what was sealed, so there was something to find', async () => {
    const sealed = await node.rows(
      `SELECT (SELECT count(*) FROM outbox WHERE content IS NOT NULL)::int AS outbox,
              (SELECT count(*) FROM case_file WHERE filled_form IS NOT NULL)::int AS forms,
              (SELECT count(*) FROM preview WHERE request IS NOT NULL)::int AS previews,
              (SELECT count(*) FROM message_journal)::int AS journal`,
    );
    expect(sealed).toMatchObject([{ forms: 1, previews: 1 }]);
    expect(sealed[0]).not.toMatchObject({ outbox: 0 });
  });

  it('then the journal keeps every message without the evidence, its digest in its place', async () => {
    const [row] = await node.rows<{ parts: object[] }>(
      `SELECT parts FROM message_journal WHERE action = 'ExecuteQueryResponse' AND direction = 'out'`,
    );
    expect(row?.parts).toHaveLength(3);
    expect(row?.parts[1]).toEqual({
      contentId: expect.any(String) as string,
      mimeType: 'application/json',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    });
  });

  it('then the log lines of the process name nobody', () => {
    expect(node.logLines.length).toBeGreaterThan(5);
    expect(traitsIn(node.logLines.join(''))).toEqual([]);
  });

  it('then whoever runs the network reads names of topics, ids and access points only', () => {
    const { carried } = node.neighbour;
    expect(carried.length).toBeGreaterThan(5);
    expect(traitsIn(JSON.stringify(carried))).toEqual([]);
    for (const { key, headers } of carried) {
      expect(key).toMatch(/^[0-9a-f-]{36}$/);
      expect(Object.keys(headers).sort().join()).toMatch(/^(envelope,)?message-id,sender$/);
    }
  });
});
