import type { CountryDeclarations } from '@oots/directory';
import { unregisteredScheme } from '@oots/edm';
import type { CountryProfile } from '../config/country-profile.js';
import {
  accessPointOf,
  authorityOf,
  EVIDENCE_TYPES,
  evidenceTypeListOf,
  NEIGHBOUR,
  requirementOf,
  serviceOf,
  type TestEvidenceType,
  TESTLAND,
} from './test-catalogue.js';
import { POPULATION } from './test-people.js';
import { families, PEOPLE, residences } from './test-register.js';

const asksFor = (...types: TestEvidenceType[]) => types.map((type) => requirementOf(type).identifier);

/** A country that gives evidence of residence and of families, and asks for more. */
export const testland: CountryProfile = {
  country: TESTLAND,
  name: 'Testland',
  languages: ['EN'],
  currency: 'ISK',
  accessPoint: accessPointOf(TESTLAND),
  domain: 'is.oots.example',
  intermediary: {
    identifier: { scheme: unregisteredScheme(TESTLAND), value: `${TESTLAND}-NODE` },
    names: [{ lang: 'EN', text: 'OOTS node of testland' }],
    classification: 'IP',
  },
  procedures: [
    {
      procedure: 'V1',
      authority: authorityOf(TESTLAND),
      requirements: asksFor('residence', 'family-composition'),
      form: 'fi-move-notice',
    },
    { procedure: 'S1', authority: authorityOf(TESTLAND), requirements: asksFor('residence'), form: 'fi-move-notice' },
    { procedure: 'R1', authority: authorityOf(TESTLAND), requirements: asksFor('family-composition') },
    { procedure: 'T3', authority: authorityOf(TESTLAND), requirements: asksFor('tertiary-education-completion') },
  ],
  offers: [
    { service: serviceOf(TESTLAND, 'residence'), register: residences },
    { service: serviceOf(TESTLAND, 'family-composition'), register: families },
  ],
  requirements: EVIDENCE_TYPES.map(requirementOf),
  evidenceTypeLists: [evidenceTypeListOf(TESTLAND, 'residence'), evidenceTypeListOf(TESTLAND, 'family-composition')],
  residenceRegister: residences,
  population: () => [
    { register: PEOPLE, records: POPULATION.map((record) => ({ key: record.key, record: { ...record } })) },
  ],
};

/** What the neighbouring country tells the directories: it has everything. */
export const neighbourDeclarations: CountryDeclarations = {
  country: NEIGHBOUR,
  requirements: EVIDENCE_TYPES.map(requirementOf),
  evidenceTypeLists: EVIDENCE_TYPES.map((type) => evidenceTypeListOf(NEIGHBOUR, type)),
  dataServices: EVIDENCE_TYPES.map((type) => serviceOf(NEIGHBOUR, type)),
};
