import { EVIDENCE_MODELS, type EvidenceModelName } from './evidence-model.js';
import { fieldAt, fieldCatalogueOf, modelKnows } from './field-catalogue.js';
import { pathsOf } from './paths.js';
import { sampleEvidence } from './testing/index.js';

const MODELS = Object.keys(EVIDENCE_MODELS) as EvidenceModelName[];
const pathsIn = (model: EvidenceModelName) => fieldCatalogueOf(model).map(({ path }) => path);

describe('the catalogue of residence', () => {
  it('has the fields of the model, in its order', () => {
    expect(pathsIn('residence')).toEqual([
      '/subject/identifiers/*/scheme',
      '/subject/identifiers/*/value',
      '/subject/identifiers/*/current',
      '/subject/familyName',
      '/subject/givenName',
      '/subject/birthName',
      '/subject/patronymicName',
      '/subject/dateOfBirth',
      '/subject/sex',
      '/subject/citizenship/*',
      '/subject/maritalStatus',
      '/subject/maritalStatusSourceCode',
      '/residence/type',
      '/residence/address/fullAddress',
      '/residence/address/thoroughfare',
      '/residence/address/locatorDesignator',
      '/residence/address/postCode',
      '/residence/address/postName',
      '/residence/address/adminUnitL1',
      '/residence/address/adminUnitL2',
      '/residence/startDate',
      '/residence/endDate',
      '/household/members/*/relationship',
      '/household/members/*/familyName',
      '/household/members/*/givenName',
      '/household/members/*/dateOfBirth',
      '/household/members/*/identifiers/*/scheme',
      '/household/members/*/identifiers/*/value',
      '/household/members/*/identifiers/*/current',
    ]);
  });

  it('has no field for restrictions on disclosure', () => {
    expect(modelKnows('residence', '/restrictions')).toBe(false);
  });

  it('describes each', () => {
    expect(fieldAt('residence', '/residence/address/adminUnitL1')).toEqual({
      path: '/residence/address/adminUnitL1',
      label: 'Country',
      groups: ['Residence', 'Address'],
      type: 'code',
      cardinality: '1..1',
      codeList: 'ISO 3166-1 alpha-2',
      personal: true,
    });
    expect(fieldAt('residence', '/residence/endDate')).toMatchObject({
      type: 'date',
      cardinality: '0..1',
      note: 'present when no longer resident',
    });
    expect(fieldAt('residence', '/subject/citizenship/1')).toMatchObject({
      path: '/subject/citizenship/*',
      cardinality: '0..*',
    });
    expect(fieldAt('residence', '/subject/identifiers/0/value')).toMatchObject({ label: 'Identifier', type: 'text' });
    expect(fieldAt('residence', '/subject')).toBeUndefined();
  });
});

describe('what a request may ask for', () => {
  it.each([
    '/subject',
    '/subject/identifiers/*',
    '/subject/identifiers/0/value',
    '/household',
    '/subject/citizenship/0',
  ])('is in the model: %s', (pattern) => {
    expect(modelKnows('residence', pattern)).toBe(true);
  });

  it.each([
    '/income',
    '/subject/name',
    '/subject/familyName/x',
    '/subject/identifiers/first',
    '/residence/address/postCode/0',
  ])('is not in the model: %s', (pattern) => {
    expect(modelKnows('residence', pattern)).toBe(false);
  });
});

describe.each(MODELS.map((model) => [model]))('the catalogue of %s', (model) => {
  it('labels every field, each path once', () => {
    const catalogue = fieldCatalogueOf(model);
    expect(new Set(pathsIn(model)).size).toBe(catalogue.length);
    expect(catalogue.filter(({ label }) => !/^[A-Z]/.test(label))).toEqual([]);
  });

  it('knows every path of an evidence', () => {
    for (const path of pathsOf(sampleEvidence(model))) {
      const known = fieldAt(model, path) ?? (modelKnows(model, path) ? path : undefined);
      expect(known).toBeDefined();
    }
  });

  it('says code list for every code', () => {
    for (const { type, codeList } of fieldCatalogueOf(model)) expect(type === 'code').toBe(codeList !== undefined);
  });
});

describe('the fields of the specification', () => {
  it.each<[EvidenceModelName, readonly string[]]>([
    [
      'birth',
      [
        'child/familyName',
        'child/givenNameStatus',
        'child/placeOfBirth/adminUnitL2',
        'child/citizenship/*',
        'registration/number',
        'registration/authority/id',
        'parents/*/role',
        'parents/*/parentalResponsibility',
      ].map((path) => `/birth/${path}`),
    ],
    [
      'tertiary-education-completion',
      [
        '/learner/familyName',
        '/qualification/title/*/lang',
        '/qualification/level/eqf',
        '/qualification/level/nqf/scheme',
        '/qualification/field',
        '/qualification/regulatedProfession',
        '/qualification/totalCredits/value',
        '/issuingInstitution/accreditation/*',
        '/results/*/gradingScheme',
        '/supplement/section/*',
        '/revoked/date',
      ],
    ],
    [
      'income-summary',
      [
        '/taxResidence/municipality',
        '/period/from',
        '/incomes/*/gross/amount',
        '/incomes/*/withholding/amount',
        '/incomes/*/payer/id',
        '/assessment/taxableIncome',
        '/assessment/status',
        '/exchangeRate/rate',
      ],
    ],
    [
      'legal-entity-extract',
      [
        '/legalEntity/legalFormType/code',
        '/legalEntity/statusDate',
        '/legalEntity/activities/*/nace',
        '/legalEntity/shareCapital/amount',
        '/representatives/*/scope',
        '/representatives/*/to',
        '/vat/validFrom',
        '/tax/hasArrears',
        '/insolvency/inProceedings',
      ],
    ],
    [
      'vehicle-registration',
      [
        '/registration/restrictions/*',
        '/vehicle/vin',
        '/vehicle/commercialName',
        '/technical/maxMass',
        '/technical/displacement',
        '/technical/mileage/date',
        '/holder/address/fullAddress',
        '/owner/legalName',
        '/inspection/validUntil',
      ],
    ],
    [
      'insurance-periods',
      ['/periods/*/from', '/periods/*/employer/id', '/periods/*/incomeBase/amount', '/statement/calculatedOn'],
    ],
  ])('stand in the catalogue of %s', (model, paths) => {
    expect(pathsIn(model)).toEqual(expect.arrayContaining([...paths]));
  });
});
