import { itSendsOnlyValidMessages, liesl, NEIGHBOUR, TestNode, testland, withEvidence } from '../testing/index.js';
import type { OpenedCase } from './case-request.js';
import type { CaseView } from './case-view.js';

const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
const need = {
  procedure: 'S1',
  providerCountry: NEIGHBOUR,
  subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
  explicitRequest: false,
};

async function open(node: TestNode): Promise<{ readonly opened: OpenedCase; readonly exchangeId: string }> {
  const opened = (await node.call('POST', '/api/cases', need)).json as OpenedCase;
  return { opened, exchangeId: opened.exchanges[0]?.exchangeId ?? '' };
}

async function viewOf(node: TestNode, { caseId }: OpenedCase): Promise<CaseView> {
  return (await node.call('GET', `/api/cases/${caseId}`)).json as CaseView;
}

describe('given a request that the provider received and does not answer', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await TestNode.start(testland);
  });
  afterAll(() => node.stop());

  it('when T1 and a minute have passed, then the exchange is timed out, and a late answer is logged and discarded', async () => {
    const { opened, exchangeId } = await open(node);
    const request = await node.until(() => {
      const [sent] = node.neighbour.requestsIn(opened.conversationId);
      expect(sent).toBeDefined();
      return sent!;
    });

    node.passes(5.5);
    // Another case shows that the node has looked since.
    await open(node);
    expect(await viewOf(node, opened)).toMatchObject({ state: 'collecting', exchanges: [{ state: 'requested' }] });

    node.passes(0.6);
    const timedOut = await node.until(async () => {
      const view = await viewOf(node, opened);
      expect(view).toMatchObject({ state: 'ready', exchanges: [{ state: 'timed-out' }] });
      return view;
    });

    await node.neighbour.answers(request, withEvidence(request));
    await node.until(async () => {
      expect(await node.story(exchangeId)).toEqual(
        expect.arrayContaining(['request-sent', 'receipt-stored', 'exchange-timed-out', 'late-answer-discarded']),
      );
    });
    expect(await viewOf(node, opened)).toEqual(timedOut);
    expect(await node.entries({ type: 'exchange-timed-out', exchangeId })).toHaveLength(1);
    expect(await node.rows('SELECT 1 FROM exchange WHERE id = $1 AND evidence IS NOT NULL', [exchangeId])).toEqual([]);
  });

  itSendsOnlyValidMessages(() => node);
});

describe('given a provider whose access point acknowledges nothing', () => {
  it('when a day has passed, then the exchange ends undelivered and the case goes on without', async () => {
    // The exchange outlives the outbox's patience, so that it is the delivery that ends it.
    const node = await TestNode.start(testland, { T1_MINUTES: '2880' });
    try {
      node.neighbour.acknowledges = false;
      const { opened, exchangeId } = await open(node);
      await node.until(() => {
        expect(node.neighbour.requestsIn(opened.conversationId)).toHaveLength(1);
      });
      node.passes(24 * 60 + 1);
      await node.until(async () => {
        expect(await viewOf(node, opened)).toMatchObject({ state: 'ready', exchanges: [{ state: 'undelivered' }] });
      });
      const entries = await node.entries({ type: 'message-undelivered', exchangeId });
      expect(entries).toMatchObject([{ detail: { attempts: expect.any(Number) as number } }]);
      expect(await node.rows('SELECT 1 FROM outbox WHERE content IS NOT NULL')).toEqual([]);
    } finally {
      await node.stop();
    }
  });
});
