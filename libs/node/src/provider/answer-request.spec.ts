import {
  type EbmsHeader,
  EDM_2_0,
  type EvidenceRequest,
  randomIdentifiers,
  readAnswer,
  writeEvidenceRequest,
} from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import {
  aNeighboursRequest,
  authorityOf,
  bobby,
  type Correlation,
  itSendsOnlyValidMessages,
  NEIGHBOUR,
  personWithoutResidence,
  protectedPerson,
  stranger,
  subjectFor,
  TestNode,
  testland,
  theBasis,
  THIRD_COUNTRY,
  twins,
} from '../testing/index.js';

/** How a refusal reads on the wire and in the log. */
interface ExpectedRefusal {
  readonly code: string;
  readonly detail: string;
}

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

describe('given a request that the provider understands and declines', () => {
  const { evidenceType } = aNeighboursRequest();
  const basis = theBasis();

  it.each<[string, Partial<EvidenceRequest>, ExpectedRefusal]>([
    [
      'a data service that the directory does not know here',
      { evidenceType: { ...evidenceType, dataServiceId: randomIdentifiers.uuid() } },
      { code: 'EDM:ERR:0006', detail: 'R-EDM-REQ-C026' },
    ],
    [
      'a data service of another evidence type',
      { evidenceType: { ...evidenceType, classification: evidenceType.classification.replace(/..$/, 'ff') } },
      { code: 'EDM:ERR:0006', detail: 'R-EDM-REQ-C026' },
    ],
    [
      'a data model that it does not serve',
      {
        evidenceType: {
          ...evidenceType,
          distributions: [
            {
              format: 'application/json',
              languages: [],
              conformsTo: 'https://sr.oots.tech.ec.europa.eu/datamodels/other-1.0.0',
            },
          ],
        },
      },
      { code: 'EDM:ERR:0007', detail: 'R-EDM-REQ-C033' },
    ],
    [
      'a purpose without permission',
      { background: { ...basis, purpose: { ...basis.purpose, code: 'curiosity' } } },
      { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0003' },
    ],
    ['a procedure without permission', { procedure: 'S1' }, { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0003' }],
    [
      'an authority without permission',
      { requester: { ...authorityOf(NEIGHBOUR), identifier: { ...authorityOf(NEIGHBOUR).identifier, value: 'LI-X' } } },
      { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0003' },
    ],
    [
      'a law that it does not accept',
      { background: { ...basis, legalBasis: { ...basis.legalBasis, instrument: 'urn:test:law:another' } } },
      { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0002' },
    ],
    [
      'neither a background basis nor a preview',
      { specification: EDM_2_0, background: undefined as never },
      { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0002' },
    ],
    [
      'a consent, which nobody here can verify',
      {
        explicitRequestGiven: true,
        background: {
          ...basis,
          legalBasis: { ...basis.legalBasis, type: 'GDPR-6-1-a' },
          consent: {
            identifier: randomIdentifiers.uuid(),
            version: 1,
            issuer: 'https://consent.li.oots.example',
            expiresAt: new Date('2027-05-31T00:00:00.000Z'),
            token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln',
          },
        },
      },
      { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0001' },
    ],
    [
      'a person whose sign-in was too weak',
      { subject: subjectFor(bobby, 'Low') },
      { code: 'EDM:ERR:0001', detail: 'LOA:Substantial' },
    ],
  ])('when it names %s, then the code, the rule and the log say so', async (_what, changes, refusal) => {
    const { background, ...request } = { ...aNeighboursRequest(), ...changes };
    await expectRefusal(await node.neighbour.asks(background ? { ...request, background } : request), refusal);
  });

  it('when its body breaks a rule, then the answer names the rule', async () => {
    const request = aNeighboursRequest();
    const document = writeEvidenceRequest(request).replace('<rim:Value>V1</rim:Value>', '<rim:Value>Z9</rim:Value>');
    await expectRefusal(await node.neighbour.asksXml(document, request), {
      code: 'EDM:ERR:0003',
      detail: 'R-EDM-REQ-C003',
    });
  });

  it('when its header breaks a rule, then the answer names the rule', async () => {
    const opened = await node.neighbour.asks(aNeighboursRequest(), {
      headerXml: (xml) => xml.replace('>http://sdg.europa.eu/edelivery/gateway<', '>urn:another:role<'),
    });
    await expectRefusal(opened, { code: 'EDM:ERR:0003', detail: 'POC-ebMS-01' });
  });

  it('when header and body announce different versions, then it is invalid', async () => {
    const request = aNeighboursRequest();
    const opened = await node.neighbour.asks(request, { header: { specificationId: EDM_2_0 } });
    await expectRefusal(opened, { code: 'EDM:ERR:0003', detail: 'POC-ebMS-07' });
  });

  it.each([
    ['requesters', 'originalSender', 'POC-ebMS-08'],
    ['providers', 'finalRecipient', 'POC-ebMS-09'],
  ])('when header and body name different %s, then it is invalid', async (_what, party, detail) => {
    const header = { [party]: { ...authorityOf(NEIGHBOUR).identifier, value: 'LI-OTHER' } };
    await expectRefusal(await node.neighbour.asks(aNeighboursRequest(), { header }), { code: 'EDM:ERR:0003', detail });
  });

  it('when its requester is of another country than the key that signed, then it is invalid', async () => {
    const requester = { ...authorityOf(NEIGHBOUR), country: THIRD_COUNTRY };
    const { legalBasis } = basis;
    const request = aNeighboursRequest({
      requester,
      background: { ...basis, legalBasis: { ...legalBasis, memberState: THIRD_COUNTRY } },
    });
    await expectRefusal(await node.neighbour.asks(request), { code: 'EDM:ERR:0003', detail: 'R-EDM-REQ-C073' });
  });

  it('when T1 has passed since it was sent, then it is too late', async () => {
    const late = { timestamp: new Date(node.clock.now().getTime() - 5 * 60_000) };
    await expectRefusal(await node.neighbour.asks(aNeighboursRequest(), { header: late }), {
      code: 'EDM:ERR:0005',
      detail: 'T1',
    });
  });

  it('when T1 is about to pass, then it is in time', async () => {
    const header = { timestamp: new Date(node.clock.now().getTime() - 4.9 * 60_000) };
    const opened = await node.neighbour.asks(aNeighboursRequest(), { header });
    expect((await answerTo(opened)).header.action).toBe('ExecuteQueryResponse');
  });
});

describe('given people about whom nothing can be released', () => {
  it('then one answer reads like the other, byte for byte, and the own log alone tells them apart', async () => {
    const cases = [
      [stranger, 'NO_MATCH'],
      [twins[0]!, 'AMBIGUOUS'],
      [protectedPerson, 'PROTECTED'],
      [personWithoutResidence, 'NOT_ON_RECORD'],
    ] as const;
    const answers = new Set<string>();
    for (const [person, reason] of cases) {
      const opened = await node.neighbour.asks(aNeighboursRequest({ subject: subjectFor(person) }));
      const answer = await answerTo(opened);
      expect(answer.parts).toHaveLength(1);
      answers.add(`${anonymous(answer.headerXml)}${anonymous(Buffer.from(answer.parts[0]!.bytes).toString('utf8'))}`);
      const [entry] = await node.entries({ type: 'refusal-sent', exchangeId: opened.exchangeId });
      expect(entry).toMatchObject({ code: 'EDM:ERR:0004', detail: { reason } });
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain('EDM:ERR:0004');
  });
});

describe('given a request that was answered', () => {
  it('when its id comes again under a new message id, then it is refused and nothing is released again', async () => {
    const request = aNeighboursRequest();
    await answerTo(await node.neighbour.asks(request));
    const replay = await node.neighbour.asks(request);
    await expectRefusal(replay, { code: 'EDM:ERR:0003', detail: 'R-EDM-REQ-S004' });
    expect(await node.entries({ type: 'evidence-released', exchangeId: replay.exchangeId })).toEqual([]);
  });

  it('when the id of a refused one comes again, then it is refused for that', async () => {
    const request = aNeighboursRequest({ subject: subjectFor(stranger) });
    await expectRefusal(await node.neighbour.asks(request), {
      code: 'EDM:ERR:0004',
      detail: expect.any(String) as never,
    });
    await expectRefusal(await node.neighbour.asks(request), { code: 'EDM:ERR:0003', detail: 'R-EDM-REQ-S004' });
  });

  it('when the same message comes again, then there is one answer, the same receipt again and one entry', async () => {
    const request = aNeighboursRequest();
    const message = node.neighbour.composed({
      action: 'ExecuteQueryRequest',
      specification: request.specification,
      document: writeEvidenceRequest(request),
      originalSender: request.requester.identifier,
      finalRecipient: request.provider.identifier,
    });
    const { messageId, exchangeId } = message.header;
    const receipts = () => node.neighbour.receipts.filter((receipt) => receipt.messageId === messageId);
    await node.neighbour.puts(await node.neighbour.sealed(message));
    await answerTo(message.header);
    // Sealed anew, as a sender does that resends: other bytes, the same message.
    await node.neighbour.puts(await node.neighbour.sealed(message));
    await node.until(() => {
      expect(receipts()).toHaveLength(2);
    });
    expect(receipts()[1]).toEqual(receipts()[0]);
    expect(node.neighbour.answersIn(message.header)).toHaveLength(1);
    expect(await node.entries({ type: 'duplicate-received', exchangeId })).toHaveLength(1);
    expect(await node.entries({ type: 'evidence-released', exchangeId })).toHaveLength(1);
  });

  it('when two messages bring one request at once, then one of them is answered with evidence', async () => {
    const request = aNeighboursRequest();
    const [one, other] = await Promise.all([node.neighbour.asks(request), node.neighbour.asks(request)]);
    const actions = [await answerTo(one), await answerTo(other)].map(({ header }) => header.action);
    expect(actions.sort()).toEqual(['ExceptionResponse', 'ExecuteQueryResponse']);
  });
});

describe('given a request that cannot be answered', () => {
  it.each([
    [
      'without a requester',
      (xml: string) => xml.replace(/<rim:Slot name="EvidenceRequester">[\s\S]*?<\/rim:Slot>/, ''),
    ],
    ['that is no XML', () => 'not a request'],
    ['with a document type', (xml: string) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
  ])('when one comes %s, then it is dropped with one entry and a receipt', async (_what, spoil) => {
    const request = aNeighboursRequest();
    const sent = await node.neighbour.asksXml(spoil(writeEvidenceRequest(request)), request);
    await node.until(() => {
      expect(node.neighbour.receipts.map(({ messageId }) => messageId)).toContain(sent.messageId);
    });
    const entries = await node.entries({ exchangeId: sent.exchangeId });
    expect(entries).toMatchObject([{ type: 'message-unreadable', code: 'UNANSWERABLE_REQUEST' }]);
    expect(node.neighbour.answersIn(sent)).toEqual([]);
  });
});

it('when a request is for an authority that is not here, then the node itself answers for it', async () => {
  const { identifier, names } = authorityOf(NEIGHBOUR);
  const answer = await answerTo(await node.neighbour.asks(aNeighboursRequest({ provider: { identifier, names } })));
  expect(errorIn(answer)).toMatchObject({
    errorProvider: { identifier: { value: 'IS-NODE' }, classification: 'ERRP' },
  });
});

itSendsOnlyValidMessages(() => node);

async function answerTo(opened: Correlation & Pick<EbmsHeader, 'exchangeId'>): Promise<InboundMessage> {
  return node.until(() => {
    const [answer] = node.neighbour.answersIn(opened);
    expect(answer).toBeDefined();
    return answer!;
  });
}

async function refusalOf(opened: EbmsHeader): Promise<ExpectedRefusal> {
  const answer = await answerTo(opened);
  expect(answer.header).toMatchObject({ action: 'ExceptionResponse', conversationId: opened.conversationId });
  const [raised] = errorIn(answer).exceptions;
  return { code: raised?.exception.code ?? '', detail: raised?.detail ?? '' };
}

/** On the wire, and in the log under the same code. */
async function expectRefusal(opened: EbmsHeader, refusal: ExpectedRefusal): Promise<void> {
  expect(await refusalOf(opened)).toEqual(refusal);
  const logged = await node.entries({ type: 'refusal-sent', exchangeId: opened.exchangeId });
  expect(logged).toMatchObject([{ code: refusal.code, counterpart: { country: NEIGHBOUR } }]);
}

function errorIn(answer: InboundMessage) {
  const { value } = readAnswer(answer.parts[0]!.bytes);
  if (value?.kind !== 'error') throw new Error('not an error');
  return value.error;
}

/** Without identifiers and times. */
function anonymous(xml: string): string {
  return xml
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<time>');
}
