import { type LocalisedText, type OrganisationIdentifier, UUID_SHAPE } from '@oots/edm';
import {
  isOrganisationScheme,
  isProcedure,
  LANGUAGES,
  MEDIA_TYPES,
  OOTS_COUNTRIES,
  STRUCTURED_MEDIA_TYPES,
} from '@oots/edm/code-lists';
import type { Distribution, ProviderClassification } from '../declaration.js';
import type { ObjectKind, RegisteredObject, RegisteredValues } from './registered-object.js';
import { RegistrationRefusal } from './registration-refusal.js';

/** What holds for a value, under the id of the rule, or the element where only the schema asks for it. */
interface ValueRule<Value> {
  readonly rule: string;
  readonly holds: (value: Value) => boolean;
}

const REPOSITORY = '^https://sr\\.oots\\.tech(\\.ec)?\\.europa\\.eu';
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** The second group is the country. */
const EVIDENCE_TYPE = new RegExp(`${REPOSITORY}/evidencetypeclassifications/([A-Z]{2})/${UUID}$`);
const REQUIREMENT = new RegExp(`${REPOSITORY}/requirements/${UUID}$`);

/** @returns the country whose evidence type it is, `FI`; undefined when it is no evidence type */
export function countryOfClassification(classification: string): string | undefined {
  return EVIDENCE_TYPE.exec(classification)?.[2];
}

/**
 * What is asked of the value of each kind, as far as the 2.0 form keeps the rules of the 1.0 submissions: the Semantic
 * Repository has both of its host names, and access services name any specification.
 */
const RULES: { readonly [Kind in ObjectKind]: readonly ValueRule<RegisteredValues[Kind]>[] } = {
  EvidenceType: [
    { rule: 'R-EB-SUB-C001', holds: ({ classification }) => EVIDENCE_TYPE.test(classification) },
    { rule: 'R-EB-SUB-C003', holds: ({ titles }) => named(titles) },
  ],
  EvidenceTypeList: [
    { rule: 'R-EB-SUB-C007', holds: ({ identifier }) => UUID_SHAPE.test(identifier) },
    { rule: 'R-EB-SUB-C011', holds: ({ names }) => names.every(inLanguage) },
    { rule: 'R-EB-SUB-C006', holds: ({ country }) => OOTS_COUNTRIES.has(country) },
  ],
  Requirement: [
    { rule: 'R-EB-SUB-C012', holds: ({ identifier }) => REQUIREMENT.test(identifier) },
    { rule: 'R-EB-SUB-C014', holds: ({ names }) => named(names) },
  ],
  ReferenceFramework: [
    { rule: 'R-EB-SUB-C015', holds: ({ identifier }) => UUID_SHAPE.test(identifier) },
    { rule: 'R-EB-SUB-C020', holds: ({ country }) => OOTS_COUNTRIES.has(country) },
    { rule: 'R-EB-SUB-C023', holds: ({ procedure }) => isProcedure(procedure) },
  ],
  DataServiceEvidenceType: [
    { rule: 'R-DSD-SUB-C001', holds: ({ identifier }) => UUID_SHAPE.test(identifier) },
    { rule: 'R-DSD-SUB-C002', holds: ({ classification }) => EVIDENCE_TYPE.test(classification) },
    { rule: 'R-DSD-SUB-C004', holds: ({ titles }) => named(titles) },
    { rule: 'R-DSD-SUB-C007', holds: ({ distributions }) => distributions.length > 0 && distributions.every(known) },
    { rule: 'R-DSD-SUB-C038', holds: ({ distributions }) => distributions.every(describesItsData) },
    { rule: 'R-DSD-SUB-C010', holds: ({ classifications = [] }) => classifications.every(asks) },
  ],
  EvidenceProvider: [
    { rule: 'R-DSD-SUB-C020', holds: ({ accessPoint }) => identified(accessPoint) },
    { rule: 'R-DSD-SUB-C023', holds: ({ conformsTo }) => conformsTo.length > 0 && conformsTo.every(isText) },
    { rule: 'R-DSD-SUB-C024', holds: ({ publisher }) => identified(publisher.identifier) },
    { rule: 'sdg:Publisher/sdg:Name', holds: ({ publisher }) => named(publisher.names) },
    { rule: 'R-DSD-SUB-C026', holds: ({ publisher }) => OOTS_COUNTRIES.has(publisher.country ?? '') },
    { rule: 'R-DSD-SUB-C031', holds: ({ classifications = [] }) => classifications.every(asks) },
    { rule: 'R-DSD-SUB-C036', holds: ({ classifications = [] }) => classifications.every(answers) },
  ],
};

/** @throws {RegistrationRefusal} `LCM:ERR:0001` with the first rule that the object breaks */
export function requireConformance(object: RegisteredObject): void {
  const rules: readonly ValueRule<never>[] = RULES[object.kind];
  const broken = rules.find(({ holds }) => !holds(object.value as never));
  if (broken !== undefined) throw RegistrationRefusal.object(`${broken.rule}: ${object.kind} ${object.id}`);
}

function named(texts: readonly LocalisedText[]): boolean {
  return texts.length > 0 && texts.every(inLanguage);
}

function inLanguage({ lang, text }: LocalisedText): boolean {
  return LANGUAGES.has(lang) && text !== '';
}

function isText(text: string): boolean {
  return text !== '';
}

function identified({ scheme, value }: OrganisationIdentifier): boolean {
  return isOrganisationScheme(scheme) && value !== '';
}

function known({ format, languages }: Distribution): boolean {
  return MEDIA_TYPES.has(format) && languages.every((language) => LANGUAGES.has(language));
}

function describesItsData({ format, conformsTo }: Distribution): boolean {
  return conformsTo !== undefined || !STRUCTURED_MEDIA_TYPES.has(format);
}

function asks({ identifier, descriptions }: ProviderClassification): boolean {
  return UUID_SHAPE.test(identifier) && named(descriptions);
}

function answers({ values }: ProviderClassification): boolean {
  return values.length > 0 && values.every(isText);
}
