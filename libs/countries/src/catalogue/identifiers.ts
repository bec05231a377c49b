import type { EvidenceModelName } from '@oots/evidence';
import { v5 as nameBased } from 'uuid';

/** Namespace of the testbed's catalogue, itself fixed once and for all. */
const CATALOGUE_NAMESPACE = '6f0f3f8e-6a53-5f57-8a25-3d1d1f1c2a90';

const SEMANTIC_REPOSITORY = 'https://sr.oots.tech.ec.europa.eu';

/** @returns lower-case UUID that is the same for the same name, on every machine */
export function catalogueUuid(...name: readonly string[]): string {
  return nameBased(name.join('/'), CATALOGUE_NAMESPACE);
}

/** @param requirement name of the requirement in the catalogue, `residence` */
export function requirementIdentifier(requirement: string): string {
  return `${SEMANTIC_REPOSITORY}/requirements/${catalogueUuid('requirement', requirement)}`;
}

/** @returns the classification of a country's evidence type */
export function classificationOf(country: string, evidenceType: EvidenceModelName): string {
  return `${SEMANTIC_REPOSITORY}/evidencetypeclassifications/${country}/${catalogueUuid('evidence-type', country, evidenceType)}`;
}
