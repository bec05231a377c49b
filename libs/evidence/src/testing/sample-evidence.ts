import type { EvidenceDocument } from '../envelope.js';
import type { EvidenceBody, EvidenceModelName } from '../evidence-model.js';
import { type EvidenceIssue, issueEvidence } from '../issue-evidence.js';

const person = {
  identifiers: [{ scheme: 'EE-IK' as const, value: '60001019906', current: true }],
  familyName: 'Tamm',
  givenName: 'Mari',
  dateOfBirth: '2000-01-01',
};
const authority = { scheme: '0191', id: '70000562', name: 'Siseministeerium' };

/** One small body of every model; persons on published test numbers. */
export const SAMPLE_BODIES: { readonly [Name in EvidenceModelName]: EvidenceBody<Name> } = {
  residence: {
    subject: { ...person, sex: 'FEMALE', citizenship: ['EE'], maritalStatus: 'SINGLE' },
    residence: {
      type: 'permanent',
      address: {
        fullAddress: 'Sadama 3-5, 10111 Tallinn',
        thoroughfare: 'Sadama',
        locatorDesignator: '3-5',
        postCode: '10111',
        postName: 'Tallinn',
        adminUnitL1: 'EE',
        adminUnitL2: 'EE00',
      },
      startDate: '2024-03-01',
    },
  },
  'family-composition': {
    subject: person,
    household: {
      members: [
        { relationship: 'CHILD', familyName: 'Tamm', givenName: 'Liis', dateOfBirth: '2021-05-12', custody: 'SOLE' },
      ],
    },
  },
  birth: {
    birth: {
      child: {
        familyName: 'Petrauskaite',
        givenName: 'Nida',
        dateOfBirth: '2026-10-30',
        sex: 'FEMALE',
        placeOfBirth: { geographicName: 'Bergen', adminUnitL1: 'NO', adminUnitL2: 'NO0A' },
        identifiers: [{ scheme: 'NO-FNR', value: '30902660085' }],
        citizenship: ['LT'],
      },
      registration: {
        date: '2026-11-03',
        number: '2026/118',
        authority: { scheme: '0192', id: '974761076', name: 'Skatteetaten' },
      },
      parents: [
        {
          role: 'PARENT',
          familyName: 'Petrauskas',
          givenName: 'Tomas',
          identifiers: [{ scheme: 'LT-AK', value: '50001018865' }],
        },
      ],
    },
  },
  'secondary-education-completion': {
    learner: person,
    qualification: {
      title: [{ lang: 'et', text: 'Gümnaasiumi lõputunnistus' }],
      level: { eqf: 4 },
      awardedDate: '2018-06-15',
      language: ['et'],
    },
    issuingInstitution: {
      identifiers: [{ scheme: 'EE-EHIS', value: '90011' }],
      name: [{ lang: 'et', text: 'Näidisgümnaasium' }],
    },
  },
  'tertiary-education-completion': {
    learner: {
      identifiers: [{ scheme: 'NO-FNR', value: '10915596784' }],
      familyName: 'Berg',
      givenName: 'Olav',
      dateOfBirth: '1955-11-10',
    },
    qualification: {
      title: [
        { lang: 'nb', text: 'Master i biologi' },
        { lang: 'en', text: 'MSc Biology' },
      ],
      level: { eqf: 7, isced2011: '7', nqf: { scheme: 'NO-NKR', value: '7' } },
      field: '0511',
      awardedDate: '2019-06-15',
      language: ['nb'],
      totalCredits: { scheme: 'ECTS', value: 120 },
    },
    issuingInstitution: {
      identifiers: [{ scheme: '0192', value: '971035854' }],
      name: [{ lang: 'nb', text: 'Universitetet i Oslo' }],
    },
    results: [{ title: 'Mykologi', credits: 10, grade: 'A', gradingScheme: 'NO-A-F', status: 'passed' }],
    revoked: { value: false },
  },
  'income-summary': {
    subject: { identifiers: [{ scheme: 'NO-FNR', value: '10915596784' }] },
    taxResidence: { country: 'NO', municipality: '4601' },
    period: { from: '2026-08-01', to: '2026-09-30' },
    incomes: [
      {
        type: 'wage',
        gross: { amount: 52000, currency: 'NOK' },
        withholding: { amount: 13250, currency: 'NOK' },
        payer: { scheme: '0192', id: '310000097', name: 'Fjordlys AS' },
      },
      { type: 'pension', gross: { amount: 9000, currency: 'NOK' } },
    ],
    assessment: { status: 'provisional' },
  },
  'legal-entity-extract': {
    legalEntity: {
      identifiers: [{ scheme: '0191', value: '19999992' }],
      legalName: { lang: 'et', text: 'Näide OÜ' },
      legalFormType: { scheme: 'EE', code: 'OÜ' },
      status: 'active',
      statusDate: '2018-05-04',
      registrationDate: '2018-05-04',
      registeredAddress: { fullAddress: 'Kauba 7, 10115 Tallinn', adminUnitL1: 'EE' },
      activities: [{ nace: '4711', isMain: true }],
    },
    representatives: [
      {
        identifiers: [{ scheme: 'EE-IK', value: '39901012239' }],
        familyName: 'Kask',
        givenName: 'Jaan',
        scope: 'ALONE',
        from: '2018-05-04',
      },
    ],
    vat: { number: 'EE999999992' },
  },
  'vehicle-registration': {
    registration: { number: 'ABC 12D', firstDate: '2019-04-02', date: '2019-04-02', restrictions: [] },
    vehicle: { vin: 'YV1ZZ12B0K1234567', make: 'VOLVO', type: 'V60', category: 'M1' },
    technical: {
      fuel: 'PETROL',
      massInService: 1650,
      powerKw: 140,
      co2: 145,
      mileage: { value: 98200, date: '2026-10-11' },
    },
    inspection: { validUntil: '2027-03-31' },
  },
  'insurance-periods': {
    subject: person,
    periods: [
      {
        from: '2020-01-01',
        to: '2022-06-30',
        type: 'employment',
        employer: { scheme: '0191', id: '19999992', name: 'Näide OÜ' },
        incomeBase: { amount: 18400, currency: 'EUR' },
      },
    ],
    statement: { amount: 312.5, currency: 'EUR', calculatedOn: '2026-10-01' },
  },
  'system-check': {
    systemCheck: { country: 'EE', operator: { ...authority }, result: 'answered' },
  },
};

/** How the samples are issued. */
export const SAMPLE_ISSUE: EvidenceIssue = {
  classification:
    'https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/EE/0b9b9d9e-7a1e-4a3e-9a3b-6c2e55c9a101',
  issuedAt: new Date('2026-11-18T08:03:11Z'),
  provider: authority,
  language: 'et',
  validFrom: '2024-03-01',
};

/** @returns one small evidence of a model, conforming to it */
export function sampleEvidence(name: EvidenceModelName, issue: Partial<EvidenceIssue> = {}): EvidenceDocument {
  return issueEvidence(name, SAMPLE_BODIES[name], { ...SAMPLE_ISSUE, ...issue });
}
