import { type EbmsHeader, type EvidenceRequest, readAnswer, RequestId, randomIdentifiers } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import type { CountryProfile } from '../config/country-profile.js';
import {
  aNeighboursRequest,
  anInteractiveRequest,
  itSendsOnlyValidMessages,
  PreviewBrowser,
  signý,
  stranger,
  subjectFor,
  TestNode,
  testland,
} from '../testing/index.js';
import type { EvidenceRegister } from './evidence-register.js';

/** Two days after the clock of the test begins. */
const READY = new Date('2026-11-25T10:00:00.000Z');

/** A register whose evidence has to be fetched from an archive first. */
function fromTheArchive(register: EvidenceRegister): EvidenceRegister {
  return {
    evidenceType: register.evidenceType,
    match: (subject, records) => register.match(subject, records),
    extract: (key, records, issuedAt) => register.extract(key, records, issuedAt),
    availableFrom: () => Promise.resolve(READY),
  };
}

const archiveLand: CountryProfile = {
  ...testland,
  offers: testland.offers.map(({ service, register }) => ({ service, register: fromTheArchive(register) })),
};

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(archiveLand);
});
afterAll(() => node.stop());

async function answers(opened: EbmsHeader, count: number): Promise<readonly InboundMessage[]> {
  return node.until(() => {
    const found = node.neighbour.answersIn(opened);
    expect(found).toHaveLength(count);
    return found;
  });
}

const contentOf = (answer: InboundMessage | undefined) => readAnswer(answer!.parts[0]!.bytes).value;
const again = (request: EvidenceRequest): EvidenceRequest => ({ ...request, id: RequestId.mint(randomIdentifiers) });

describe('given evidence that a register will have in two days', () => {
  let request: EvidenceRequest;
  let first: EbmsHeader;

  beforeAll(async () => {
    request = aNeighboursRequest();
    first = await node.neighbour.asks(request);
  });

  it('when it is asked for today, then the answer names the date, and no evidence leaves', async () => {
    const [answer] = await answers(first, 1);
    expect(answer!.header.action).toBe('ExecuteQueryResponse');
    expect(answer!.parts).toHaveLength(1);
    expect(contentOf(answer)).toMatchObject({
      kind: 'response',
      response: {
        status: 'Unavailable',
        availableAt: READY,
        packages: [],
        background: { usageReference: expect.any(String) as string },
      },
    });
  });

  it('then the log says that it was put off, under the reference of the answer', async () => {
    const content = contentOf((await answers(first, 1))[0]);
    const reference = content?.kind === 'response' ? content.response.background?.usageReference : undefined;
    const entries = await node.entries({ exchangeId: first.exchangeId });
    expect(entries.find(({ type }) => type === 'deferral-sent')).toMatchObject({
      usageReference: reference,
      purpose: 'change-of-residence',
    });
    expect(entries.map(({ type }) => type)).not.toContain('evidence-released');
  });

  it('when nobody is found, then the answer promises nothing: it is the refusal that everybody gets', async () => {
    const [answer] = await answers(await node.neighbour.asks(aNeighboursRequest({ subject: subjectFor(stranger) })), 1);
    expect(contentOf(answer)).toMatchObject({ error: { exceptions: [{ exception: { code: 'EDM:ERR:0004' } }] } });
  });

  it('when a person looks at it, then the page says from when, and accepting brings the date to the requester', async () => {
    const interactive = anInteractiveRequest();
    const loop = await node.neighbour.asks(interactive);
    const offered = contentOf((await answers(loop, 1))[0]);
    const previewLocation = (offered?.kind === 'error' && offered.error.exceptions[0]?.preview?.location) || '';
    const { pathname } = new URL(previewLocation);
    const preview = { previewLocation, returnLocation: 'https://portal.li.oots.example/1' };
    const { exchangeId, conversationId } = loop;
    await node.neighbour.asks({ ...again(interactive), preview }, { header: { exchangeId, conversationId } });
    const browser = new PreviewBrowser(node, pathname);
    await node.until(async () => {
      expect((await browser.open()).text).toContain('Sign in');
    });
    await browser.signIn(signý);
    expect((await browser.open()).text).toContain('asked for again from 2026-11-25');
    await browser.decide('accept');
    expect(contentOf((await answers(loop, 2))[1])).toMatchObject({
      response: { status: 'Unavailable', availableAt: READY },
    });
  });

  it('when it is asked for again two days later, then it is released in the same exchange', async () => {
    const { exchangeId, conversationId } = first;
    node.passes(2 * 24 * 60);
    await node.neighbour.asks(again(request), { header: { exchangeId, conversationId } });
    const [, second] = await answers(first, 2);
    expect(contentOf(second)).toMatchObject({ response: { status: 'Success' } });
    expect(await node.story(exchangeId)).toEqual(expect.arrayContaining(['deferral-sent', 'evidence-released']));
  });
});

itSendsOnlyValidMessages(() => node);
