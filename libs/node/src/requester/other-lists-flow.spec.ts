import type { CountryDeclarations, EvidenceTypeList } from '@oots/directory';
import { minimise, pathsOf } from '@oots/evidence';
import type { InboundMessage } from '@oots/messaging';
import {
  AuthorityCases,
  type CaseFacts,
  evidenceTypeListOf,
  FAMILY_PATHS,
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

const RESIDENCE = requirementOf('residence').identifier;
const FAMILY = requirementOf('family-composition').identifier;
const DEGREE = requirementOf('tertiary-education-completion').identifier;

/** Lists of the neighbour, in the order in which they are tried. */
function declaring(...lists: readonly (readonly [requirement: string, ...TestEvidenceType[]])[]): CountryDeclarations {
  const evidenceTypeLists = lists.map(([requirement, ...types], index): EvidenceTypeList => {
    const declared = types.map((type) => evidenceTypeListOf(NEIGHBOUR, type));
    return {
      ...declared[0]!,
      requirement,
      identifier: `00000000-0000-4000-8000-00000000f00${index}`,
      evidenceTypes: declared.flatMap(({ evidenceTypes }) => evidenceTypes),
    };
  });
  return { ...neighbourDeclarations, evidenceTypeLists };
}

async function opened(declarations: CountryDeclarations, facts: CaseFacts = {}): Promise<OpenedCase> {
  node = await TestNode.start(testland, {}, declarations);
  return cases.open(facts);
}

function typeAskedIn(request: InboundMessage): TestEvidenceType | undefined {
  const types: readonly TestEvidenceType[] = ['residence', 'family-composition', 'tertiary-education-completion'];
  const { classification } = requestIn(request).evidenceType;
  return types.find((type) => evidenceTypeListOf(NEIGHBOUR, type).evidenceTypes[0]?.classification === classification);
}

/** Resolves when the case has asked for these types, no more and no fewer. */
async function asks(
  opened: OpenedCase,
  ...types: readonly TestEvidenceType[]
): Promise<Readonly<Record<string, InboundMessage>>> {
  const requests = await cases.requests(opened, types.length);
  const byType = Object.fromEntries(requests.map((request) => [typeAskedIn(request) ?? 'unknown', request] as const));
  expect(Object.keys(byType).sort()).toEqual([...types].sort());
  return byType;
}

const refuses = (request: InboundMessage | undefined) => node.neighbour.answers(request!, withError(request!));
const residenceArrives = (request: InboundMessage | undefined) =>
  node.neighbour.answers(request!, withEvidence(request!));

async function familyArrives(request: InboundMessage | undefined): Promise<void> {
  const { document } = minimise(familyOf(liesl, NEIGHBOUR, node.clock.now()), [...FAMILY_PATHS]);
  await node.neighbour.answers(request!, withEvidence(request!, { document, disclosed: pathsOf(document) }));
}

afterEach(() => node.stop());

describe('given a requirement that one of two lists proves', () => {
  const eitherOr = declaring([RESIDENCE, 'residence'], [RESIDENCE, 'family-composition']);

  it('when the first is refused, then the other is asked for in the same conversation, and the case waits for it', async () => {
    const open = await opened(eitherOr);
    const { residence } = await asks(open, 'residence');
    await cases.shows(open, { requirements: [{ state: 'waiting', untriedLists: 1 }] });
    await refuses(residence);

    const { 'family-composition': family } = await asks(open, 'residence', 'family-composition');
    expect(family?.header.conversationId).toBe(residence?.header.conversationId);
    expect(family?.header.exchangeId).not.toBe(residence?.header.exchangeId);
    expect(requestIn(family!)).toMatchObject({
      requirements: [{ identifier: RESIDENCE }],
      subject: { person: { familyName: liesl.familyName, levelOfAssurance: 'High' } },
      background: { requestedAttributes: FAMILY_PATHS, notice: { digest: open.notice.digest } },
    });
    const exchanges = [family?.header.exchangeId];
    await cases.shows(open, { state: 'collecting', requirements: [{ state: 'waiting', untriedLists: 0, exchanges }] });

    await familyArrives(family);
    const view = await cases.shows(open, { state: 'ready', requirements: [{ state: 'proven', exchanges }] });
    expect(view.exchanges.map(({ state }) => state)).toEqual(['refused', 'delivered']);
  });

  it('when nobody answers in time, then the other is asked for too', async () => {
    const open = await opened(eitherOr);
    await asks(open, 'residence');
    node.passes(24 * 60);
    const { 'family-composition': family } = await asks(open, 'residence', 'family-composition');
    await familyArrives(family);
    await cases.shows(open, { state: 'ready', requirements: [{ state: 'proven' }] });
  });

  it('when both are refused, then it is unproven, and nothing is asked for twice', async () => {
    const open = await opened(eitherOr);
    await refuses((await asks(open, 'residence'))['residence']);
    await refuses((await asks(open, 'residence', 'family-composition'))['family-composition']);
    await cases.shows(open, { state: 'ready', requirements: [{ state: 'unproven', untriedLists: 0 }] });
    await asks(open, 'residence', 'family-composition');
  });

  it('when the next request cannot be written, then the refusal is not settled either, until both can be', async () => {
    const open = await opened(eitherOr);
    const { residence } = await asks(open, 'residence');
    // A sequence counts what is rolled back, too.
    await node.rows('CREATE SEQUENCE attempt');
    await node.rows(`CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM nextval('attempt'); RAISE EXCEPTION 'no room'; END $$`);
    await node.rows('CREATE TRIGGER fails BEFORE INSERT ON exchange FOR EACH ROW EXECUTE FUNCTION fails()');
    await refuses(residence);
    await node.until(async () => {
      expect(await node.rows('SELECT 1 FROM attempt WHERE is_called')).toHaveLength(1);
    });
    expect(await cases.view(open)).toMatchObject({ state: 'collecting', exchanges: [{ state: 'requested' }] });

    await node.rows('DROP TRIGGER fails ON exchange');
    await asks(open, 'residence', 'family-composition');
    await cases.shows(open, { exchanges: [{ state: 'refused' }, { state: 'requested' }] });
  });
});

describe('given lists that share evidence', () => {
  it('when what is missing is not in the other list, then what arrived proves it without another request', async () => {
    const open = await opened(declaring([RESIDENCE, 'residence', 'family-composition'], [RESIDENCE, 'residence']));
    const { residence, 'family-composition': family } = await asks(open, 'residence', 'family-composition');
    await refuses(family);
    await cases.shows(open, { requirements: [{ state: 'waiting', untriedLists: 1 }] });
    await residenceArrives(residence);
    await cases.shows(open, {
      state: 'ready',
      requirements: [{ state: 'proven', exchanges: [residence?.header.exchangeId] }],
    });
    await asks(open, 'residence', 'family-composition');
  });

  it('when evidence was asked for in vain, then a list that needs it is passed over', async () => {
    const open = await opened(
      declaring(
        [RESIDENCE, 'residence'],
        [RESIDENCE, 'residence', 'tertiary-education-completion'],
        [RESIDENCE, 'family-composition'],
      ),
    );
    await refuses((await asks(open, 'residence'))['residence']);
    const { 'family-composition': family } = await asks(open, 'residence', 'family-composition');
    await familyArrives(family);
    await cases.shows(open, { state: 'ready', requirements: [{ state: 'proven' }] });
  });

  it('when both exchanges of a list are refused, then the other list is asked for once', async () => {
    const open = await opened(
      declaring([RESIDENCE, 'residence', 'family-composition'], [RESIDENCE, 'tertiary-education-completion']),
    );
    const { residence, 'family-composition': family } = await asks(open, 'residence', 'family-composition');
    await Promise.all([refuses(residence), refuses(family)]);
    const all = ['residence', 'family-composition', 'tertiary-education-completion'] as const;
    const { 'tertiary-education-completion': degree } = await asks(open, ...all);
    await refuses(degree);
    await cases.shows(open, { state: 'ready', requirements: [{ state: 'unproven' }] });
    await asks(open, ...all);
  });
});

describe('given evidence that proves two requirements', () => {
  it('then it is asked for once, for both, and counts for both', async () => {
    const open = await opened(declaring([RESIDENCE, 'residence'], [FAMILY, 'residence']));
    const { residence } = await asks(open, 'residence');
    expect(
      requestIn(residence!)
        .requirements.map(({ identifier }) => identifier)
        .sort(),
    ).toEqual([RESIDENCE, FAMILY].sort());
    await residenceArrives(residence);
    await cases.shows(open, { state: 'ready', requirements: [{ state: 'proven' }, { state: 'proven' }] });
    await asks(open, 'residence');
  });

  it('when it is the other way for one of them, then the exchange that is there counts', async () => {
    const open = await opened(
      declaring([FAMILY, 'family-composition'], [FAMILY, 'residence'], [RESIDENCE, 'residence']),
    );
    const { residence, 'family-composition': family } = await asks(open, 'residence', 'family-composition');
    await refuses(family);
    const exchanges = [residence?.header.exchangeId];
    await cases.shows(open, {
      requirements: expect.arrayContaining([
        expect.objectContaining({ requirement: FAMILY, state: 'waiting', exchanges }),
      ]) as [],
    });
    await residenceArrives(residence);
    await cases.shows(open, { state: 'ready', requirements: [{ state: 'proven' }, { state: 'proven' }] });
    await asks(open, 'residence', 'family-composition');
  });
});

describe('given another list that the policy allows on consent only', () => {
  it('when the first is refused, then it is passed over, and the one after it is asked for', async () => {
    const open = await opened(
      declaring([DEGREE, 'residence'], [DEGREE, 'tertiary-education-completion'], [DEGREE, 'family-composition']),
      { procedure: 'T3' },
    );
    await refuses((await asks(open, 'residence'))['residence']);
    await asks(open, 'residence', 'family-composition');
    await cases.shows(open, { state: 'collecting', requirements: [{ state: 'waiting', untriedLists: 0 }] });
  });
});
