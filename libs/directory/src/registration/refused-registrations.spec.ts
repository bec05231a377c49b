import { artefacts, NO_ARTEFACTS } from '@oots/edm/testing';
import { Schema } from 'node-schematron';
import { NEWCOMER, TEST_DECLARATIONS, TESTLAND } from '../testing/declarations.js';
import { ELSEWHERE, providerId, SPOILED, spoiled, WRITTEN, written } from '../testing/spoiled-registrations.js';
import { objectsOf } from './declared-objects.js';
import { ObjectRegistry } from './object-registry.js';
import { receiveRegistration } from './read-registration-request.js';
import type { RegistryName } from './registered-object.js';
import type { RegistrationRequest } from './registration-request.js';
import { writeRegistrationRequest } from './registration-request.xml.js';

const ID = 'urn:uuid:11111111-2222-4333-8444-555555555555';
const before = ObjectRegistry.of(TEST_DECLARATIONS);
const whole = ObjectRegistry.of([...TEST_DECLARATIONS, NEWCOMER]);

function registered(xml: string | Uint8Array, country = 'LU', registry = before): ObjectRegistry {
  return registry.after(country, receiveRegistration(Buffer.from(xml)).read());
}

function refusal(xml: string | Uint8Array, country = 'LU', registry = before) {
  try {
    registered(xml, country, registry);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('given a registration that is right', () => {
  it.each(['eb', 'dsd'] as const)('then the %s keeps it', (registry) => {
    expect(refusal(WRITTEN[registry])).toBeUndefined();
  });
});

describe.each(SPOILED.map((entry) => [entry.what, entry] as const))('given a registration with %s', (_what, entry) => {
  it(`then it is refused with ${entry.code}`, () => {
    expect(refusal(spoiled(entry))).toMatchObject({
      name: 'RegistrationRefusal',
      code: entry.code,
      detail: expect.stringMatching(entry.detail) as string,
    });
  });
});

describe('given a registration of what belongs to somebody else', () => {
  it.each(['eb', 'dsd'] as const)('then the objects of another country are not replaced in the %s', (registry) => {
    expect(refusal(written(registry, TESTLAND))).toMatchObject({
      code: 'LCM:ERR:0003',
      detail: expect.stringMatching(/registrant's own/) as string,
    });
  });

  it.each(['eb', 'dsd'] as const)('then new objects about another country are not kept in the %s', (registry) => {
    expect(refusal(WRITTEN[registry], 'EE')).toMatchObject({
      code: 'LCM:ERR:0003',
      detail: expect.stringMatching(/registrant's own/) as string,
    });
  });

  it('then nothing of another country is removed', () => {
    const removal = writeRegistrationRequest({
      kind: 'remove',
      id: ID,
      targets: objectsOf(TESTLAND, 'eb').objects.map(({ id }) => id),
    });

    expect(refusal(removal)).toMatchObject({ code: 'LCM:ERR:0003' });
  });
});

describe('given what is registered already', () => {
  const submit = (mode: 'CreateOnly' | 'CreateOrReplace'): RegistrationRequest => ({
    kind: 'submit',
    id: ID,
    mode,
    ...objectsOf(NEWCOMER, 'dsd'),
  });
  const remove = (targets: readonly string[]): RegistrationRequest => ({ kind: 'remove', id: ID, targets });
  const everything = objectsOf(NEWCOMER, 'dsd');

  it('then it may be replaced', () => {
    expect(whole.after('LU', submit('CreateOrReplace')).declarations).toEqual(whole.declarations);
  });

  it('then it is not created a second time', () => {
    expect(refusal(writeRegistrationRequest(submit('CreateOnly')), 'LU', whole)).toMatchObject({
      code: 'LCM:ERR:0003',
      detail: expect.stringMatching(/exists$/) as string,
    });
  });

  it('then an association does not take the place of an object', () => {
    const [object] = everything.objects;
    const taken = { ...everything, associations: everything.associations.map((one) => ({ ...one, id: object!.id })) };

    expect(() => whole.after('LU', { kind: 'submit', id: ID, mode: 'CreateOrReplace', ...taken, objects: [] })).toThrow(
      /LCM:ERR:0003.*another kind/,
    );
  });

  it('then a record without its provider does not stay behind', () => {
    expect(() => whole.after('LU', remove([providerId!]))).toThrow(/DataServiceEvidenceType .* has no Serves/);
  });

  it('then objects go together, their associations with them', () => {
    const after = whole.after('LU', remove(everything.objects.map(({ id }) => id)));

    expect(after.declarations.find(({ country }) => country === 'LU')).toEqual({ ...NEWCOMER, dataServices: [] });
  });

  it('then what is not there counts as removed', () => {
    expect(whole.after('LU', remove([ELSEWHERE])).declarations).toEqual(whole.declarations);
  });

  it('then a second object about the same record is refused', () => {
    const [record] = everything.objects.filter(({ kind }) => kind === 'DataServiceEvidenceType');
    const twin = { ...record!, id: ELSEWHERE };
    const served = { ...everything.associations[0]!, id: ID, target: ELSEWHERE };

    expect(() =>
      whole.after('LU', { kind: 'submit', id: ID, mode: 'CreateOrReplace', objects: [twin], associations: [served] }),
    ).toThrow(/LCM:ERR:0003.*repeats the identifier/);
  });
});

describe('given a removal', () => {
  const removal = writeRegistrationRequest({ kind: 'remove', id: ID, targets: [ELSEWHERE] });

  it.each([
    ['without targets', removal.replace(/<rim:ObjectRef [^>]*\/>/, '')],
    ['of something that is no UUID', removal.replace(ELSEWHERE, 'everything')],
    ['by query', removal.replace('<rim:ObjectRefList>', '<lcm:Query/><rim:ObjectRefList>')],
  ])('then one %s is refused', (_what, xml) => {
    expect(refusal(xml)).toMatchObject({ code: 'LCM:ERR:0001' });
  });
});

describe('given bytes that are no message', () => {
  it.each([
    ['text', Buffer.from('hello')],
    ['a document type', Buffer.from('<!DOCTYPE a><a/>')],
    ['more than 1 MiB', Buffer.from(`<a>${'x'.repeat(1024 * 1024)}</a>`)],
  ])('then %s is refused', (_what, bytes) => {
    expect(refusal(bytes)).toMatchObject({ code: 'LCM:ERR:0001' });
  });
});

const given = artefacts();
const withArtefacts = given === undefined ? describe.skip : describe;

withArtefacts(`given the Schematron files of 1.0 (else ${NO_ARTEFACTS})`, () => {
  const files = new Map<RegistryName, readonly Schema[]>();
  beforeAll(() => {
    for (const registry of ['eb', 'dsd'] as const) {
      // The engine has no flags for patterns; what is written here is in lower case as it is.
      const sources = ['S', 'C'].map((part) =>
        given!.read(`v1.0/sch/${registry.toUpperCase()}-SUB-${part}.sch`).replaceAll(",'i')", ')'),
      );
      files.set(
        registry,
        sources.map((source) => Schema.fromString(source)),
      );
    }
  });

  it.each(SPOILED.flatMap((entry) => (entry.judge === undefined ? [] : [[entry.what, entry.judge, entry] as const])))(
    'then they find %s too, under %s',
    (_what, judge, entry) => {
      const found = (files.get(entry.in) ?? []).flatMap((file) =>
        file.validateString(spoiled(entry)).map(({ assertId }) => assertId),
      );

      expect(found).toContain(judge);
    },
  );
});
