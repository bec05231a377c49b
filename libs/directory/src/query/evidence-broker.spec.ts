import type { DirectoryRefusal } from '../directory-error.js';
import {
  ICELANDIC_RESIDENCE,
  PROOF_OF_BIRTH,
  PROOF_OF_PATIENCE,
  PROOF_OF_RESIDENCE,
  TEST_DECLARATIONS,
  TESTLAND,
} from '../testing/declarations.js';
import { COMMON_SERVICES_1_0, COMMON_SERVICES_2_0, type CommonServicesVersion } from './common-services-version.js';
import { EVIDENCE_TYPES_QUERY, EvidenceBroker, REQUIREMENTS_QUERY } from './evidence-broker.js';

const broker = new EvidenceBroker(TEST_DECLARATIONS);

function asked(query: string, version: CommonServicesVersion = COMMON_SERVICES_2_0) {
  const answer = broker.answer(new URLSearchParams(query), version);
  if (answer.kind !== 'requirements') throw new Error('the broker answers with requirements');
  return answer.requirements;
}

function refusalOf(query: string, version?: CommonServicesVersion): Pick<DirectoryRefusal, 'code' | 'detail'> {
  try {
    asked(query, version);
  } catch (error) {
    const { code, detail } = error as DirectoryRefusal;
    return { code, detail };
  }
  throw new Error('not refused');
}

const requirements = (query = ''): string => `queryId=${REQUIREMENTS_QUERY}${query}`;
const evidenceTypes = (query = ''): string => `queryId=${EVIDENCE_TYPES_QUERY}${query}`;

describe('given the declarations of two countries, when the broker is asked for requirements', () => {
  it('then a procedure in one country has the requirements that the country declares for it', () => {
    expect(asked(requirements('&procedure-id=R1&country-code=IS'))).toMatchObject([
      {
        requirement: { identifier: PROOF_OF_BIRTH },
        frameworks: [{ procedure: 'R1', country: 'IS' }],
        evidenceTypeLists: [],
      },
    ]);
  });

  it('then a requirement of both countries is one requirement with two frameworks', () => {
    expect(asked(requirements('&procedure-id=V1'))).toMatchObject([
      {
        requirement: { identifier: PROOF_OF_RESIDENCE },
        frameworks: [
          { procedure: 'V1', country: 'IS' },
          { procedure: 'V1', country: 'LI' },
        ],
      },
    ]);
  });

  it('then without procedure and country it tells everything that can be proven', () => {
    const found = asked(requirements()).map(({ requirement }) => requirement.identifier);

    expect(found).toEqual([PROOF_OF_RESIDENCE, PROOF_OF_BIRTH]);
  });

  it('then what nobody can prove is told only to those who ask for incomplete answers', () => {
    const found = asked(requirements('&return-incomplete=true')).map(({ requirement }) => requirement.identifier);

    expect(found).toEqual([PROOF_OF_RESIDENCE, PROOF_OF_BIRTH, PROOF_OF_PATIENCE]);
  });

  it('then a framework has the same identifier after every start', () => {
    const [first, second] = [new EvidenceBroker(TEST_DECLARATIONS), new EvidenceBroker(TEST_DECLARATIONS)].map((one) =>
      one.answer(new URLSearchParams(requirements()), COMMON_SERVICES_2_0),
    );

    expect(first).toEqual(second);
  });
});

describe('given the declarations of two countries, when the broker is asked for evidence types', () => {
  it('then one country answers with its own', () => {
    expect(asked(evidenceTypes(`&requirement-id=${PROOF_OF_RESIDENCE}&country-code=IS`))).toMatchObject([
      { evidenceTypeLists: [{ country: 'IS', evidenceTypes: [{ classification: ICELANDIC_RESIDENCE }] }] },
    ]);
  });

  it('then all countries answer when none is named', () => {
    const [record] = asked(evidenceTypes(`&requirement-id=${PROOF_OF_RESIDENCE}`));

    expect(record?.evidenceTypeLists.map(({ country }) => country)).toEqual(['IS', 'LI']);
  });
});

describe('given a question that the broker declines', () => {
  it.each([
    ['a procedure without requirements', requirements('&procedure-id=U3'), 'EB:ERR:0001', 'EMPTY_RESULT'],
    [
      'a country that proves it with nothing',
      evidenceTypes(`&requirement-id=${PROOF_OF_BIRTH}&country-code=LI`),
      'EB:ERR:0001',
      'EMPTY_RESULT',
    ],
    [
      'a requirement nobody declared',
      evidenceTypes('&requirement-id=https://sr.oots.tech.ec.europa.eu/requirements/none'),
      'EB:ERR:0002',
      'requirement-id',
    ],
    ['no requirement', evidenceTypes(), 'EB:ERR:0003', 'requirement-id'],
    ['no query', 'procedure-id=V1', 'EB:ERR:0003', 'queryId'],
    ['a parameter twice', requirements('&country-code=IS&country-code=LI'), 'EB:ERR:0003', 'country-code'],
    ['an empty parameter', requirements('&country-code='), 'EB:ERR:0003', 'country-code'],
    ['a parameter too long', requirements(`&procedure-id=${'V'.repeat(600)}`), 'EB:ERR:0003', 'procedure-id'],
    ['an unknown parameter', requirements('&person=1'), 'EB:ERR:0003', 'person'],
    [
      'an unknown parameter, not repeated when it is no name',
      requirements('&%3Cscript%3E=1'),
      'EB:ERR:0003',
      'parameter',
    ],
    [
      'too many parameters',
      requirements(Array.from({ length: 30 }, (_, index) => `&p${index}=1`).join('')),
      'EB:ERR:0003',
      'p19',
    ],
    ['a flag that is none', requirements('&return-incomplete=maybe'), 'EB:ERR:0003', 'return-incomplete'],
    [
      'a jurisdiction level, which 2.0 does not have',
      requirements('&jurisdiction-admin-l2=IS001'),
      'EB:ERR:0003',
      'jurisdiction-admin-l2',
    ],
    ['a procedure outside the list', requirements('&procedure-id=Z9'), 'EB:ERR:0005', 'procedure-id'],
    ['a country outside the list', requirements('&country-code=XX'), 'EB:ERR:0006', 'country-code'],
    [
      'a country in lower case',
      evidenceTypes(`&requirement-id=${PROOF_OF_BIRTH}&country-code=is`),
      'EB:ERR:0006',
      'country-code',
    ],
    ['another query', 'queryId=urn:fdc:oots:eb:ebxml-regrep:queries:everything', 'EB:ERR:0007', 'queryId'],
  ])('then %s is refused', (_what, query, code, detail) => {
    expect(refusalOf(query)).toEqual({ code, detail });
  });

  it('then a jurisdiction level in the 1.0 form is unknown', () => {
    expect(refusalOf(requirements('&jurisdiction-admin-l2=IS001'), COMMON_SERVICES_1_0)).toEqual({
      code: 'EB:ERR:0004',
      detail: 'jurisdiction-admin-l2',
    });
  });
});

describe('given a country that declares evidence of another', () => {
  it('then the broker does not start', () => {
    expect(() => new EvidenceBroker([{ ...TESTLAND, country: 'NO' }])).toThrow(
      /^NO declares evidence type list .* for IS$/,
    );
  });
});
