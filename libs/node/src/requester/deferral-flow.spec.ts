import { randomIdentifiers } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import { AuthorityCases, requestIn, TestNode, testland, withError, withEvidence } from '../testing/index.js';
import type { OpenedCase } from './case-request.js';

const DAY = 24 * 60;

let node: TestNode;
const cases = new AuthorityCases(() => node);

beforeEach(async () => {
  node = await TestNode.start(testland, { DEFERRALS: '2', DEFERRAL_DAYS: '10' });
});
afterEach(() => node.stop());

/** The neighbour names a date. */
async function putOff(request: InboundMessage, days: number): Promise<Date> {
  const availableAt = new Date(node.clock.now().getTime() + days * DAY * 60_000);
  const answer = withEvidence(request, {
    response: {
      status: 'Unavailable',
      availableAt,
      packages: [],
      background: { usageReference: randomIdentifiers.uuid() },
    },
    parts: () => [],
  });
  await cases.handled(await node.neighbour.answers(request, answer));
  return availableAt;
}

describe('given evidence that the provider will have in three days', () => {
  it('when the day comes, then it is asked for again under a new request id, and the case goes on', async () => {
    const opened = await cases.open({ procedure: 'S1' });
    const [first] = await cases.requests(opened, 1);
    const availableAt = await putOff(first!, 3);
    await cases.shows(opened, {
      state: 'collecting',
      requirements: [{ state: 'waiting' }],
      exchanges: [{ state: 'deferred', availableAt: availableAt.toISOString(), settledAt: null }],
    });

    node.passes(3 * DAY - 1);
    await cases.shows(opened, { exchanges: [{ state: 'deferred' }] });
    await cases.requests(opened, 1);

    node.passes(1);
    const [, second] = await cases.requests(opened, 2);
    const { conversationId, exchangeId } = first!.header;
    expect(second!.header).toMatchObject({ conversationId, exchangeId });
    const { id, issuedAt, ...question } = requestIn(second!);
    expect(id).not.toBe(requestIn(first!).id);
    expect(issuedAt.getTime()).toBeGreaterThanOrEqual(availableAt.getTime());
    const { id: _first, issuedAt: _then, ...asked } = requestIn(first!);
    expect(question).toEqual(asked);

    await node.neighbour.answers(second!, withEvidence(second!));
    await cases.shows(opened, {
      state: 'ready',
      requirements: [{ state: 'proven' }],
      exchanges: [{ state: 'delivered', availableAt: null }],
    });
    expect(await node.story(exchangeId)).toEqual(
      expect.arrayContaining(['deferral-received', 'response-received', 'evidence-used']),
    );
    expect(await node.entries({ type: 'request-sent', exchangeId })).toHaveLength(2);
  });

  it('when an answer to the first request comes before the day, then it is late and nothing of it is used', async () => {
    const opened = await cases.open({ procedure: 'S1' });
    const [first] = await cases.requests(opened, 1);
    await putOff(first!, 3);
    await cases.handled(await node.neighbour.answers(first!, withEvidence(first!)));
    const { exchangeId } = first!.header;
    expect(await node.entries({ type: 'late-answer-discarded', exchangeId })).toHaveLength(1);
    expect(await cases.view(opened)).toMatchObject({ state: 'collecting', exchanges: [{ state: 'deferred' }] });
  });

  it('when nobody answers the second request, then it times out after T1 and a minute, as the first would have', async () => {
    const opened = await cases.open({ procedure: 'S1' });
    const [first] = await cases.requests(opened, 1);
    await putOff(first!, 3);
    node.passes(3 * DAY);
    const [, second] = await cases.requests(opened, 2);
    node.passes(5);
    await cases.shows(opened, { exchanges: [{ state: 'requested' }] });
    node.passes(1);
    await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'timed-out' }] });

    await cases.handled(await node.neighbour.answers(second!, withEvidence(second!)));
    const { exchangeId } = second!.header;
    expect(await node.entries({ type: 'late-answer-discarded', exchangeId })).toHaveLength(1);
  });

  it('when it is put off once more than is waited for, then the exchange ends without it', async () => {
    const opened = await cases.open({ procedure: 'S1' });
    for (const round of [1, 2, 3]) {
      const requests = await cases.requests(opened, round);
      await putOff(requests.at(-1)!, 1);
      if (round < 3) node.passes(DAY);
    }
    await cases.shows(opened, {
      state: 'ready',
      requirements: [{ state: 'unproven' }],
      exchanges: [{ state: 'unavailable' }],
    });
    const received = await node.entries({ type: 'deferral-received' });
    expect(received.map(({ code }) => code)).toEqual([undefined, undefined, 'NOT_AWAITED']);
    node.passes(DAY);
    await cases.requests(opened, 3);
  });

  it('when the date is too far off, then nobody waits for it', async () => {
    const opened = await cases.open({ procedure: 'S1' });
    const [request] = await cases.requests(opened, 1);
    await putOff(request!, 11);
    await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'unavailable' }] });
  });
});

describe('given a request that was deferred and then refused', () => {
  it('then the refusal ends the exchange', async () => {
    const opened = await cases.open({ procedure: 'S1' });
    const [first] = await cases.requests(opened, 1);
    await putOff(first!, 1);
    node.passes(DAY);
    const [, second] = await cases.requests(opened, 2);
    await node.neighbour.answers(second!, withError(second!));
    await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'refused', error: { code: 'EDM:ERR:0004' } }] });
  });
});

describe('given a provider that answers a request and acknowledges none', () => {
  const requestsBy = (opened: OpenedCase): ReadonlySet<string> =>
    new Set(node.neighbour.requestsIn(opened.conversationId).map((request) => requestIn(request).id));

  it('when the delivery of the first is given up, then the exchange goes on under the second', async () => {
    await node.stop();
    node = await TestNode.start(testland, { T1_MINUTES: '2880' });
    node.neighbour.acknowledges = false;
    const opened = await cases.open({ procedure: 'S1' });
    const [first] = await cases.requests(opened, 1);
    await putOff(first!, 0.5);
    node.passes(DAY / 2);
    await node.until(() => {
      expect(requestsBy(opened).size).toBe(2);
    });
    node.passes(DAY / 2 + 1);
    await node.until(async () => {
      expect(await node.entries({ type: 'message-undelivered', messageId: first!.header.messageId })).toHaveLength(1);
    });
    expect(await cases.view(opened)).toMatchObject({ exchanges: [{ state: 'requested' }] });
  });
});
