import { join } from 'node:path';
import { artefacts, NO_ARTEFACTS, XmlSchema } from '@oots/edm/testing';
import { Schema } from 'node-schematron';
import type { CountryDeclarations } from '../declaration.js';
import { NEWCOMER, TEST_DECLARATIONS } from '../testing/declarations.js';
import { CountryObjects } from './country-objects.js';
import { objectsOf } from './declared-objects.js';
import { ObjectRegistry } from './object-registry.js';
import { receiveRegistration } from './read-registration-request.js';
import type { RegistryName } from './registered-object.js';
import { readRegistrationAnswer, writeRegistrationAnswer } from './registration-answer.xml.js';
import { RegistrationRefusal } from './registration-refusal.js';
import type { RegistrationRequest } from './registration-request.js';
import { writeRegistrationRequest } from './registration-request.xml.js';

const ID = 'urn:uuid:11111111-2222-4333-8444-555555555555';
const COUNTRIES = [...TEST_DECLARATIONS, NEWCOMER];
const CASES = COUNTRIES.flatMap((declared) =>
  (['eb', 'dsd'] as const).map((registry) => [declared.country, registry, declared] as const),
);

function submissionOf(declared: CountryDeclarations, registry: RegistryName): RegistrationRequest {
  return { kind: 'submit', id: ID, mode: 'CreateOrReplace', ...objectsOf(declared, registry) };
}

function read(xml: string): RegistrationRequest {
  return receiveRegistration(Buffer.from(xml)).read();
}

describe.each(CASES)('given what %s registers with the %s', (_country, registry, declared) => {
  it('then it is read as it was written', () => {
    const submission = submissionOf(declared, registry);

    expect(read(writeRegistrationRequest(submission))).toEqual(submission);
  });

  it('then declaring it again gives everything the same identifiers', () => {
    const ids = ({ objects, associations }: ReturnType<typeof objectsOf>): string[] =>
      [...objects, ...associations].map(({ id }) => id);

    expect(ids(objectsOf(structuredClone(declared), registry))).toEqual(ids(objectsOf(declared, registry)));
  });
});

it.each(COUNTRIES.map((declared) => [declared.country, declared] as const))(
  'what %s declares comes back out of its objects unchanged',
  (country, declared) => {
    const objects = CountryObjects.NONE.after(submissionOf(declared, 'eb')).after(submissionOf(declared, 'dsd'));

    expect(objects.declarations(country)).toEqual(declared);
  },
);

it('countries keep the order in which they came', () => {
  expect(ObjectRegistry.of(COUNTRIES).declarations).toEqual(COUNTRIES);
});

it('a removal is read as it was written', () => {
  const removal: RegistrationRequest = { kind: 'remove', id: ID, targets: [ID, ID.replace('1111', '2222')] };

  expect(read(writeRegistrationRequest(removal))).toEqual(removal);
});

describe('given the answer to a registration', () => {
  const roundTrip = (answer: Parameters<typeof writeRegistrationAnswer>[0]) =>
    readRegistrationAnswer(Buffer.from(writeRegistrationAnswer(answer)));

  it('then a success names its request', () => {
    expect(roundTrip({ requestId: ID, refusal: undefined })).toEqual({ requestId: ID, refusal: undefined });
  });

  it('then a refusal keeps code and detail', () => {
    expect(roundTrip({ requestId: undefined, refusal: RegistrationRefusal.association('why') })).toMatchObject({
      requestId: undefined,
      refusal: { code: 'LCM:ERR:0002', detail: 'why' },
    });
  });

  it.each([
    ['another root', '<a/>'],
    ['no XML', 'hello'],
    [
      'an unknown code',
      writeRegistrationAnswer({ requestId: ID, refusal: RegistrationRefusal.object('x') }).replace('0001', '0009'),
    ],
    ['an unknown status', writeRegistrationAnswer({ requestId: ID, refusal: undefined }).replace(':Success', ':Odd')],
  ])('then %s is no answer', (_name, xml) => {
    expect(() => readRegistrationAnswer(Buffer.from(xml))).toThrow(
      expect.objectContaining({ name: 'DirectoryUnavailable' }) as Error,
    );
  });
});

const given = artefacts();
const withArtefacts = given === undefined ? describe.skip : describe;

withArtefacts(`given the schemas and Schematron files of the artefacts (else ${NO_ARTEFACTS})`, () => {
  /**
   * Where the 2.0 form differs from that of 1.0: the Semantic Repository moved to another host (C001, C002, C012), access
   * services name other specifications (C023) and data models (C008).
   */
  const CHANGED_SINCE_1_0 = ['R-EB-SUB-C001', 'R-EB-SUB-C012', 'R-DSD-SUB-C002', 'R-DSD-SUB-C008', 'R-DSD-SUB-C023'];
  const NEWER_CODES = ['R-EB-SUB-C023'];
  let schema: XmlSchema;
  let rules: ReadonlyMap<RegistryName, readonly Schema[]>;
  beforeAll(() => {
    schema = XmlSchema.compiled(join(given!.folder, 'v2.0-profile', 'xsd', 'driver-local.xsd'));
    // The engine has no flags for patterns; what is written here is in lower case as it is.
    const files = (name: string) =>
      ['S', 'C'].map((part) =>
        Schema.fromString(given!.read(`v1.0/sch/${name}-SUB-${part}.sch`).replaceAll(",'i')", ')')),
      );
    rules = new Map([
      ['eb', files('EB')],
      ['dsd', files('DSD')],
    ]);
  });

  it.each(CASES)('then what %s registers with the %s keeps to the schema', (_country, registry, declared) => {
    expect(schema.violations(writeRegistrationRequest(submissionOf(declared, registry)))).toEqual([]);
  });

  it.each(CASES)(
    'then what %s registers with the %s breaks no rule that holds since 1.0',
    (_country, registry, declared) => {
      const xml = writeRegistrationRequest(submissionOf(declared, registry));
      const broken = (rules.get(registry) ?? []).flatMap((file) =>
        file.validateString(xml).map((result) => result.assertId ?? 'no id'),
      );

      expect(broken.filter((rule) => ![...CHANGED_SINCE_1_0, ...NEWER_CODES].includes(rule))).toEqual([]);
    },
  );

  it('then removals and answers keep to the schema', () => {
    for (const xml of [
      writeRegistrationRequest({ kind: 'remove', id: ID, targets: [ID] }),
      writeRegistrationAnswer({ requestId: ID, refusal: undefined }),
      writeRegistrationAnswer({ requestId: undefined, refusal: RegistrationRefusal.integrity('why') }),
    ]) {
      expect(schema.violations(xml)).toEqual([]);
    }
  });

  it('then the answers in the samples are understood', () => {
    const success = readRegistrationAnswer(Buffer.from(given!.read('samples/v1.0/lcm/success.xml')));
    const error = readRegistrationAnswer(Buffer.from(given!.read('samples/v1.0/lcm/error.xml')));

    expect(success).toEqual({ requestId: 'urn:uuid:f7dc04fe-337c-4523-85c7-35a7ab95bbac', refusal: undefined });
    expect(error).toMatchObject({
      requestId: 'urn:uuid:3a7ab005-fcc5-4985-905d-2af912556432',
      refusal: { code: 'LCM:ERR:0001' },
    });
  });
});
