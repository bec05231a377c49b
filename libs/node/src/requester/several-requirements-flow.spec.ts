import type { CountryDeclarations, EvidenceTypeList } from '@oots/directory';
import { minimise, pathsOf } from '@oots/evidence';
import type { InboundMessage } from '@oots/messaging';
import {
  AuthorityCases,
  evidenceTypeListOf,
  familyOf,
  liesl,
  NEIGHBOUR,
  neighbourDeclarations,
  requestIn,
  requirementOf,
  type TestEvidenceType,
  TestNode,
  testland,
  withError,
  withEvidence,
} from '../testing/index.js';
import type { OpenedCase } from './case-request.js';

let node: TestNode;
const cases = new AuthorityCases(() => node);

const familyRequirement = requirementOf('family-composition').identifier;
const residenceRequirement = requirementOf('residence').identifier;

/** A list whose types prove a requirement together. */
function together(requirement: string, ...types: TestEvidenceType[]): EvidenceTypeList {
  const lists = types.map((type) => evidenceTypeListOf(NEIGHBOUR, type));
  return { ...lists[0]!, requirement, evidenceTypes: lists.flatMap(({ evidenceTypes }) => evidenceTypes) };
}

/** The neighbour with other lists, and without a service for degrees. */
function withLists(...evidenceTypeLists: EvidenceTypeList[]): CountryDeclarations {
  const degree = evidenceTypeListOf(NEIGHBOUR, 'tertiary-education-completion').evidenceTypes[0]?.classification;
  const dataServices = neighbourDeclarations.dataServices.filter(({ classification }) => classification !== degree);
  const named = evidenceTypeLists.map((list, index) => ({
    ...list,
    identifier: `00000000-0000-4000-8000-00000000f00${index}`,
  }));
  return { ...neighbourDeclarations, evidenceTypeLists: named, dataServices };
}

async function started(declarations: CountryDeclarations): Promise<OpenedCase> {
  node = await TestNode.start(testland, {}, declarations);
  return cases.open();
}

function asking(requests: readonly InboundMessage[], evidenceType: TestEvidenceType): InboundMessage {
  const [type] = evidenceTypeListOf(NEIGHBOUR, evidenceType).evidenceTypes;
  const found = requests.find((request) => requestIn(request).evidenceType.classification === type?.classification);
  if (found === undefined) throw new Error(`nobody asked for ${evidenceType}`);
  return found;
}

async function familyArrives(request: InboundMessage): Promise<void> {
  const whole = familyOf(liesl, NEIGHBOUR, node.clock.now());
  const { document } = minimise(whole, requestIn(request).background?.requestedAttributes ?? []);
  await node.neighbour.answers(request, withEvidence(request, { document, disclosed: pathsOf(document) }));
}

afterEach(() => node.stop());

describe('given a procedure with two requirements', () => {
  it('when one is proven and the other is not, then the case goes on with what it has, and says which is which', async () => {
    const opened = await started(neighbourDeclarations);
    const requests = await cases.requests(opened, 2);
    expect(new Set(requests.map(({ header }) => header.conversationId)).size).toBe(1);
    expect(new Set(requests.map(({ header }) => header.exchangeId)).size).toBe(2);
    expect(new Set(requests.map((request) => requestIn(request).id)).size).toBe(2);

    const residence = asking(requests, 'residence');
    await node.neighbour.answers(residence, withEvidence(residence));
    await cases.shows(opened, {
      exchanges: expect.arrayContaining([expect.objectContaining({ state: 'delivered' })]) as [],
    });
    expect(await cases.view(opened)).toMatchObject({ state: 'collecting' });
    const family = asking(requests, 'family-composition');
    await node.neighbour.answers(family, withError(family));

    const view = await cases.shows(opened, { state: 'ready' });
    expect(new Map(view.requirements.map(({ requirement, state }) => [requirement, state]))).toEqual(
      new Map([
        [residenceRequirement, 'proven'],
        [familyRequirement, 'unproven'],
      ]),
    );
    const filled = view.form?.fields.filter(({ state }) => state === 'filled').map(({ name }) => name);
    expect(filled).toContain('familyName');
    expect(filled).not.toContain('childrenMovingAlong');
  });
});

describe('given a requirement that is proven by two types together, or by another that nobody has', () => {
  const lists = withLists(
    together(residenceRequirement, 'tertiary-education-completion'),
    together(residenceRequirement, 'residence', 'family-composition'),
    together(residenceRequirement, 'residence'),
  );

  it('then the first list that is complete is asked for, all of it and nothing else', async () => {
    const opened = await started(lists);
    const requests = await cases.requests(opened, 2);
    expect(() => asking(requests, 'residence')).not.toThrow();
    expect(() => asking(requests, 'family-composition')).not.toThrow();
    for (const request of requests) {
      expect(requestIn(request).requirements).toMatchObject([{ identifier: residenceRequirement }]);
    }
  });

  it('when both arrive, then it is proven, and no other list is asked for', async () => {
    const opened = await started(lists);
    const requests = await cases.requests(opened, 2);
    const residence = asking(requests, 'residence');
    await node.neighbour.answers(residence, withEvidence(residence));
    await cases.shows(opened, { requirements: [{ requirement: residenceRequirement, state: 'waiting' }] });
    await familyArrives(asking(requests, 'family-composition'));
    await cases.shows(opened, { state: 'ready', requirements: [{ state: 'proven', untriedLists: 1 }] });
    await cases.requests(opened, 2);
  });

  it('when one does not, and no other list is left, then it is unproven, and the other is used all the same', async () => {
    const opened = await started(withLists(together(residenceRequirement, 'residence', 'family-composition')));
    const sent = await cases.requests(opened, 2);
    const residence = asking(sent, 'residence');
    await node.neighbour.answers(residence, withEvidence(residence));
    const family = asking(sent, 'family-composition');
    await node.neighbour.answers(family, withError(family));
    const view = await cases.shows(opened, { state: 'ready', requirements: [{ state: 'unproven' }] });
    expect(view.form?.fields.filter(({ state }) => state === 'filled').map(({ name }) => name)).toContain('familyName');
  });
});

describe('given a requirement that no list proves completely', () => {
  it('then nothing is asked, and the person is left to prove it', async () => {
    node = await TestNode.start(
      testland,
      {},
      withLists(together(residenceRequirement, 'residence', 'tertiary-education-completion')),
    );
    await expect(cases.open()).rejects.toThrow('declares no structured evidence');
    expect(await node.count('case_file')).toBe(0);
  });
});
