import type { Requirement } from '@oots/directory';
import { TEST_PROCEDURE } from '@oots/edm';
import type { EvidenceModelName } from '@oots/evidence';
import { requirementIdentifier } from './identifiers.js';

/** What may have to be proved, by the evidence model that proves it: one catalogue for all six countries. */
const CATALOGUE: Readonly<
  Record<EvidenceModelName, { readonly name: string; readonly procedures: readonly string[] }>
> = {
  residence: { name: 'Proof of residence', procedures: ['S1', 'V1'] },
  'family-composition': { name: 'Proof of family composition', procedures: ['V1'] },
  birth: { name: 'Proof of registration of birth', procedures: ['R1'] },
  'secondary-education-completion': {
    name: 'Proof of secondary education diploma or certificate',
    procedures: ['T2', 'T1'],
  },
  'tertiary-education-completion': { name: 'Proof of tertiary education diploma or degree', procedures: ['T2', 'T3'] },
  'income-summary': { name: 'Proof of income', procedures: ['U2', 'T1', 'U4'] },
  'legal-entity-extract': { name: 'Proof of registration of a legal entity', procedures: ['X1'] },
  'vehicle-registration': { name: 'Proof of vehicle registration', procedures: ['V2'] },
  'insurance-periods': { name: 'Proof of pension insurance periods', procedures: ['W1', 'W2', 'U1'] },
  'system-check': { name: 'System check', procedures: [TEST_PROCEDURE] },
};

/** @returns the requirement that an evidence model proves, the same in every country */
export function requirementProvedBy(evidenceType: EvidenceModelName): Requirement {
  const { name, procedures } = CATALOGUE[evidenceType];
  return { identifier: requirementIdentifier(evidenceType), names: [{ lang: 'EN', text: name }], procedures };
}

/** Every requirement of the catalogue. */
export const REQUIREMENTS: readonly Requirement[] = (Object.keys(CATALOGUE) as EvidenceModelName[]).map(
  requirementProvedBy,
);
