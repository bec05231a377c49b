import { EDM_2_0, RequestId, randomIdentifiers } from '@oots/edm';
import { minimise, pathsOf } from '@oots/evidence';
import type { InboundMessage } from '@oots/messaging';
import type { ExchangeRecord } from '../exchange/exchanges.controller.js';
import {
  type EvidenceAnswer,
  familyOf,
  type Irregularities,
  itSendsOnlyValidMessages,
  keysOf,
  liesl,
  MOVE_PATHS,
  NEIGHBOUR,
  requestIn,
  residenceOf,
  ScriptedPeer,
  signý,
  subjectFor,
  TestNode,
  testland,
  THIRD_COUNTRY,
  withDeferral,
  withError,
  withEvidence,
} from '../testing/index.js';
import type { OpenedCase } from './case-request.js';
import type { CaseView, ExchangeView } from './case-view.js';

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

/** A case of one exchange, and the request as the neighbour holds it. */
async function asked(procedure = 'S1'): Promise<{ opened: OpenedCase; requests: readonly InboundMessage[] }> {
  const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
  const answer = await node.call('POST', '/api/cases', {
    procedure,
    providerCountry: NEIGHBOUR,
    subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
    explicitRequest: false,
  });
  const opened = answer.json as OpenedCase;
  const requests = await node.until(() => {
    const sent = node.neighbour.requestsIn(opened.conversationId);
    expect(sent).toHaveLength(opened.exchanges.length);
    return sent;
  });
  return { opened, requests };
}

async function caseOf({ caseId }: OpenedCase): Promise<CaseView> {
  return (await node.call('GET', `/api/cases/${caseId}`)).json as CaseView;
}

async function settled(opened: OpenedCase): Promise<ExchangeView> {
  return node.until(async () => {
    const exchange = (await caseOf(opened)).exchanges.find(({ evidenceType }) => evidenceType === 'residence')!;
    expect(exchange.settledAt).not.toBeNull();
    return exchange;
  });
}

/** Resolves when the node has acknowledged the message, hence handled it. */
async function handled({ messageId }: { messageId: string }): Promise<void> {
  await node.until(() => {
    expect(node.neighbour.receipts.map((receipt) => receipt.messageId)).toContain(messageId);
  });
}

describe('given a case whose evidence arrives', () => {
  let opened: OpenedCase;
  let requests: readonly InboundMessage[];
  let view: CaseView;

  beforeAll(async () => {
    ({ opened, requests } = await asked('V1'));
    const [residence, family] = requests;
    await node.neighbour.answers(residence!, withEvidence(residence!));
    await handledFirst(opened);
    const document = minimise(
      familyOf(liesl, NEIGHBOUR, node.clock.now()),
      requestIn(family!).background?.requestedAttributes ?? [],
    ).document;
    await node.neighbour.answers(family!, withEvidence(family!, { document, disclosed: pathsOf(document) }));
    view = await node.until(async () => {
      const found = await caseOf(opened);
      expect(found.state).toBe('ready');
      return found;
    });
  });

  it('then the case is ready when the last exchange ended, not before', () => {
    expect(view.exchanges.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    expect(view.exchanges.every(({ settledAt, usageReference }) => settledAt !== null && usageReference !== null)).toBe(
      true,
    );
  });

  it('then its form is filled, and each field names provider, evidence, path and basis', () => {
    const fields = new Map(view.form?.fields.map((field) => [field.name, field]));
    expect(fields.get('familyName')).toMatchObject({
      state: 'filled',
      value: liesl.familyName,
      sourcePath: '/subject/familyName',
      sourceEvidenceId: expect.stringMatching(/^urn:uuid:/) as string,
      provider: `Registers of ${NEIGHBOUR} (test country)`,
    });
    expect(fields.get('childrenMovingAlong')).toMatchObject({ state: 'filled' });
    expect(fields.get('maritalStatus')).toMatchObject({ state: 'unfilled' });
  });

  it('then the log says which fields took a value and which values were discarded', async () => {
    const entries = await node.entries({ conversationId: opened.conversationId });
    const used = entries.filter(({ type }) => type === 'evidence-used');
    expect(used).toHaveLength(2);
    expect(used[0]).toMatchObject({
      detail: { form: 'fi-move-notice', fields: expect.arrayContaining(['familyName']) as [] },
    });
    const discarded = entries.filter(({ type }) => type === 'evidence-discarded');
    expect(discarded.flatMap(({ detail }) => detail?.fields ?? [])).toContain('/residence/address/fullAddress');
    expect(JSON.stringify(entries)).not.toContain(liesl.familyName);
  });

  it('then the evidence itself is not kept', async () => {
    const kept = await node.rows('SELECT 1 FROM exchange WHERE case_id = $1 AND evidence IS NOT NULL', [opened.caseId]);
    expect(kept).toEqual([]);
  });

  it('then the exchange shows its messages by digest, without content', async () => {
    const { exchangeId } = opened.exchanges[0]!;
    const { json, text } = await node.call('GET', `/api/exchanges/${exchangeId}`);
    expect((json as ExchangeRecord).messages.map(({ direction, action }) => [direction, action])).toEqual([
      ['out', 'ExecuteQueryRequest'],
      ['in', 'ExecuteQueryResponse'],
    ]);
    expect((json as ExchangeRecord).messages[1]?.parts).toHaveLength(3);
    expect(text).not.toContain(liesl.familyName);
  });

  async function handledFirst(of: OpenedCase): Promise<void> {
    await settled(of);
    expect(await caseOf(of)).toMatchObject({
      state: 'collecting',
      exchanges: [
        { evidenceType: 'family-composition', state: 'requested' },
        { evidenceType: 'residence', state: 'delivered' },
      ],
    });
  }
});

describe('given an exchange that was answered', () => {
  it('when another answer comes, then it is discarded and put on record', async () => {
    const { opened, requests } = await asked();
    await node.neighbour.answers(requests[0]!, withEvidence(requests[0]!));
    const first = await settled(opened);
    const second = await node.neighbour.answers(requests[0]!, withEvidence(requests[0]!));
    await handled(second);
    expect((await caseOf(opened)).exchanges[0]).toEqual(first);
    expect(await node.entries({ type: 'late-answer-discarded', exchangeId: first.exchangeId })).toHaveLength(1);
    expect(await node.entries({ type: 'response-received', exchangeId: first.exchangeId })).toHaveLength(1);
    expect(await node.entries({ type: 'evidence-used', exchangeId: first.exchangeId })).toHaveLength(1);
  });

  it('when two different answers come at once, then one settles it and the other is discarded', async () => {
    const { opened, requests } = await asked();
    const [one, other] = await Promise.all([
      node.neighbour.answers(requests[0]!, withEvidence(requests[0]!)),
      node.neighbour.answers(requests[0]!, withError(requests[0]!)),
    ]);
    await handled(one);
    await handled(other);
    const { exchangeId, state } = await settled(opened);
    expect(['delivered', 'refused']).toContain(state);
    expect(await node.entries({ type: 'late-answer-discarded', exchangeId })).toHaveLength(1);
  });
});

describe('given an exchange that waits', () => {
  it('when the provider refuses, then it is refused with the code, and the case goes on without', async () => {
    const { opened, requests } = await asked();
    await node.neighbour.answers(requests[0]!, withError(requests[0]!, { detail: 'R-EDM-REQ-C026' }));
    expect(await settled(opened)).toMatchObject({
      state: 'refused',
      error: { code: 'EDM:ERR:0004', detail: 'R-EDM-REQ-C026' },
    });
    expect(await caseOf(opened)).toMatchObject({ state: 'ready', form: { fields: expect.any(Array) as [] } });
    const { exchangeId } = opened.exchanges[0]!;
    expect(await node.entries({ type: 'error-received', exchangeId })).toMatchObject([{ code: 'EDM:ERR:0004' }]);
  });

  it('when the provider puts it off, then it is deferred and the case waits', async () => {
    const { opened, requests } = await asked();
    await node.neighbour.answers(requests[0]!, withDeferral(requests[0]!));
    await node.until(async () => {
      expect(await caseOf(opened)).toMatchObject({ state: 'collecting', exchanges: [{ state: 'deferred' }] });
    });
    expect(await node.story(opened.exchanges[0]!.exchangeId)).toContain('deferral-received');
  });

  const whole = residenceOf(liesl, NEIGHBOUR, new Date('2026-11-23T10:00:00.000Z'));
  const { document: reduced, disclosed } = minimise(whole, [...MOVE_PATHS]);

  it.each<[string, string, EvidenceAnswer, Irregularities]>([
    ['of another request', 'R-EDM-RESP-S004', { response: { requestId: RequestId.mint(randomIdentifiers) } }, {}],
    [
      'about another person',
      'R-EDM-RESP-S062',
      { isAbout: { ...subjectFor(signý), person: subjectFor(signý).person.minimal() } as never },
      {},
    ],
    ['without a document that it announces', 'R-EDM-RESP-C042', { parts: (parts) => parts.slice(1) }, {}],
    ['without the version for people', 'R-EDM-RESP-C042', { parts: (parts) => parts.slice(0, 1) }, {}],
    [
      'that discloses more than was asked for',
      'BG-RESP-02',
      { document: whole, disclosed: [...disclosed, '/subject/maritalStatus'] },
      {},
    ],
    ['with more than it says it discloses', 'BG-RESP-03', { document: whole, disclosed }, {}],
    ['that does not fit its data model', 'BG-RESP-04', { document: { ...reduced, residence: 'here' }, disclosed }, {}],
    [
      'that is no JSON',
      'BG-RESP-04',
      { parts: ([main, ...others]) => [{ ...main!, bytes: Buffer.from('{') }, ...others] },
      {},
    ],
    [
      'under a header that breaks a rule',
      'POC-ebMS-01',
      {},
      { headerXml: (xml) => xml.replace('>http://sdg.europa.eu/edelivery/gateway<', '>urn:another:role<') },
    ],
  ])(
    'when an answer comes %s, then it is invalid by %s and nothing of it is used',
    async (_what, rule, answer, odd) => {
      const { opened, requests } = await asked();
      await node.neighbour.answers(requests[0]!, withEvidence(requests[0]!, answer), odd);
      expect(await settled(opened)).toMatchObject({ state: 'invalid-answer', usageReference: null });
      const { exchangeId } = opened.exchanges[0]!;
      const [entry] = await node.entries({ type: 'response-received', exchangeId });
      expect(entry).toMatchObject({ code: 'INVALID_ANSWER', detail: { rule } });
      expect(await node.story(exchangeId)).not.toContain('evidence-used');
      const { form } = await caseOf(opened);
      expect(form?.fields.filter(({ state }) => state === 'filled')).toEqual([]);
      expect(await node.rows('SELECT 1 FROM exchange WHERE id = $1 AND evidence IS NOT NULL', [exchangeId])).toEqual(
        [],
      );
    },
  );

  it('when an answer comes in another specification, then it is invalid', async () => {
    const { opened, requests } = await asked();
    const { specification: _other, ...said } = withEvidence(requests[0]!);
    await node.neighbour.answers(requests[0]!, { ...said, specification: EDM_2_0 });
    expect(await settled(opened)).toMatchObject({ state: 'invalid-answer' });
  });

  it('when an error comes that is about another request, then it is invalid', async () => {
    const { opened, requests } = await asked();
    await node.neighbour.answers(requests[0]!, withError(requests[0]!, {}, RequestId.mint(randomIdentifiers)));
    expect(await settled(opened)).toMatchObject({ state: 'invalid-answer' });
  });

  it('when what comes is no answer at all, then it is invalid', async () => {
    const { opened, requests } = await asked();
    const said = { ...withError(requests[0]!), document: '<not-an-answer/>' };
    await node.neighbour.answers(requests[0]!, said);
    expect(await settled(opened)).toMatchObject({ state: 'invalid-answer' });
  });

  it('when an answer comes for an exchange that nobody opened, then only an entry tells of it', async () => {
    const { opened, requests } = await asked();
    const header = { exchangeId: randomIdentifiers.uuid() as never };
    const stray = await node.neighbour.answers(requests[0]!, withEvidence(requests[0]!), { header });
    await handled(stray);
    expect(await node.entries({ messageId: stray.messageId })).toMatchObject([
      { type: 'message-unreadable', code: 'NO_SUCH_EXCHANGE' },
    ]);
    expect((await caseOf(opened)).exchanges[0]).toMatchObject({ state: 'requested' });
  });

  it('when an answer comes under another conversation, then it belongs to none', async () => {
    const { opened, requests } = await asked();
    const header = { conversationId: randomIdentifiers.uuid() as never };
    await handled(await node.neighbour.answers(requests[0]!, withEvidence(requests[0]!), { header }));
    expect((await caseOf(opened)).exchanges[0]).toMatchObject({ state: 'requested' });
  });

  it('when a third country answers in the place of the one asked, then it belongs to none', async () => {
    const { opened, requests } = await asked();
    const intruder = await ScriptedPeer.listen(keysOf(node.keys, THIRD_COUNTRY), node.peers, node.network, node.clock);
    const sent = await intruder.answers(requests[0]!, withEvidence(requests[0]!));
    await node.until(() => {
      expect(intruder.receipts).toHaveLength(1);
    });
    await intruder.close();
    expect(await node.entries({ messageId: sent.messageId })).toMatchObject([
      { code: 'NO_SUCH_EXCHANGE', counterpart: { country: THIRD_COUNTRY } },
    ]);
    expect((await caseOf(opened)).exchanges[0]).toMatchObject({ state: 'requested' });
  });
});

itSendsOnlyValidMessages(() => node);
