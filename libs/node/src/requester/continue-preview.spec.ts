import { EDM_EXCEPTIONS } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import {
  familyOf,
  itSendsOnlyValidMessages,
  liesl,
  NEIGHBOUR,
  requestIn,
  TestNode,
  testland,
  withError,
  withEvidence,
} from '../testing/index.js';
import type { OpenedCase } from './case-request.js';
import type { CaseView } from './case-view.js';

const LINK = 'https://preview.li.oots.example/p/0c9d2c36-5a61-4b0c-8f7b-8e0c54a6a111?q=1';
const RETURN = 'https://portal.is.oots.example/return/1';

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

async function viewOf({ caseId }: OpenedCase): Promise<CaseView> {
  return (await node.call('GET', `/api/cases/${caseId}`)).json as CaseView;
}

async function requests(opened: OpenedCase, count: number): Promise<readonly InboundMessage[]> {
  return node.until(() => {
    const sent = node.neighbour.requestsIn(opened.conversationId);
    expect(sent).toHaveLength(count);
    return sent;
  });
}

/** A case whose policy lets the person look first, and whose provider has sent a link. */
async function linked() {
  const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
  const answer = await node.call('POST', '/api/cases', {
    procedure: 'R1',
    providerCountry: NEIGHBOUR,
    subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
    explicitRequest: true,
  });
  const opened = answer.json as OpenedCase;
  const [first] = await requests(opened, 1);
  const raised = { exception: EDM_EXCEPTIONS.missingAuthorization, preview: { location: LINK } };
  await node.neighbour.answers(first!, withError(first!, raised));
  await node.until(async () => {
    expect((await viewOf(opened)).exchanges[0]).toMatchObject({ state: 'preview-required', previewLocation: LINK });
  });
  return { opened, first: first!, exchangeId: opened.exchanges[0]!.exchangeId };
}

const goOn = (exchangeId: string, returnLocation: unknown = RETURN) =>
  node.call('POST', `/api/exchanges/${exchangeId}/preview`, { returnLocation });

describe('given an exchange whose provider wants the person to look', () => {
  it('when the first request went out, then it was plain 2.0 with a preview', async () => {
    const { opened, first } = await linked();
    expect(requestIn(first)).toMatchObject({
      specification: 'oots-edm:v2.0',
      possibilityForPreview: true,
      explicitRequestGiven: true,
    });
    expect(requestIn(first).background).toBeUndefined();
    expect((await viewOf(opened)).state).toBe('collecting');
  });

  it('when the person goes on, then the second request differs in its id and the two locations only', async () => {
    const { opened, first, exchangeId } = await linked();
    const answer = await goOn(exchangeId);
    expect(answer).toMatchObject({ status: 201, json: { previewLocation: LINK } });
    const [, second] = await requests(opened, 2);
    const { id, issuedAt: _first, ...content } = requestIn(first);
    const { id: newId, issuedAt: _second, preview, ...sameContent } = requestIn(second!);
    expect(newId).not.toBe(id);
    expect(preview).toEqual({ previewLocation: LINK, returnLocation: RETURN });
    expect(sameContent).toEqual(content);
    expect(second!.header).toMatchObject({ exchangeId, conversationId: opened.conversationId });
    expect(second!.header.messageId).not.toBe(first.header.messageId);
  });

  it('when the evidence comes after the person accepted, then all of it may be used, whatever the policy would ask for', async () => {
    const { opened, exchangeId } = await linked();
    await goOn(exchangeId);
    const [, second] = await requests(opened, 2);
    const document = familyOf(liesl, NEIGHBOUR, node.clock.now());
    await node.neighbour.answers(second!, withEvidence(second!, { document }));
    await node.until(async () => {
      expect(await viewOf(opened)).toMatchObject({ state: 'ready', exchanges: [{ state: 'delivered' }] });
    });
    expect(await node.story(exchangeId)).toEqual(expect.arrayContaining(['error-received', 'response-received']));
    expect(await node.entries({ type: 'request-sent', exchangeId })).toHaveLength(2);
  });

  it('when another answer to the first request comes, then it is late and the second still waits', async () => {
    const { opened, first, exchangeId } = await linked();
    await goOn(exchangeId);
    await requests(opened, 2);
    const document = familyOf(liesl, NEIGHBOUR, node.clock.now());
    await node.neighbour.answers(first, withEvidence(first, { document }));
    await node.until(async () => {
      expect(await node.entries({ type: 'late-answer-discarded', exchangeId })).toHaveLength(1);
    });
    expect((await viewOf(opened)).exchanges[0]).toMatchObject({ state: 'requested' });
  });

  it('when the person goes on twice, then there is one second request', async () => {
    const { opened, exchangeId } = await linked();
    const outcomes = await Promise.all([goOn(exchangeId), goOn(exchangeId)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409]);
    await requests(opened, 2);
  });

  it('when the person does not come in T2 and a minute, then the exchange is timed out', async () => {
    const { opened, exchangeId } = await linked();
    node.passes(15.5);
    expect((await viewOf(opened)).exchanges[0]).toMatchObject({ state: 'preview-required' });
    node.passes(1);
    await node.until(async () => {
      expect((await viewOf(opened)).exchanges[0]).toMatchObject({ state: 'timed-out' });
    });
    expect((await goOn(exchangeId)).status).toBe(409);
  });

  it('when the person does not decide in T3 and a minute, then the exchange is timed out', async () => {
    const { opened, exchangeId } = await linked();
    await goOn(exchangeId);
    node.passes(40.5);
    expect((await viewOf(opened)).exchanges[0]).toMatchObject({ state: 'requested' });
    node.passes(1);
    await node.until(async () => {
      expect((await viewOf(opened)).exchanges[0]).toMatchObject({ state: 'timed-out' });
    });
  });
});

it.each([
  ['no link at all', undefined],
  ['a link that is not https', 'http://portal.is.oots.example/return'],
  ['a script', 'javascript:alert(1)'],
])('when the way back is %s, then it is refused by the name of the field', async (_what, returnLocation) => {
  const { exchangeId } = await linked();
  const answer = await node.call('POST', `/api/exchanges/${exchangeId}/preview`, { returnLocation });
  expect(answer).toMatchObject({
    status: 400,
    json: { errors: [expect.stringContaining('returnLocation') as string] },
  });
});

it('when no preview waits, then there is nothing to go on with', async () => {
  expect((await goOn('00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

itSendsOnlyValidMessages(() => node);
