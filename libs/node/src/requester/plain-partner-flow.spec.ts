import type { CountryDeclarations } from '@oots/directory';
import { EDM_2_0, EDM_BACKGROUND_0_1, EDM_EXCEPTIONS, type RaisedException, statedBasis } from '@oots/edm';
import {
  AGREEMENT,
  AuthorityCases,
  FAMILY_PATHS,
  familyOf,
  itSendsOnlyValidMessages,
  liesl,
  NEIGHBOUR,
  neighbourDeclarations,
  requestIn,
  TestNode,
  testland,
  withError,
  withEvidence,
} from '../testing/index.js';

const UNKNOWN: Partial<RaisedException> = { exception: EDM_EXCEPTIONS.invalidRequest, detail: 'R-EDM-REQ-C001' };
const FAMILY = { evidenceTypes: ['family-composition'] };
const RESIDENCE = { evidenceTypes: ['residence'] };

const plainNeighbour: CountryDeclarations = {
  ...neighbourDeclarations,
  dataServices: neighbourDeclarations.dataServices.map((service) => ({ ...service, conformsTo: [EDM_2_0] })),
};

let node: TestNode;
const cases = new AuthorityCases(() => node);

describe('given a neighbour that announces plain 2.0 only', () => {
  beforeAll(async () => {
    node = await TestNode.start(testland, {}, plainNeighbour);
  });
  afterAll(() => node.stop());

  it('when the policy allows to do without a preview, then it is asked in profile A, with the basis on the subject', async () => {
    const opened = await cases.open(FAMILY);
    const [message] = await cases.requests(opened, 1);
    const request = requestIn(message!);
    expect(message!.header.specificationId).toBe(EDM_2_0);
    expect(request).toMatchObject({ specification: EDM_2_0, possibilityForPreview: false });
    expect(request.background).toBeUndefined();
    expect(statedBasis(request)).toMatchObject({
      legalBasis: { type: 'GDPR-6-1-e', instrument: AGREEMENT, article: '1-3', memberState: 'IS' },
      purpose: { code: 'change-of-residence' },
      notice: { identifier: opened.notice.identifier, digest: opened.notice.digest },
      caseReference: opened.caseId,
      requestedAttributes: [...FAMILY_PATHS],
    });
    expect(await cases.view(opened)).toMatchObject({
      exchanges: [{ mode: 'background-law', specification: EDM_2_0 }],
    });
  });

  it('when it sends the whole evidence, then only what was asked for is used, and both logs can name the use by the exchange', async () => {
    const opened = await cases.open(FAMILY);
    const [request] = await cases.requests(opened, 1);
    const document = familyOf(liesl, NEIGHBOUR, node.clock.now());
    await node.neighbour.answers(request!, withEvidence(request!, { document }));
    const { exchanges } = await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'delivered' }] });
    const { exchangeId, usageReference, disclosedAttributes } = exchanges[0]!;
    expect(usageReference).toBe(exchangeId);
    expect(disclosedAttributes).toContain('/household/members/0/givenName');
    expect(disclosedAttributes).not.toContain('/household/members/0/custody');
    const [entry] = await node.entries({ type: 'response-received', exchangeId });
    expect(entry).toMatchObject({
      detail: { reason: 'NOT_KEPT', fields: expect.arrayContaining(['/household/members/0/custody']) as [] },
    });
  });

  it('when the policy does not, and the person asked, then it is asked as OOTS does', async () => {
    const opened = await cases.open({ ...RESIDENCE, explicitRequest: true });
    const [message] = await cases.requests(opened, 1);
    const request = requestIn(message!);
    expect(request).toMatchObject({ specification: EDM_2_0, possibilityForPreview: true, explicitRequestGiven: true });
    expect(statedBasis(request)).toBeUndefined();
    expect(await cases.view(opened)).toMatchObject({ exchanges: [{ mode: 'interactive' }] });
  });

  it('when the policy does not, and nobody asked, then it is refused before anything is sent', async () => {
    await expect(cases.open(RESIDENCE)).rejects.toThrow('declares no structured evidence');
  });

  it('when it refuses plain 2.0 too, then that is the end: there is no way back up', async () => {
    const opened = await cases.open(FAMILY);
    const [request] = await cases.requests(opened, 1);
    await node.neighbour.answers(request!, withError(request!, UNKNOWN));
    await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'refused' }] });
    await cases.requests(opened, 1);
  });

  itSendsOnlyValidMessages(() => node);
});

describe('given a neighbour that announces the background profile and does not know it', () => {
  beforeAll(async () => {
    node = await TestNode.start(testland);
  });
  afterAll(() => node.stop());

  async function refused(facts: Parameters<typeof cases.open>[0], raised = UNKNOWN) {
    const opened = await cases.open(facts);
    const [first] = await cases.requests(opened, 1);
    expect(first!.header.specificationId).toBe(EDM_BACKGROUND_0_1);
    const refusal = await node.neighbour.answers(first!, withError(first!, raised));
    await cases.handled(refusal);
    return { opened, first: first! };
  }

  it('when it refuses the profile, then it is asked once in profile A, under a new request id of the same exchange', async () => {
    const { opened, first } = await refused(FAMILY);
    const [, second] = await cases.requests(opened, 2);
    expect(second!.header).toMatchObject({ specificationId: EDM_2_0, exchangeId: first.header.exchangeId });
    expect(requestIn(second!).id).not.toBe(requestIn(first).id);
    expect(requestIn(second!).possibilityForPreview).toBe(false);
    expect(statedBasis(requestIn(second!))).toMatchObject({ requestedAttributes: [...FAMILY_PATHS] });

    const document = familyOf(liesl, NEIGHBOUR, node.clock.now());
    await node.neighbour.answers(second!, withEvidence(second!, { document }));
    await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'delivered', mode: 'background-law' }] });
    expect(await node.story(first.header.exchangeId)).toEqual(
      expect.arrayContaining(['error-received', 'request-sent', 'response-received']),
    );
  });

  it('when it refuses once more, then it is not asked a third time', async () => {
    const { opened } = await refused(FAMILY);
    const [, second] = await cases.requests(opened, 2);
    await node.neighbour.answers(second!, withError(second!, UNKNOWN));
    await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'refused', error: { code: 'EDM:ERR:0003' } }] });
    await cases.requests(opened, 2);
  });

  it('when the person asked and the policy wants a preview, then it is asked as OOTS does', async () => {
    const { opened } = await refused({ ...RESIDENCE, explicitRequest: true });
    const [, second] = await cases.requests(opened, 2);
    expect(requestIn(second!)).toMatchObject({ specification: EDM_2_0, possibilityForPreview: true });
    expect(statedBasis(requestIn(second!))).toBeUndefined();
    expect(await cases.view(opened)).toMatchObject({ exchanges: [{ mode: 'interactive', state: 'requested' }] });
  });

  it.each<[string, object, Partial<RaisedException>]>([
    ['nobody asked, and the policy wants a preview', RESIDENCE, UNKNOWN],
    ['another rule is broken', FAMILY, { ...UNKNOWN, detail: 'R-EDM-REQ-C033' }],
    [
      'another exception names the rule',
      FAMILY,
      { exception: EDM_EXCEPTIONS.objectNotFound, detail: 'R-EDM-REQ-C001' },
    ],
  ])('when %s, then the refusal stands', async (_when, facts, raised) => {
    const { opened } = await refused(facts, raised);
    await cases.shows(opened, { state: 'ready', exchanges: [{ state: 'refused' }] });
    await cases.requests(opened, 1);
  });

  it('when a second answer to the refused request comes, then it is late, and the exchange still waits', async () => {
    const { opened, first } = await refused(FAMILY);
    await cases.requests(opened, 2);
    await cases.handled(await node.neighbour.answers(first, withError(first)));
    const { exchangeId } = opened.exchanges[0]!;
    expect(await node.entries({ type: 'late-answer-discarded', exchangeId })).toHaveLength(1);
    expect(await cases.view(opened)).toMatchObject({ exchanges: [{ state: 'requested' }] });
    expect((await node.fetch('/metrics')).text).toMatch(
      /oots_messages_dropped_total\{[^}]*code="LATE_ANSWER"[^}]*\} 1/,
    );
    expect(node.logLines.filter((line) => line.includes('LATE_ANSWER'))).toHaveLength(1);
  });

  it('when it asks for a preview in spite of the law, then whoever goes on does so as OOTS has it', async () => {
    const location = 'https://li.oots.example/preview/1';
    const { opened, first } = await refused(FAMILY, {
      exception: EDM_EXCEPTIONS.missingAuthorization,
      preview: { location },
    });
    await cases.shows(opened, { exchanges: [{ state: 'preview-required' }] });
    const path = `/api/exchanges/${first.header.exchangeId}/preview`;
    const { status } = await node.call('POST', path, { returnLocation: 'https://portal.is.oots.example/1' });
    expect(status).toBe(201);
    const [, second] = await cases.requests(opened, 2);
    expect(requestIn(second!)).toMatchObject({
      specification: EDM_2_0,
      possibilityForPreview: true,
      preview: { previewLocation: location },
    });
  });

  itSendsOnlyValidMessages(() => node);
});
