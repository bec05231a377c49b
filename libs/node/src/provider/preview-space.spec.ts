import { type EbmsHeader, readAnswer, RequestId, randomIdentifiers, type EvidenceRequest } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import {
  anInteractiveRequest,
  bobby,
  itSendsOnlyValidMessages,
  signý,
  stranger,
  subjectFor,
  TestNode,
  testland,
} from '../testing/index.js';

const RETURN = 'https://portal.li.oots.example/return/1';

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

/** The answers of the node in an exchange, when there are as many. */
async function answers(opened: EbmsHeader, count: number): Promise<readonly InboundMessage[]> {
  return node.until(() => {
    const found = node.neighbour.answersIn(opened);
    expect(found).toHaveLength(count);
    return found;
  });
}

function raisedIn(answer: InboundMessage | undefined) {
  const { value } = readAnswer(answer!.parts[0]!.bytes);
  return value?.kind === 'error' ? value.error.exceptions[0] : undefined;
}

async function handled({ messageId }: EbmsHeader): Promise<void> {
  await node.until(() => {
    expect(node.neighbour.receipts.map((receipt) => receipt.messageId)).toContain(messageId);
  });
}

/** First loop: the link. */
async function offered(request = anInteractiveRequest()) {
  const first = await node.neighbour.asks(request);
  const location = raisedIn((await answers(first, 1))[0])?.preview?.location ?? '';
  return { first, request, location, path: new URL(location).pathname };
}

/** Second loop: the request that waits for the person. */
async function asksAgain(
  { first, request, location }: { first: EbmsHeader; request: EvidenceRequest; location: string },
  changes: Partial<EvidenceRequest> = {},
): Promise<{ header: EbmsHeader; second: EvidenceRequest }> {
  const { exchangeId, conversationId } = first;
  const second = {
    ...request,
    id: RequestId.mint(randomIdentifiers),
    preview: { previewLocation: location, returnLocation: RETURN },
    ...changes,
  };
  const header = await node.neighbour.asks(second, { header: { exchangeId, conversationId } });
  await handled(header);
  return { header, second };
}

const decide = (path: string, decision: string) =>
  node.fetch(`${path}/decision`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `decision=${decision}`,
  });

describe('given a person who wants to look before anything leaves', () => {
  it('when the neighbour asks the first time, then the answer is a link of its own for each request', async () => {
    const [one, other] = [await offered(), await offered()];
    expect(one.location).toMatch(/^https:\/\/node\.is\.oots\.example\/preview\/[0-9a-f]{64}$/);
    expect(other.location).not.toBe(one.location);
    const raised = raisedIn(node.neighbour.answersIn(one.first)[0]);
    expect(raised?.exception.code).toBe('EDM:ERR:0002');
    expect(await node.story(one.first.exchangeId)).not.toContain('evidence-released');
  });

  it('when the link is opened before the second request, then it shows nothing yet', async () => {
    const { path } = await offered();
    const page = await node.fetch(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('on its way');
    expect(page.text).not.toContain(signý.familyName);
  });

  it('when the second request came, then the page shows the evidence and keeps it out of caches and frames', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const page = await node.fetch(preview.path);
    expect(page.text).toContain(signý.familyName);
    expect(page.text).toContain('Residents office of LI');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(node.neighbour.answersIn(preview.first)).toHaveLength(1);
  });

  it('when the record holds markup, then the page shows it as text', async () => {
    const preview = await offered(anInteractiveRequest({ subject: subjectFor(bobby) }));
    await asksAgain(preview);
    const { text } = await node.fetch(preview.path);
    expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Co&#39;');
    expect(text).not.toContain('<script>');
  });

  it('when the person accepts, then the evidence leaves, logged before, and the browser goes back', async () => {
    const preview = await offered();
    const { second } = await asksAgain(preview);
    const decision = await decide(preview.path, 'accept');
    expect(decision).toMatchObject({ status: 303 });
    expect(decision.headers.get('location')).toBe(RETURN);
    const [, answer] = await answers(preview.first, 2);
    expect(answer?.header).toMatchObject({ action: 'ExecuteQueryResponse', specificationId: 'oots-edm:v2.0' });
    const { value } = readAnswer(answer!.parts[0]!.bytes);
    expect(value).toMatchObject({ kind: 'response', response: { requestId: second.id } });
    expect(Buffer.from(answer!.parts[1]!.bytes).toString('utf8')).toContain(signý.street);
    expect(await node.story(preview.first.exchangeId)).toContain('evidence-released');
    expect(
      await node.rows('SELECT 1 FROM preview WHERE location = $1 AND request IS NOT NULL', [preview.location]),
    ).toEqual([]);
  });

  it('when the person declines, then nothing leaves, and the answer reads as if there were nothing', async () => {
    const preview = await offered();
    await asksAgain(preview);
    await decide(preview.path, 'decline');
    const [, answer] = await answers(preview.first, 2);
    const unknown = await offered(anInteractiveRequest({ subject: subjectFor(stranger) }));
    await asksAgain(unknown);
    expect((await node.fetch(unknown.path)).text).toContain('No evidence can be provided');
    await decide(unknown.path, 'accept');
    const [, other] = await answers(unknown.first, 2);
    const { exception, detail } = raisedIn(answer) ?? {};
    expect(exception?.code).toBe('EDM:ERR:0004');
    expect(raisedIn(other)).toMatchObject({ exception, detail });
    const reasons = (await node.entries({ type: 'refusal-sent' })).map((entry) => entry.detail?.reason);
    expect(reasons).toEqual(expect.arrayContaining(['DECLINED_IN_PREVIEW', 'NO_MATCH']));
    expect(await node.story(preview.first.exchangeId)).not.toContain('evidence-released');
  });

  it('when the decision is neither of the two, then nothing is decided', async () => {
    const preview = await offered();
    await asksAgain(preview);
    expect((await decide(preview.path, 'perhaps')).status).toBe(400);
    expect((await decide(preview.path, 'accept')).status).toBe(303);
  });
});

describe('given a preview that is over', () => {
  it('when the link is used again after the decision, then nothing more happens', async () => {
    const preview = await offered();
    await asksAgain(preview);
    await decide(preview.path, 'accept');
    await answers(preview.first, 2);
    expect((await decide(preview.path, 'decline')).status).toBe(409);
    const page = await node.fetch(preview.path);
    expect(page.text).toContain('over');
    expect(page.text).not.toContain(signý.familyName);
    expect(await node.entries({ type: 'evidence-released', exchangeId: preview.first.exchangeId })).toHaveLength(1);
  });

  it('when two people press at once, then one decision counts', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const outcomes = await Promise.all([decide(preview.path, 'accept'), decide(preview.path, 'decline')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([303, 409]);
    await answers(preview.first, 2);
  });

  it('when T2 passed before the second request, then the link is over and the request too late', async () => {
    const preview = await offered();
    node.passes(16);
    expect((await node.fetch(preview.path)).text).toContain('over');
    await asksAgain(preview);
    const [, answer] = await answers(preview.first, 2);
    expect(raisedIn(answer)).toMatchObject({ exception: { code: 'EDM:ERR:0005' }, detail: 'T2' });
  });

  it('when T3 passes without a decision, then the second request times out and the link is over', async () => {
    const preview = await offered();
    await asksAgain(preview);
    node.passes(39);
    expect((await node.fetch(preview.path)).text).toContain(signý.familyName);
    node.passes(2);
    const [, answer] = await answers(preview.first, 2);
    expect(raisedIn(answer)).toMatchObject({ exception: { code: 'EDM:ERR:0005' }, detail: 'T3' });
    expect((await decide(preview.path, 'accept')).status).toBe(409);
    expect((await node.fetch(preview.path)).text).not.toContain(signý.familyName);
  });
});

describe('given a link that does not belong', () => {
  it('when nobody issued it, then it is not served', async () => {
    expect((await node.fetch(`/preview/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await decide(`/preview/${'0'.repeat(64)}`, 'accept')).status).toBe(404);
  });

  it('when the second request names one of another exchange, then the reference cannot be resolved', async () => {
    const [own, foreign] = [await offered(), await offered()];
    await asksAgain({ ...own, location: foreign.location });
    const [, answer] = await answers(own.first, 2);
    expect(raisedIn(answer)).toMatchObject({ exception: { code: 'EDM:ERR:0006' }, detail: 'R-EDM-REQ-C005' });
    expect((await node.fetch(foreign.path)).text).toContain('on its way');
  });
});

describe('given a request of a preview that comes again under a new message id', () => {
  const replayed = { exception: { code: 'EDM:ERR:0003' }, detail: 'R-EDM-REQ-S004' };

  it('when it is the first, then no second link is issued', async () => {
    const { first, request } = await offered();
    const { exchangeId, conversationId } = first;
    await node.neighbour.asks(request, { header: { exchangeId, conversationId } });
    expect(raisedIn((await answers(first, 2))[1])).toMatchObject(replayed);
  });

  it('when it is the second, then it is refused and the person can still decide', async () => {
    const preview = await offered();
    const { second } = await asksAgain(preview);
    const { exchangeId, conversationId } = preview.first;
    await node.neighbour.asks(second, { header: { exchangeId, conversationId } });
    expect(raisedIn((await answers(preview.first, 2))[1])).toMatchObject(replayed);
    await decide(preview.path, 'accept');
    expect((await answers(preview.first, 3))[2]?.header.action).toBe('ExecuteQueryResponse');
  });

  it('when it was declined, then it is refused as one that was processed', async () => {
    const preview = await offered();
    const { second } = await asksAgain(preview);
    await decide(preview.path, 'decline');
    await answers(preview.first, 2);
    const { exchangeId, conversationId } = preview.first;
    await node.neighbour.asks(second, { header: { exchangeId, conversationId } });
    expect(raisedIn((await answers(preview.first, 3))[2])).toMatchObject(replayed);
  });
});

itSendsOnlyValidMessages(() => node);
