import type { DirectoryRefusal } from '../directory-error.js';
import {
  aDataService,
  ICELANDIC_BIRTH,
  ICELANDIC_RESIDENCE,
  LIECHTENSTEIN_RESIDENCE,
  REGION_QUESTION,
  TEST_DECLARATIONS,
  TESTLAND,
} from '../testing/declarations.js';
import { DATA_SERVICES_QUERY, DataServicesDirectory } from './data-services-directory.js';

const directory = new DataServicesDirectory(TEST_DECLARATIONS);

function asked(query: string) {
  const answer = directory.answer(new URLSearchParams(`queryId=${DATA_SERVICES_QUERY}${query}`));
  if (answer.kind !== 'data-services') throw new Error('the directory answers with data services');
  return answer.dataServices;
}

function refusalOf(query: string): DirectoryRefusal {
  try {
    asked(query);
  } catch (error) {
    return error as DirectoryRefusal;
  }
  throw new Error('not refused');
}

const residence = `&evidence-type-classification=${ICELANDIC_RESIDENCE}&country-code=IS`;
const birth = `&evidence-type-classification=${ICELANDIC_BIRTH}&country-code=IS`;
const regional = `&evidence-type-classification=${LIECHTENSTEIN_RESIDENCE}&country-code=LI`;

describe('given an evidence type that one authority holds', () => {
  it('then its data service is the answer', () => {
    expect(asked(residence)).toEqual([aDataService()]);
  });

  it('then it is the answer also for a specification that it speaks', () => {
    expect(asked(`${residence}&specification=oots-edm-bg:v0.1`)).toHaveLength(1);
  });

  it('then there is none for a specification that it does not speak', () => {
    expect(refusalOf(`${birth}&specification=oots-edm-bg:v0.1`)).toMatchObject({
      code: 'DSD:ERR:0001',
      detail: 'DS_NOT_FOUND',
    });
  });
});

describe('given an evidence type that two authorities hold', () => {
  it('then the directory asks back which one, without telling who would answer what', () => {
    const refusal = refusalOf(regional);

    expect(refusal).toMatchObject({
      code: 'DSD:ERR:0005',
      questions: [{ identifier: REGION_QUESTION, values: [] }],
      about: { classification: LIECHTENSTEIN_RESIDENCE },
    });
  });

  it('then the answer decides', () => {
    expect(asked(`${regional}&${REGION_QUESTION}=Unterland`)).toMatchObject([
      { publisher: { identifier: { value: 'Unterland' } } },
    ]);
  });

  it('then an answer outside the list is refused', () => {
    expect(refusalOf(`${regional}&${REGION_QUESTION}=Midland`)).toMatchObject({ code: 'DSD:ERR:0006' });
  });

  it('then an answer to a question nobody asked is refused', () => {
    expect(refusalOf(`${residence}&${REGION_QUESTION}=Unterland`)).toMatchObject({ code: 'DSD:ERR:0003' });
  });
});

describe('given a question that the directory declines', () => {
  it.each([
    [
      'a country that does not hold it',
      `&evidence-type-classification=${ICELANDIC_RESIDENCE}&country-code=LI`,
      'DSD:ERR:0001',
      'DS_NOT_FOUND',
    ],
    [
      'an evidence type nobody declared',
      '&evidence-type-classification=https://example.org/none&country-code=IS',
      'DSD:ERR:0002',
      'evidence-type-classification',
    ],
    ['no evidence type', '&country-code=IS', 'DSD:ERR:0003', 'evidence-type-classification'],
    ['no country', `&evidence-type-classification=${ICELANDIC_RESIDENCE}`, 'DSD:ERR:0003', 'country-code'],
    [
      'a country outside the list',
      `&evidence-type-classification=${ICELANDIC_RESIDENCE}&country-code=XX`,
      'DSD:ERR:0003',
      'country-code',
    ],
    ['an unknown parameter', `${residence}&person=1`, 'DSD:ERR:0003', 'parameter'],
  ])('then %s is refused', (_what, query, code, detail) => {
    expect(refusalOf(query)).toMatchObject({ code, detail });
  });

  it('then another query does not exist', () => {
    expect(() => directory.answer([['queryId', 'urn:fdc:oots:dsd:ebxml-regrep:queries:everything']])).toThrow(
      'DSD:ERR:0004',
    );
  });
});

describe('given a country that declares a service of another', () => {
  it('then the directory does not start', () => {
    const foreign = { ...TESTLAND, country: 'NO', evidenceTypeLists: [] };

    expect(() => new DataServicesDirectory([foreign])).toThrow(/^NO declares data service .* of another country$/);
  });
});
