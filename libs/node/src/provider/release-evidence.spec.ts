import { readAnswer } from '@oots/edm';
import { pathsOf } from '@oots/evidence';
import type { InboundMessage } from '@oots/messaging';
import {
  aNeighboursRequest,
  itSendsOnlyValidMessages,
  MOVE_PATHS,
  NEIGHBOUR,
  PERMITTED_PATHS,
  signý,
  subjectFor,
  TestNode,
  testland,
  theBasis,
} from '../testing/index.js';

describe('given a node whose register holds the residence of a person', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await TestNode.start(testland);
  });
  afterAll(() => node.stop());

  describe('when the neighbour asks for it on a law, for one path more than it may have', () => {
    let exchangeId: string;
    let answer: InboundMessage;

    beforeAll(async () => {
      const asked = aNeighboursRequest({ background: theBasis({ requestedAttributes: [...MOVE_PATHS] }) });
      const opened = await node.neighbour.asks(asked);
      exchangeId = opened.exchangeId;
      answer = await node.until(() => {
        const [only] = node.neighbour.answersIn(opened);
        expect(only).toBeDefined();
        return only!;
      });
      expect(answer.header).toMatchObject({
        action: 'ExecuteQueryResponse',
        conversationId: opened.conversationId,
        exchangeId,
        specificationId: 'oots-edm-bg:v0.1',
      });
    });

    it('then exactly the permitted part of what was asked for leaves', () => {
      const evidence = evidenceIn(answer);
      expect(pathsOf(evidence)).toEqual([
        '/subject/identifiers/0/scheme',
        '/subject/identifiers/0/value',
        '/subject/familyName',
        '/subject/givenName',
        '/subject/dateOfBirth',
        '/residence/address/fullAddress',
        '/residence/address/thoroughfare',
        '/residence/address/postCode',
        '/residence/address/postName',
        '/residence/address/adminUnitL1',
      ]);
      expect(evidence).toMatchObject({ subject: { familyName: signý.familyName } });
      expect(responseIn(answer).background?.disclosedAttributes).toEqual(pathsOf(evidence));
    });

    it('then the version for people shows no more than the structured one', () => {
      const drawn = Buffer.from(answer.parts[2]!.bytes).toString('utf8');
      expect(drawn).toContain(signý.familyName);
      expect(drawn).not.toContain('2015-05-01');
      expect(drawn).not.toContain('MARRIED');
    });

    it('then the release stands in the log before the answer, with its usage reference and what was left out', async () => {
      const [released] = await node.entries({ type: 'evidence-released', exchangeId });
      expect(released).toMatchObject({
        usageReference: responseIn(answer).background?.usageReference,
        responseId: responseIn(answer).id,
        counterpart: { country: NEIGHBOUR },
        policy: { rule: 'P-1', version: 'test.1' },
        purpose: 'change-of-residence',
        attributes: { requested: [...MOVE_PATHS], disclosed: responseIn(answer).background?.disclosedAttributes },
      });
      expect(released?.attributes?.omitted).toContain('/residence/startDate');
      await node.until(async () => {
        expect(await node.story(exchangeId)).toEqual(['request-received', 'evidence-released', 'receipt-stored']);
      });
    });

    it('then the answer names the person as the request did, and no more of the sign-in', () => {
      expect(responseIn(answer).packages[0]?.mainEvidence.isAbout).toMatchObject({
        kind: 'natural',
        person: { familyName: signý.familyName, eidasIdentifier: signý.eidasIdentifier, levelOfAssurance: undefined },
      });
    });
  });

  it('when it asks for what may not leave at all, then nothing does', async () => {
    const asked = aNeighboursRequest({ background: theBasis({ requestedAttributes: ['/subject/maritalStatus'] }) });
    const opened = await node.neighbour.asks(asked);
    await node.until(() => {
      expect(node.neighbour.answersIn(opened)).toMatchObject([{ header: { action: 'ExceptionResponse' } }]);
    });
    expect(await node.entries({ type: 'evidence-released', exchangeId: opened.exchangeId })).toEqual([]);
  });

  it('when it asks for the whole evidence, then it gets what is permitted', async () => {
    const { requestedAttributes: _all, ...basis } = theBasis();
    const opened = await node.neighbour.asks(aNeighboursRequest({ background: basis }));
    const [answer] = await node.until(() => {
      const answers = node.neighbour.answersIn(opened);
      expect(answers).toMatchObject([{ header: { action: 'ExecuteQueryResponse' } }]);
      return answers;
    });
    const permitted = pathsOf(evidenceIn(answer!)).map((path) => PERMITTED_PATHS.some((one) => path.startsWith(one)));
    expect(permitted).not.toContain(false);
  });

  it('when it names the person without an identifier, then names and date of birth find the one who fits', async () => {
    const { eidasIdentifier: _unknown, ...nameless } = signý;
    const opened = await node.neighbour.asks(aNeighboursRequest({ subject: subjectFor(nameless) }));
    await node.until(() => {
      expect(node.neighbour.answersIn(opened)).toMatchObject([{ header: { action: 'ExecuteQueryResponse' } }]);
    });
  });

  itSendsOnlyValidMessages(() => node);
});

function responseIn(answer: InboundMessage) {
  const { value } = readAnswer(answer.parts[0]!.bytes);
  if (value?.kind !== 'response') throw new Error('not a response');
  return value.response;
}

function evidenceIn(answer: InboundMessage): Record<string, unknown> {
  return JSON.parse(Buffer.from(answer.parts[1]!.bytes).toString('utf8')) as Record<string, unknown>;
}
