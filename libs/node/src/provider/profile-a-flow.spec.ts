import {
  carryBasis,
  EDM_2_0,
  EDM_BACKGROUND_0_1,
  type EvidenceRequest,
  readAnswer,
  type Subject,
  NaturalPerson,
} from '@oots/edm';
import { pathsOf } from '@oots/evidence';
import type { InboundMessage } from '@oots/messaging';
import type { CountryProfile } from '../config/country-profile.js';
import {
  AGREEMENT,
  aNeighboursRequest,
  itSendsOnlyValidMessages,
  NEIGHBOUR,
  PERMITTED_PATHS,
  stranger,
  subjectFor,
  TestNode,
  testland,
  theBasis,
} from '../testing/index.js';

/** The neighbour asks in plain 2.0; its basis travels on the subject. */
function inPlain(changes: Partial<EvidenceRequest> = {}, basis = theBasis()): EvidenceRequest {
  const { background: _slots, ...request } = aNeighboursRequest(changes);
  return { ...request, specification: EDM_2_0, subject: carryBasis(request.subject, basis) };
}

function withAttribute({ subject, ...request }: EvidenceRequest, name: string, value: string): EvidenceRequest {
  const sectorSpecificAttributes = subject.person.sectorSpecificAttributes.map((attribute) =>
    attribute.name === name ? { ...attribute, value } : attribute,
  );
  const person = Object.assign({}, subject.person as NaturalPerson, { sectorSpecificAttributes });
  const changed: Subject = { kind: 'natural', person: NaturalPerson.of(person, (reason) => new Error(reason)) };
  return { ...request, subject: changed };
}

let node: TestNode;

async function answerTo(request: EvidenceRequest): Promise<InboundMessage> {
  const asked = await node.neighbour.asks(request);
  const [answer] = await node.until(() => {
    const found = node.neighbour.answersIn(asked);
    expect(found).toHaveLength(1);
    return found;
  });
  return answer!;
}

function raisedIn(answer: InboundMessage) {
  const { value } = readAnswer(answer.parts[0]!.bytes);
  const raised = value?.kind === 'error' ? value.error.exceptions[0] : undefined;
  return { code: raised?.exception.code, detail: raised?.detail };
}

describe('given a node that knows both profiles', () => {
  beforeAll(async () => {
    node = await TestNode.start(testland);
  });
  afterAll(() => node.stop());

  it('when it is asked in profile A, then it answers in plain 2.0 with what was asked for and permitted', async () => {
    const answer = await answerTo(inPlain());
    const { value } = readAnswer(answer.parts[0]!.bytes);
    expect(value).toMatchObject({ kind: 'response', response: { status: 'Success', specification: EDM_2_0 } });
    const document = JSON.parse(Buffer.from(answer.parts[1]!.bytes).toString('utf8')) as Record<string, unknown>;
    const sent = pathsOf(document).filter((path) => /^\/(subject|residence)\//.test(path));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((path) => !PERMITTED_PATHS.some((permitted) => path.startsWith(permitted)))).toEqual([]);
  });

  it('then its log holds the basis, and the exchange id as the reference that both sides have', async () => {
    const { header } = await answerTo(inPlain());
    const [released] = await node.entries({ type: 'evidence-released', exchangeId: header.exchangeId });
    expect(released).toMatchObject({
      purpose: 'change-of-residence',
      legalBasis: { type: 'GDPR-6-1-e', instrument: AGREEMENT, memberState: NEIGHBOUR },
      notice: { identifier: theBasis().notice.identifier },
      usageReference: header.exchangeId,
      policy: { rule: 'P-1' },
      attributes: { requested: [...PERMITTED_PATHS] },
    });
  });

  const { legalBasis } = theBasis();
  it.each<[string, string, string, EvidenceRequest]>([
    [
      'a consent',
      'EDM:ERR:0002',
      'EDM-BG:ERR:0001',
      inPlain({}, theBasis({ legalBasis: { ...legalBasis, type: 'GDPR-6-1-a' } })),
    ],
    [
      'another law',
      'EDM:ERR:0002',
      'EDM-BG:ERR:0002',
      inPlain({}, theBasis({ legalBasis: { ...legalBasis, instrument: 'urn:test:other' } })),
    ],
    [
      'another purpose',
      'EDM:ERR:0002',
      'EDM-BG:ERR:0003',
      inPlain({}, theBasis({ purpose: { code: 'curiosity', descriptions: [] } })),
    ],
    ['nothing', 'EDM:ERR:0002', 'EDM-BG:ERR:0002', { ...inPlain(), subject: aNeighboursRequest().subject }],
    ['a garbled law', 'EDM:ERR:0003', 'EDM-BG:ERR:0008 BG-REQ-03', withAttribute(inPlain(), 'BgLegalBasis', 'because')],
    ['a garbled mode', 'EDM:ERR:0003', 'EDM-BG:ERR:0008 BG-REQ-01', withAttribute(inPlain(), 'BgExchangeMode', 'loud')],
  ])('when the basis is %s, then it declines with %s, %s', async (_basis, code, detail, request) => {
    expect(raisedIn(await answerTo(request))).toEqual({ code, detail });
  });

  it('when nobody is found, then the answer is that of the other profile', async () => {
    const plain = raisedIn(await answerTo(inPlain({ subject: subjectFor(stranger) })));
    const other = raisedIn(await answerTo(aNeighboursRequest({ subject: subjectFor(stranger) })));
    expect(plain).toEqual(other);
    expect(plain.code).toBe('EDM:ERR:0004');
  });

  it('when the same request id comes again, then it is refused and nothing is released twice', async () => {
    const request = inPlain();
    const { header } = await answerTo(request);
    expect(raisedIn(await answerTo(request))).toEqual({ code: 'EDM:ERR:0003', detail: 'R-EDM-REQ-S004' });
    const released = await node.entries({ type: 'evidence-released', requestId: request.id });
    expect(released.map(({ exchangeId }) => exchangeId)).toEqual([header.exchangeId]);
  });

  itSendsOnlyValidMessages(() => node);
});

describe('given a node that announces plain 2.0 only', () => {
  const plainLand: CountryProfile = {
    ...testland,
    offers: testland.offers.map(({ service, register }) => ({
      service: { ...service, conformsTo: [EDM_2_0] },
      register,
    })),
  };

  beforeAll(async () => {
    node = await TestNode.start(plainLand);
  });
  afterAll(() => node.stop());

  it('when it is asked in the background profile, then it refuses as somebody who never heard of it', async () => {
    const request = aNeighboursRequest();
    expect(request.specification).toBe(EDM_BACKGROUND_0_1);
    expect(raisedIn(await answerTo(request))).toEqual({ code: 'EDM:ERR:0003', detail: 'R-EDM-REQ-C001' });
  });

  it('when it is asked in profile A, then it answers', async () => {
    expect((await answerTo(inPlain())).header.action).toBe('ExecuteQueryResponse');
  });
});
