import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { pathsOf } from '@oots/evidence';
import { formOf } from '../form-catalogue.js';
import { jsonSchemaOf } from '../form/json-schema.js';
import type { FieldWithValue, FilledForm } from './filled-form.js';
import type { PrefillSource } from './prefill-source.js';
import { prefill } from './prefill.js';
import { unusedPaths } from './unused-paths.js';
import { ActionNotPossible, withUserAction } from './user-action.js';

const { definition, mappings } = formOf('fi-move-notice')!;
const RESIDENCE_ID = 'urn:uuid:0b9b9d9e-7a1e-4a3e-9a3b-6c2e55c9a101';
const FAMILY_ID = 'urn:uuid:0b9b9d9e-7a1e-4a3e-9a3b-6c2e55c9a102';

const residence = (given: Partial<PrefillSource> = {}, content: Record<string, unknown> = {}): PrefillSource => ({
  evidenceId: RESIDENCE_ID,
  evidenceType: 'residence',
  provider: 'Population Register of Estonia (simulated)',
  retrievedAt: new Date('2026-11-23T10:00:00.000Z'),
  legalBasis: { type: 'GDPR-6-1-e', instrument: 'urn:x:agreement', article: '11-15' },
  document: {
    evidenceId: RESIDENCE_ID,
    evidenceType: 'residence',
    subject: {
      identifiers: [
        { scheme: 'EE-IK', value: '50001010017', current: false },
        { scheme: 'EE-IK', value: '60001019906', current: true },
      ],
      familyName: 'Tamm',
      givenName: 'Mari',
      dateOfBirth: '2000-01-01',
      citizenship: ['EST'],
      maritalStatus: 'SINGLE',
    },
    residence: {
      type: 'permanent',
      address: { fullAddress: 'Sadama 3-5, 10111 Tallinn', adminUnitL1: 'EE' },
      startDate: '2024-03-01',
    },
    ...content,
  },
  ...given,
});
const family = (...members: Record<string, unknown>[]): PrefillSource => ({
  ...residence(),
  evidenceId: FAMILY_ID,
  evidenceType: 'family-composition',
  document: { evidenceId: FAMILY_ID, subject: { familyName: 'Tamm' }, household: { members } },
});
const child = (givenName: string) => ({
  relationship: 'CHILD',
  familyName: 'Tamm',
  givenName,
  dateOfBirth: '2020-05-05',
});

const fill = (...sources: PrefillSource[]): FilledForm => prefill(definition, mappings, sources);
const fieldOf = (form: FilledForm, name: string) => form.fields.find((field) => field.name === name)!;
const valuesOf = (form: FilledForm) =>
  Object.fromEntries(form.fields.flatMap((field) => (field.state === 'filled' ? [[field.name, field.value]] : [])));

describe("given Mari Tamm's residence in Tallinn and her children", () => {
  const sources = [residence(), family({ relationship: 'SPOUSE', givenName: 'Jaan' }, child('Eva'), child('Uku'))];
  const filled = fill(...sources);

  it('then the notice of move to Finland is filled from it', () => {
    expect(valuesOf(filled)).toEqual({
      foreignPersonalCode: '60001019906',
      familyName: 'Tamm',
      givenNames: 'Mari',
      dateOfBirth: '2000-01-01',
      citizenship: 'EE',
      maritalStatus: '1',
      previousCountry: 'EE',
      previousStreet: 'Sadama 3-5',
      previousPostCode: '10111',
      previousTown: 'Tallinn',
      movedFromSince: '2024-03-01',
      childrenMovingAlong: [
        { familyName: 'Tamm', givenNames: 'Eva', dateOfBirth: '2020-05-05' },
        { familyName: 'Tamm', givenNames: 'Uku', dateOfBirth: '2020-05-05' },
      ],
    });
    expect(filled).toMatchObject({
      form: 'fi-move-notice',
      formVersion: '1.0',
      mappings: ['residence-to-fi-move-notice@1.0', 'family-to-fi-move-notice@1.0'],
    });
  });

  it('then every value says where it comes from', () => {
    expect(fieldOf(filled, 'citizenship')).toEqual({
      name: 'citizenship',
      state: 'filled',
      value: 'EE',
      origin: 'evidence',
      sourceEvidenceId: RESIDENCE_ID,
      sourcePath: '/subject/citizenship/0',
      usedPaths: ['/subject/citizenship/0'],
      provider: 'Population Register of Estonia (simulated)',
      retrievedAt: '2026-11-23T10:00:00.000Z',
      transform: 'alpha2',
      confidence: 'mapped',
      editable: 'locked-with-dispute',
      legalBasis: 'GDPR-6-1-e urn:x:agreement 11-15',
    });
    expect(fieldOf(filled, 'previousStreet')).toMatchObject({
      sourcePath: '/residence/address/fullAddress',
      transform: 'split:street',
      confidence: 'approx',
    });
    expect(fieldOf(filled, 'childrenMovingAlong')).toMatchObject({
      sourceEvidenceId: FAMILY_ID,
      sourcePath: '/household/members',
      confidence: 'exact',
    });
  });

  it('then every source path leads to a value of its evidence', () => {
    for (const field of filled.fields) {
      if (field.state !== 'filled') continue;
      const { document } = sources.find(({ evidenceId }) => evidenceId === field.sourceEvidenceId)!;
      expect(pathsOf(document)).toEqual(expect.arrayContaining([...field.usedPaths]));
    }
  });

  it('then what only the person can say is left to the person', () => {
    for (const name of ['newStreet', 'newPostCode', 'newTown', 'movingDate']) {
      expect(fieldOf(filled, name)).toMatchObject({ state: 'unfilled', reason: 'no-mapping' });
    }
  });

  it('then the e-service takes the values', () => {
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const accepts = ajv.compile(jsonSchemaOf(definition));
    const byHand = {
      newStreet: 'Mannerheimintie 1',
      newPostCode: '00100',
      newTown: 'Helsinki',
      movingDate: '2026-12-01',
    };

    expect(accepts({ ...valuesOf(filled), ...byHand })).toBe(true);
    expect(accepts(valuesOf(filled))).toBe(false);
  });

  it('then what no field took is named, and only that', () => {
    expect(unusedPaths(filled, sources)).toEqual([
      {
        evidenceId: RESIDENCE_ID,
        paths: [
          '/subject/identifiers/0/scheme',
          '/subject/identifiers/0/value',
          '/subject/identifiers/0/current',
          '/subject/identifiers/1/scheme',
          '/subject/identifiers/1/current',
          '/residence/type',
        ],
      },
      {
        evidenceId: FAMILY_ID,
        paths: [
          '/subject/familyName',
          '/household/members/0/relationship',
          '/household/members/0/givenName',
          '/household/members/1/relationship',
          '/household/members/2/relationship',
        ],
      },
    ]);
  });

  it('when the person rejects a value, then it was not used', () => {
    const answered = withUserAction(filled, 'movedFromSince', { action: 'rejected' });

    expect(unusedPaths(answered, sources)[0]!.paths).toContain('/residence/startDate');
  });

  it('when the person changes a value, then both stand', () => {
    const answered = withUserAction(filled, 'previousTown', { action: 'changed', value: 'Tartu', reason: 'moved' });

    expect(fieldOf(answered, 'previousTown')).toMatchObject({
      value: 'Tallinn',
      userAction: { action: 'changed', value: 'Tartu' },
    });
    expect((fieldOf(filled, 'previousTown') as FieldWithValue).userAction).toBeUndefined();
  });

  it('when a value is locked, or there is none, then it cannot be changed here', () => {
    const change = { action: 'changed', value: 'Kask' } as const;

    expect(() => withUserAction(filled, 'familyName', change)).toThrow(ActionNotPossible);
    expect(() => withUserAction(filled, 'newTown', { action: 'accepted' })).toThrow(ActionNotPossible);
    expect(() => withUserAction(filled, 'nothing', { action: 'accepted' })).toThrow(ActionNotPossible);
  });
});

describe('given evidence that says less', () => {
  it('when none arrived, then every mapped field says so', () => {
    expect(fieldOf(fill(), 'familyName')).toMatchObject({ state: 'unfilled', reason: 'no-evidence' });
    expect(fieldOf(fill(residence()), 'childrenMovingAlong')).toMatchObject({ reason: 'no-evidence' });
  });

  it('when the register has nothing there, then the field says so', () => {
    const filled = fill(residence({}, { subject: {} }), family({ relationship: 'SPOUSE', givenName: 'Jaan' }));

    expect(fieldOf(filled, 'maritalStatus')).toMatchObject({ state: 'unfilled', reason: 'not-on-record' });
    expect(fieldOf(filled, 'childrenMovingAlong')).toMatchObject({ state: 'unfilled', reason: 'not-on-record' });
  });

  it.each([['/subject/citizenship'], ['/subject'], ['/subject/citizenship/0']])(
    'when the provider held %s back, then the field says so',
    (omitted) => {
      const filled = fill(residence({ omittedPaths: [omitted] }, { subject: {} }));

      expect(fieldOf(filled, 'citizenship')).toMatchObject({ state: 'unfilled', reason: 'not-shared' });
    },
  );

  it('when a code has no counterpart, then the field says so without showing it', () => {
    const filled = fill(residence({}, { subject: { maritalStatus: 'COHABITING', citizenship: ['Atlantis'] } }));

    for (const name of ['maritalStatus', 'citizenship']) {
      expect(fieldOf(filled, name)).toMatchObject({ state: 'unfilled', reason: 'unmapped' });
      expect(JSON.stringify(fieldOf(filled, name))).not.toMatch(/COHABITING|Atlantis/);
    }
  });

  it('when the address has elements of its own, then nothing is guessed', () => {
    const address = { fullAddress: 'Sadama 3-5, 10111 Tallinn', thoroughfare: 'Sadama', locatorDesignator: '3-5' };
    const filled = fill(residence({}, { residence: { address } }));

    expect(fieldOf(filled, 'previousStreet')).toMatchObject({
      value: 'Sadama 3-5',
      sourcePath: '/residence/address',
      usedPaths: ['/residence/address/thoroughfare', '/residence/address/locatorDesignator'],
      confidence: 'mapped',
    });
    expect(fieldOf(filled, 'previousTown')).toMatchObject({ value: 'Tallinn', confidence: 'approx' });
  });

  it('when a register calls no identifier the current one, then the first is taken', () => {
    const identifiers = [{ scheme: 'EE-IK', value: '60001019906' }];

    expect(valuesOf(fill(residence({}, { subject: { identifiers } })))).toEqual(
      expect.objectContaining({ foreignPersonalCode: '60001019906' }),
    );
  });
});

describe('given two residences of one person', () => {
  const second = (familyName: string) =>
    residence(
      { evidenceId: FAMILY_ID, provider: 'Population Register of Latvia (simulated)' },
      { evidenceId: FAMILY_ID, subject: { familyName } },
    );

  it('when they agree, then the value stands', () => {
    expect(fieldOf(fill(residence(), second('Tamm')), 'familyName')).toMatchObject({ state: 'filled', value: 'Tamm' });
  });

  it('when they disagree, then neither is chosen and neither counts as used', () => {
    const sources = [residence(), second('Tamme')];
    const filled = fill(...sources);
    const field = fieldOf(filled, 'familyName');

    expect(field).toMatchObject({ state: 'conflict', candidates: [{ value: 'Tamm' }, { value: 'Tamme' }] });
    expect(unusedPaths(filled, sources).map(({ paths }) => paths.includes('/subject/familyName'))).toEqual([
      true,
      true,
    ]);
  });
});
