import { type EbmsHeader, readAnswer, RequestId, randomIdentifiers, type EvidenceRequest } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import {
  anInteractiveRequest,
  bobby,
  itSendsOnlyValidMessages,
  personWithoutResidence,
  PreviewBrowser,
  protectedPerson,
  signý,
  stranger,
  subjectFor,
  TestNode,
  testland,
  twins,
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

/** Signs in, looks at the page, decides. */
async function decide(path: string, decision: string, person = signý) {
  const browser = new PreviewBrowser(node, path);
  await browser.signIn(person);
  return browser.decide(decision);
}

/** @returns the browser of somebody who signed in, and what it shows */
async function signedIn(path: string, person = signý) {
  const browser = new PreviewBrowser(node, path);
  expect((await browser.signIn(person)).status).toBe(303);
  return { browser, page: await browser.open() };
}

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
    const { page } = await signedIn(preview.path);
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
    const { text } = (await signedIn(preview.path, bobby)).page;
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
    const nothing = await offered(anInteractiveRequest({ subject: subjectFor(personWithoutResidence) }));
    await asksAgain(nothing);
    const { browser, page } = await signedIn(nothing.path, personWithoutResidence);
    expect(page.text).toContain('No evidence can be provided');
    await browser.decide('accept');
    const [, other] = await answers(nothing.first, 2);
    const { exception, detail } = raisedIn(answer) ?? {};
    expect(exception?.code).toBe('EDM:ERR:0004');
    expect(raisedIn(other)).toMatchObject({ exception, detail });
    const reasons = (await node.entries({ type: 'refusal-sent' })).map((entry) => entry.detail?.reason);
    expect(reasons).toEqual(expect.arrayContaining(['DECLINED_IN_PREVIEW', 'NOT_ON_RECORD']));
    expect(await node.story(preview.first.exchangeId)).not.toContain('evidence-released');
  });

  it('when the decision is neither of the two, then nothing is decided', async () => {
    const preview = await offered();
    await asksAgain(preview);
    expect((await decide(preview.path, 'perhaps')).status).toBe(400);
    expect((await decide(preview.path, 'accept')).status).toBe(303);
  });
});

describe('given evidence that nobody sees before signing in', () => {
  it('when the link is opened, then the page asks for a sign-in, calls it simulated, and says nothing of the request', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const page = await new PreviewBrowser(node, preview.path).open();
    expect(page.text).toContain('simulated sign-in');
    for (const told of [signý.familyName, signý.street!, 'Residents office']) expect(page.text).not.toContain(told);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('then the pages need no script, name every field and have one first heading', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const browser = new PreviewBrowser(node, preview.path);
    const pages = [await browser.open(), await browser.signIn(stranger), (await signedIn(preview.path)).page];
    for (const { text } of pages) {
      expect(text).not.toContain('<script');
      expect(text.match(/<h1>/g)).toHaveLength(1);
      const fields = [...text.matchAll(/<input [^>]*\bid="([^"]+)"/g)].map(([, id]) => id);
      expect(fields.length).toBeGreaterThan(0);
      for (const id of fields) expect(text).toContain(`<label for="${id!}">`);
    }
  });

  it('when the person signed in, then the cookie is random, short-lived, of this preview and kept from scripts', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const browser = new PreviewBrowser(node, preview.path);
    await browser.open();
    const before = browser.cookie;
    const answer = await browser.signIn(signý);
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^preview=[0-9a-f]{64}; Path=${preview.path}; Max-Age=2400; HttpOnly; Secure; SameSite=Strict$`),
    );
    expect(browser.cookie).not.toBe(before);
    const [row] = await node.rows<object>('SELECT t::text FROM preview t WHERE location = $1', [preview.location]);
    expect(JSON.stringify(row)).not.toContain(browser.cookie!.slice('preview='.length));
  });

  it('when the link is opened in another browser, then that one has to sign in too', async () => {
    const preview = await offered();
    await asksAgain(preview);
    await signedIn(preview.path);
    const other = new PreviewBrowser(node, preview.path);
    expect((await other.open()).text).toContain('Sign in');
    expect((await other.decide('accept')).status).toBe(403);
    expect(node.neighbour.answersIn(preview.first)).toHaveLength(1);
  });

  it('when a cookie of another preview is brought along, then it opens nothing', async () => {
    const [own, foreign] = [await offered(), await offered()];
    await asksAgain(own);
    await asksAgain(foreign);
    const { browser } = await signedIn(own.path);
    const other = new PreviewBrowser(node, foreign.path);
    Object.assign(other, { cookie: browser.cookie, form: browser.form });
    expect((await other.open()).text).toContain('Sign in');
    expect((await other.decide('accept')).status).toBe(403);
  });

  it('when a form comes without the token of its session, then nothing is decided and no sign-in is counted', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const { browser } = await signedIn(preview.path);
    const { form } = browser;
    browser.form = 'made elsewhere';
    expect((await browser.decide('accept')).status).toBe(403);
    for (const _ of [1, 2, 3, 4]) expect((await browser.signIn(stranger)).status).toBe(403);
    browser.form = form;
    expect((await browser.decide('accept')).status).toBe(303);
  });

  it.each([
    ['another family name', { familyName: 'Óþekkt' }],
    ['another given name', { givenName: 'Una' }],
    ['another date of birth', { dateOfBirth: '1987-03-15' }],
    ["somebody else's identifier", { nationalIdentifier: bobby.key }],
    ["nobody's identifier", { nationalIdentifier: 'nobody' }],
    [
      'somebody else altogether',
      {
        nationalIdentifier: bobby.key,
        familyName: bobby.familyName,
        givenName: bobby.givenName,
        dateOfBirth: bobby.dateOfBirth,
      },
    ],
  ])('when %s signs in, then the page says the same to all and shows nothing', async (_who, changes) => {
    const preview = await offered();
    await asksAgain(preview);
    const browser = new PreviewBrowser(node, preview.path);
    const refused = await browser.signIn(signý, changes);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('We could not match this sign-in with the request.');
    expect(refused.text).not.toContain(signý.familyName);
    expect((await browser.open()).text).toContain('Sign in');
  });

  it('when a field is empty or no date, then the page names it, and no sign-in is counted', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const browser = new PreviewBrowser(node, preview.path);
    for (const dateOfBirth of ['', '1987-02-30', 'x', '']) {
      const page = await browser.signIn(signý, { dateOfBirth });
      expect(page.status).toBe(422);
      expect(page.text).toContain('<a href="#dateOfBirth">Date of birth is missing</a>');
      expect(page.text).not.toContain('could not match');
    }
    expect((await browser.signIn(signý)).status).toBe(303);
  });

  it('when the third sign-in fails, then the request is answered with EDM:ERR:0001 and the preview is over', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const browser = new PreviewBrowser(node, preview.path);
    expect((await browser.signIn(stranger)).status).toBe(422);
    expect((await browser.signIn(stranger)).status).toBe(422);
    const last = await browser.signIn(stranger);
    expect(last).toMatchObject({ status: 303 });
    expect(last.headers.get('location')).toBe(RETURN);
    const [, answer] = await answers(preview.first, 2);
    expect(raisedIn(answer)).toMatchObject({
      exception: { code: 'EDM:ERR:0001', type: 'rs:AuthenticationExceptionType' },
      detail: 'preview sign-in',
    });
    expect((await browser.signIn(signý)).status).toBe(409);
    expect((await browser.open()).text).toContain('over');
    expect(await node.story(preview.first.exchangeId)).not.toContain('evidence-released');
    expect(
      await node.rows('SELECT 1 FROM preview WHERE location = $1 AND state = $2 AND request IS NULL', [
        preview.location,
        'not-signed-in',
      ]),
    ).toHaveLength(1);
  });

  it('when a protected person signs in, then it reads like any sign-in that fails', async () => {
    const [asked, unknown] = [
      await offered(anInteractiveRequest({ subject: subjectFor(protectedPerson) })),
      await offered(anInteractiveRequest({ subject: subjectFor(stranger) })),
    ];
    await asksAgain(asked);
    await asksAgain(unknown);
    const pages = [
      await new PreviewBrowser(node, asked.path).signIn(protectedPerson),
      await new PreviewBrowser(node, unknown.path).signIn(stranger),
    ].map(({ status, text }) => [status, text.replace(/[0-9a-f]{64}|name="form" value="[^"]+"/g, '')]);
    expect(pages[0]).toEqual(pages[1]);
  });

  it('when the request alone means two people, then the sign-in says which of them', async () => {
    const [one, other] = twins;
    const preview = await offered(anInteractiveRequest({ subject: subjectFor(one!) }));
    await asksAgain(preview);
    const { browser, page } = await signedIn(preview.path, other);
    expect(page.text).toContain(other!.street);
    expect(page.text).not.toContain(one!.street);
    await browser.decide('accept');
    const [, answer] = await answers(preview.first, 2);
    expect(Buffer.from(answer!.parts[1]!.bytes).toString('utf8')).toContain(other!.street);
  });
});

describe('given a person who unticks what is shown', () => {
  it('then nothing leaves, and the answer is that of one who declined', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const { browser, page } = await signedIn(preview.path);
    expect(page.text).toMatch(/<input type="checkbox" [^>]*checked>/);
    expect((await browser.decide('accept', [])).status).toBe(303);
    const [, answer] = await answers(preview.first, 2);
    expect(raisedIn(answer)?.exception.code).toBe('EDM:ERR:0004');
    const [refusal] = await node.entries({
      type: 'refusal-sent',
      exchangeId: preview.first.exchangeId,
      code: 'EDM:ERR:0004',
    });
    expect(refusal?.detail).toMatchObject({ reason: 'DECLINED_IN_PREVIEW' });
  });
});

describe('given a preview that is over', () => {
  it('when the link is used again after the decision, then nothing more happens', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const { browser } = await signedIn(preview.path);
    await browser.decide('accept');
    await answers(preview.first, 2);
    expect((await browser.decide('decline')).status).toBe(409);
    const page = await browser.open();
    expect(page.text).toContain('over');
    expect(page.text).not.toContain(signý.familyName);
    expect(await node.entries({ type: 'evidence-released', exchangeId: preview.first.exchangeId })).toHaveLength(1);
  });

  it('when two people press at once, then one decision counts', async () => {
    const preview = await offered();
    await asksAgain(preview);
    const { browser } = await signedIn(preview.path);
    const outcomes = await Promise.all([browser.decide('accept'), browser.decide('decline')]);
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
    const { browser, page } = await signedIn(preview.path);
    expect(page.text).toContain(signý.familyName);
    node.passes(2);
    const [, answer] = await answers(preview.first, 2);
    expect(raisedIn(answer)).toMatchObject({ exception: { code: 'EDM:ERR:0005' }, detail: 'T3' });
    expect((await browser.decide('accept')).status).toBe(409);
    expect((await browser.open()).text).not.toContain(signý.familyName);
  });
});

describe('given a link that does not belong', () => {
  it('when nobody issued it, then it is not served', async () => {
    expect((await node.fetch(`/preview/${'0'.repeat(64)}`)).status).toBe(404);
    const browser = new PreviewBrowser(node, `/preview/${'0'.repeat(64)}`);
    browser.form = 'any';
    expect((await browser.decide('accept')).status).toBe(404);
    expect((await browser.signIn(signý)).status).toBe(404);
    expect((await browser.signIn(signý, { familyName: '' })).status).toBe(404);
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
