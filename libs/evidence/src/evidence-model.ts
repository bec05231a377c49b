import type Type from 'typebox';
import { Birth } from './models/birth.js';
import { SecondaryEducationCompletion, TertiaryEducationCompletion } from './models/education.js';
import { FamilyComposition } from './models/family-composition.js';
import { IncomeSummary } from './models/income-summary.js';
import { InsurancePeriods } from './models/insurance-periods.js';
import { LegalEntityExtract } from './models/legal-entity-extract.js';
import { Residence } from './models/residence.js';
import { SystemCheck } from './models/system-check.js';
import { VehicleRegistration } from './models/vehicle-registration.js';

/** The body of each evidence model, by the model's name. */
const BODIES = {
  residence: Residence,
  'family-composition': FamilyComposition,
  birth: Birth,
  'secondary-education-completion': SecondaryEducationCompletion,
  'tertiary-education-completion': TertiaryEducationCompletion,
  'income-summary': IncomeSummary,
  'legal-entity-extract': LegalEntityExtract,
  'vehicle-registration': VehicleRegistration,
  'insurance-periods': InsurancePeriods,
  'system-check': SystemCheck,
} as const;

/** Name of an evidence model, `residence`. */
export type EvidenceModelName = keyof typeof BODIES;

/** The TypeScript type of a model's body. */
export type EvidenceBody<Name extends EvidenceModelName> = Type.Static<(typeof BODIES)[Name]>;

/** One structured evidence model: schema, identity, version. */
export interface EvidenceModel {
  readonly name: EvidenceModelName;
  /** `major.minor.patch`; a reader accepts every minor of a major it knows. */
  readonly version: string;
  /** What a person calls it. */
  readonly title: string;
  /** Value of `$schema` in the envelope, `urn:nb-oots2:evidence:residence:1.0`. */
  readonly schemaId: string;
  /** Semantic Repository URL that a distribution declares. */
  readonly conformsTo: string;
  /** JSON Schema of the body, draft 2020-12. */
  readonly body: Type.TObject;
}

const VERSION = '1.0.0';

function model(name: EvidenceModelName): EvidenceModel {
  const body: Type.TObject = BODIES[name];
  return Object.freeze({
    name,
    version: VERSION,
    title: (body as { readonly title?: string }).title ?? name,
    schemaId: `urn:nb-oots2:evidence:${name}:1.0`,
    conformsTo: `https://sr.oots.tech.ec.europa.eu/datamodels/${name}-${VERSION}`,
    body,
  });
}

/** Every evidence model, by name. */
export const EVIDENCE_MODELS: Readonly<Record<EvidenceModelName, EvidenceModel>> = Object.freeze({
  residence: model('residence'),
  'family-composition': model('family-composition'),
  birth: model('birth'),
  'secondary-education-completion': model('secondary-education-completion'),
  'tertiary-education-completion': model('tertiary-education-completion'),
  'income-summary': model('income-summary'),
  'legal-entity-extract': model('legal-entity-extract'),
  'vehicle-registration': model('vehicle-registration'),
  'insurance-periods': model('insurance-periods'),
  'system-check': model('system-check'),
});

export function isEvidenceModelName(name: string): name is EvidenceModelName {
  return Object.hasOwn(EVIDENCE_MODELS, name);
}

/** @param conformsTo Semantic Repository URL of a distribution */
export function modelConformingTo(conformsTo: string): EvidenceModel | undefined {
  return Object.values(EVIDENCE_MODELS).find((candidate) => candidate.conformsTo === conformsTo);
}
