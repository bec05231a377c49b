import { join } from 'node:path';
import { artefacts, NO_ARTEFACTS, XmlSchema } from '@oots/edm/testing';
import { parseXml } from '@oots/edm/xml';
import { DirectoryRefusal, DirectoryUnavailable } from '../directory-error.js';
import {
  aDataService,
  LIECHTENSTEIN_RESIDENCE,
  PROOF_OF_RESIDENCE,
  REGION_QUESTION,
  TEST_DECLARATIONS,
} from '../testing/declarations.js';
import { COMMON_SERVICES_1_0, COMMON_SERVICES_2_0 } from './common-services-version.js';
import { DATA_SERVICES_QUERY, DataServicesDirectory } from './data-services-directory.js';
import type { DirectoryAnswer } from './directory-answer.js';
import { writeDirectoryAnswer, writeDirectoryRefusal } from './directory-answer.xml.js';
import { DIRECTORY_EXCEPTIONS, type DirectoryErrorCode, isDirectoryErrorCode } from './directory-exception.js';
import { EVIDENCE_TYPES_QUERY, EvidenceBroker, REQUIREMENTS_QUERY } from './evidence-broker.js';
import { readDirectoryAnswer } from './read-directory-answer.js';

const broker = new EvidenceBroker(TEST_DECLARATIONS);
const directory = new DataServicesDirectory(TEST_DECLARATIONS);
const VERSIONS = [COMMON_SERVICES_2_0, COMMON_SERVICES_1_0] as const;

const ANSWERS: readonly (readonly [string, DirectoryAnswer])[] = [
  ['requirements', broker.answer([['queryId', REQUIREMENTS_QUERY]], COMMON_SERVICES_2_0)],
  [
    'evidence types',
    broker.answer(
      [
        ['queryId', EVIDENCE_TYPES_QUERY],
        ['requirement-id', PROOF_OF_RESIDENCE],
      ],
      COMMON_SERVICES_2_0,
    ),
  ],
  ['a data service', { kind: 'data-services', dataServices: [aDataService()] }],
  [
    'a data service behind a question',
    directory.answer([
      ['queryId', DATA_SERVICES_QUERY],
      ['evidence-type-classification', LIECHTENSTEIN_RESIDENCE],
      ['country-code', 'LI'],
      [REGION_QUESTION, 'Oberland'],
    ]),
  ],
  [
    'two access services of one record, with signs that XML keeps for itself',
    {
      kind: 'data-services',
      dataServices: [
        aDataService({ titles: [{ lang: 'EN', text: 'Residence <&"\'> búseta' }] }),
        aDataService({
          titles: [{ lang: 'EN', text: 'Residence <&"\'> búseta' }],
          conformsTo: ['oots-edm:v2.0'],
          publisher: { ...aDataService().publisher, region: 'IS001' },
        }),
      ],
    },
  ],
];

const REFUSALS = (Object.keys(DIRECTORY_EXCEPTIONS) as DirectoryErrorCode[]).map(
  (code) =>
    [code, new DirectoryRefusal(code, 'EMPTY_RESULT', code === 'DSD:ERR:0005' ? additionalInput() : {})] as const,
);

function additionalInput() {
  const service = aDataService({
    classifications: [
      { identifier: REGION_QUESTION, descriptions: [{ lang: 'EN', text: 'In which region?' }], values: ['Oberland'] },
    ],
  });
  return { about: service, questions: [{ ...service.classifications![0]!, values: [] }] };
}

function read(xml: string): DirectoryAnswer {
  return readDirectoryAnswer(Buffer.from(xml));
}

/** What reading the document throws. */
function failureOf(xml: string): unknown {
  try {
    read(xml);
  } catch (error) {
    return error;
  }
  throw new Error('it was read');
}

describe('given an answer of the directories', () => {
  it.each(ANSWERS)('then %s reads back as it was written', (_what, answer) => {
    expect(read(writeDirectoryAnswer(answer, COMMON_SERVICES_2_0))).toEqual(answer);
  });

  it.each(ANSWERS)('then %s is written the same way every time', (_what, answer) => {
    const [first, second] = [1, 2].map(() => writeDirectoryAnswer(structuredClone(answer), COMMON_SERVICES_2_0));

    expect(first).toBe(second);
  });

  it('then services of one record are access services of one object', () => {
    const xml = writeDirectoryAnswer(ANSWERS[4]![1], COMMON_SERVICES_2_0);

    expect(xml.match(/<rim:RegistryObject /g)).toHaveLength(1);
    expect(xml.match(/<sdg:AccessService>/g)).toHaveLength(2);
  });

  it('then only the 2.0 form names its version', () => {
    const [current, old] = VERSIONS.map((version) => parseXml(writeDirectoryAnswer(ANSWERS[0]![1], version)));

    expect(current?.first('rim:Slot')?.attribute('name')).toBe('SpecificationIdentifier');
    expect(current?.first('rim:Slot')?.text).toBe('oots-cs:v2.0');
    expect(old?.first('rim:Slot')).toBeUndefined();
  });
});

describe('given a refusal of the directories', () => {
  it.each(REFUSALS)('then %s reads back with its code, detail and questions', (code, refusal) => {
    const reading = failureOf(writeDirectoryRefusal(refusal, COMMON_SERVICES_2_0));

    expect(reading).toBeInstanceOf(DirectoryRefusal);
    expect(reading).toMatchObject({ code, detail: 'EMPTY_RESULT', questions: refusal.questions });
  });

  it('then the code lists hold exactly the 13 codes of the chapters', () => {
    expect(REFUSALS.map(([code]) => code)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `EB:ERR:000${number}`),
      ...[1, 2, 3, 4, 5, 6].map((number) => `DSD:ERR:000${number}`),
    ]);
    expect(isDirectoryErrorCode('toString')).toBe(false);
  });
});

describe("given a document that is the directory's and no answer", () => {
  const answer = writeDirectoryAnswer(ANSWERS[2]![1], COMMON_SERVICES_2_0);
  const lists = writeDirectoryAnswer(ANSWERS[1]![1], COMMON_SERVICES_2_0);

  it.each([
    ['no XML', 'nothing here'],
    ['with a document type', answer.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')],
    ['of another root', '<answer/>'],
    ['of another version', answer.replace('oots-cs:v2.0', 'oots-cs:v3.0')],
    ['in the 1.0 form', writeDirectoryAnswer(ANSWERS[2]![1], COMMON_SERVICES_1_0)],
    ['with another status', answer.replace('ResponseStatusType:Success', 'ResponseStatusType:Unavailable')],
    [
      'with an error code nobody knows',
      writeDirectoryRefusal(REFUSALS[0]![1], COMMON_SERVICES_2_0).replace('EB:ERR:0001', 'EB:ERR:0099'),
    ],
    ['with an object of another kind', answer.replace('name="DataServiceEvidenceType"', 'name="Surprise"')],
    ['without list of objects', answer.replaceAll('RegistryObjectList', 'Elsewhere')],
    ['with an access point without scheme', answer.replace(/ schemeID="[^"]*IS"/, '')],
    ['with an empty classification', answer.replace(/(EvidenceTypeClassification>)[^<]+/, '$1')],
    ['with a level of assurance nobody knows', answer.replace('>Substantial<', '>Total<')],
    ['with a publisher nowhere', answer.replace(/<sdg:Address>[\s\S]*?<\/sdg:Address>/, '')],
    ['with evidence of no country', lists.replaceAll(/<sdg:Jurisdiction>[\s\S]*?<\/sdg:Jurisdiction>/g, '')],
  ])('then a document %s counts as no answer at all', (_what, xml) => {
    expect(failureOf(xml)).toBeInstanceOf(DirectoryUnavailable);
  });

  it('then an answer beyond a megabyte is not read', () => {
    expect(() => read(answer + ' '.repeat(1024 * 1024))).toThrow('oversize');
  });

  it('then a record without level of assurance asks for the lowest', () => {
    const without = answer.replace(/<sdg:AuthenticationLevelOfAssurance>.*\n/, '');

    expect(read(without)).toMatchObject({ dataServices: [{ levelOfAssurance: 'Low' }] });
  });
});

const given = artefacts();
const withArtefacts = given === undefined ? describe.skip : describe;

withArtefacts(`given the schemas and samples of the artefacts (else ${NO_ARTEFACTS})`, () => {
  const schema = (path: string): XmlSchema => XmlSchema.compiled(join(given!.folder, path));
  const sample = (name: string): DirectoryAnswer => read(given!.read(`samples/v2.0/${name}`));

  describe.each([
    [COMMON_SERVICES_2_0, 'v2.0-profile/xsd/driver-local.xsd'],
    [COMMON_SERVICES_1_0, 'v1.0/xsd/driver-local.xsd'],
  ] as const)('when answers are written as %s', (version, path) => {
    let judge: XmlSchema;
    beforeAll(() => {
      judge = schema(path);
    });

    it.each(ANSWERS)('then %s keeps to the schema', (_what, answer) => {
      expect(judge.violations(writeDirectoryAnswer(answer, version))).toEqual([]);
    });

    it.each(REFUSALS)('then %s keeps to the schema', (_code, refusal) => {
      expect(judge.violations(writeDirectoryRefusal(refusal, version))).toEqual([]);
    });
  });

  it('then the schema notices a fault, so its silence means something', () => {
    const faulty = writeDirectoryAnswer(ANSWERS[2]![1], COMMON_SERVICES_2_0).replaceAll('sdg:Format', 'sdg:Formt');

    expect(schema('v2.0-profile/xsd/driver-local.xsd').violations(faulty)).not.toEqual([]);
  });

  it('then the data service that Finland really declared is read', () => {
    expect(sample('dsd_data_services_fi.xml')).toMatchObject({
      kind: 'data-services',
      dataServices: [
        {
          identifier: '41170824-15d9-4c16-984e-63b75b937b8c',
          distributions: [{ format: 'application/pdf', languages: ['EN'] }],
          accessPoint: { scheme: 'urn:oasis:names:tc:ebcore:partyid-type:unregistered:FI', value: 'AP_FI_03' },
          conformsTo: ['oots-edm:v2.0'],
          publisher: { identifier: { value: 'FIKEHA02' }, country: 'FI' },
          levelOfAssurance: 'Substantial',
        },
      ],
    });
  });

  it('then the evidence types that Finland really declared are read', () => {
    const answer = sample('eb_evidence_types_fi.xml');

    expect(answer).toMatchObject({
      kind: 'requirements',
      requirements: [
        { evidenceTypeLists: [{ country: 'FI', evidenceTypes: [{ titles: [{ lang: 'EN' }, { lang: 'FI' }] }] }] },
      ],
    });
  });

  it('then the empty answer of the real broker is the refusal that it is', () => {
    expect(() => sample('eb_requirements_vides.xml')).toThrow(new DirectoryRefusal('EB:ERR:0001', 'EMPTY_RESULT'));
  });
});
