import type { DataService, EvidenceTypeList, Requirement } from '@oots/directory';
import { type Agent, EDM_2_0, EDM_BACKGROUND_0_1, unregisteredScheme } from '@oots/edm';
import { uuid } from '@oots/edm/testing';
import { EVIDENCE_MODELS, type EvidenceModelName } from '@oots/evidence';

/** The country under test, and the one a test plays. */
export const TESTLAND = 'IS';
export const NEIGHBOUR = 'LI';
/** Has keys in the trust list and no business with either. */
export const THIRD_COUNTRY = 'MT';

const REPOSITORY = 'https://sr.oots.tech.ec.europa.eu';

/** Evidence types of the test countries, and the procedures that ask for what they prove. */
const CATALOGUE = {
  residence: ['V1', 'S1'],
  'family-composition': ['V1', 'R1'],
  'tertiary-education-completion': ['T3'],
} as const satisfies Partial<Record<EvidenceModelName, readonly string[]>>;

export type TestEvidenceType = keyof typeof CATALOGUE;
export const EVIDENCE_TYPES = Object.keys(CATALOGUE) as readonly TestEvidenceType[];

const numberOf = (evidenceType: TestEvidenceType): number => EVIDENCE_TYPES.indexOf(evidenceType) + 1;
const numberIn = (country: string, evidenceType: TestEvidenceType): number =>
  (country.charCodeAt(0) << 8) + numberOf(evidenceType);

export function accessPointOf(country: string) {
  return { scheme: unregisteredScheme(country), value: `AP_${country}_01` };
}

/** The authority that asks, in a country. */
export function authorityOf(country: string): Agent {
  return {
    identifier: { scheme: unregisteredScheme(country), value: `${country}-AUTHORITY` },
    names: [{ lang: 'EN', text: `Residents office of ${country} (test country)` }],
    country,
    classification: 'ER',
  };
}

/** The authority that hands out evidence, in a country. */
export function publisherOf(country: string): Agent {
  return {
    identifier: { scheme: unregisteredScheme(country), value: `${country}-REGISTERS` },
    names: [{ lang: 'EN', text: `Registers of ${country} (test country)` }],
    country,
    classification: 'EP',
  };
}

export function requirementOf(evidenceType: TestEvidenceType): Requirement {
  return {
    identifier: `${REPOSITORY}/requirements/${uuid(0xa0 + numberOf(evidenceType))}`,
    names: [{ lang: 'EN', text: `Proof of ${evidenceType}` }],
    procedures: CATALOGUE[evidenceType],
  };
}

export function classificationOf(country: string, evidenceType: TestEvidenceType): string {
  return `${REPOSITORY}/evidencetypeclassifications/${country}/${uuid(numberIn(country, evidenceType))}`;
}

export function serviceOf(country: string, evidenceType: TestEvidenceType): DataService {
  return {
    identifier: uuid(0xd0000 + numberIn(country, evidenceType)),
    classification: classificationOf(country, evidenceType),
    titles: [{ lang: 'EN', text: `Extract on ${evidenceType}` }],
    distributions: [
      { format: 'application/json', languages: ['EN'], conformsTo: EVIDENCE_MODELS[evidenceType].conformsTo },
      { format: 'image/svg+xml', languages: ['EN'] },
    ],
    publisher: publisherOf(country),
    accessPoint: accessPointOf(country),
    conformsTo: [EDM_2_0, EDM_BACKGROUND_0_1],
    levelOfAssurance: 'Substantial',
  };
}

export function evidenceTypeListOf(country: string, evidenceType: TestEvidenceType): EvidenceTypeList {
  const titles = [{ lang: 'EN', text: `Extract on ${evidenceType}` }];
  return {
    identifier: uuid(0xe0000 + numberIn(country, evidenceType)),
    names: titles,
    country,
    requirement: requirementOf(evidenceType).identifier,
    evidenceTypes: [{ classification: classificationOf(country, evidenceType), titles }],
  };
}
