import type { CodeList } from '../code-lists/code-list.js';
import { isOrganisationScheme } from '../code-lists/identifier-schemes.js';
import { OOTS_COUNTRIES } from '../code-lists/countries.js';
import { expandedName, NAMESPACES, type Prefix, type PrefixedName } from '../xml/namespaces.js';
import type { XmlElement } from '../xml/xml-element.js';

/** What a rule can ask of an element. */
export interface Condition {
  (element: XmlElement): boolean;
  /** What an element looks like of which it is so, in a few words that quote no message. */
  readonly expects?: string;
}

/** @param expects in the form `one of ER, IP` or `an id` */
export function expecting(expects: string, holds: (element: XmlElement) => boolean): Condition {
  return Object.assign((element: XmlElement) => holds(element), { expects });
}

const oneOf = (texts: readonly string[]) => (texts.length === 1 ? String(texts[0]) : `one of ${texts.join(', ')}`);

/** Lists that a person can take in are spelled out. */
const codeOf = ({ name, codes }: CodeList) => (codes.length <= 12 ? oneOf(codes) : `a code of ${name}`);

/** Codes and literals are compared as they stand: official rules take white space around a code for a part of it. */
export const textIn = (codes: CodeList): Condition =>
  expecting(codeOf(codes), (element) => codes.has(element.exactText));

export const textIs = (...texts: readonly string[]): Condition =>
  expecting(oneOf(texts), (element) => texts.includes(element.exactText));

export const textLike = (shape: RegExp): Condition => expecting(formOf(shape), (element) => shape.test(element.text));

export const hasAttribute = (name: PrefixedName): Condition =>
  expecting(`the attribute ${name}`, (element) => element.attribute(name) !== undefined);

export const attributeFilled = (name: PrefixedName): Condition =>
  expecting(`the attribute ${name}, not empty`, (element) => (element.attribute(name) ?? '').trim() !== '');

export const attributeIs = (name: PrefixedName, ...values: readonly string[]): Condition =>
  expecting(`the attribute ${name}: ${oneOf(values)}`, (element) => values.includes(element.attribute(name) ?? ''));

export const attributeLike = (name: PrefixedName, shape: RegExp): Condition =>
  expecting(`the attribute ${name}: ${formOf(shape)}`, (element) => shape.test((element.attribute(name) ?? '').trim()));

export const attributeIn = (name: PrefixedName, codes: CodeList): Condition =>
  expecting(`the attribute ${name}: ${codeOf(codes)}`, (element) => codes.has(element.attribute(name) ?? ''));

export const inNamespace = (prefix: Prefix): Condition =>
  expecting(
    `the namespace ${NAMESPACES[prefix]}`,
    (element) => element.expandedName === expandedName(NAMESPACES[prefix], element.local),
  );

/** At least one child of that name. */
export const holds = (name: PrefixedName): Condition =>
  expecting(`a ${name} inside`, (element) => element.first(name) !== undefined);

/** A child of that name that is not empty. */
export const filled = (name: PrefixedName): Condition =>
  expecting(`a ${name} inside, not empty`, (element) => (element.first(name)?.text ?? '') !== '');

export const exactlyOne = (name: PrefixedName): Condition =>
  expecting(`exactly one ${name} inside`, (element) => element.all(name).length === 1);

export const onlyChildren = (...names: readonly PrefixedName[]): Condition =>
  expecting(`nothing inside but ${names.join(', ')}`, (element) =>
    element.children.every((child) => names.some((name) => child.is(name))),
  );

/** `xsi:type` by local name, whatever prefix the sender uses. */
export const typed = (...types: readonly string[]): Condition =>
  expecting(
    `xsi:type ${oneOf(types)}`,
    (element) => element.typeName !== undefined && types.includes(element.typeName),
  );

export function slotsNamed(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.all('rim:Slot').filter((slot) => names.includes(slot.attribute('name') ?? ''));
}

export const oneSlot = (name: string): Condition =>
  expecting(`exactly one slot ${name}`, (element) => slotsNamed(element, name).length === 1);

/** The slot value is the literal of the line. */
export const specifies = (specification: string): Condition =>
  expecting(specification, (value) => value.first('rim:Value')?.exactText === specification);

export const not = (condition: Condition): Condition => {
  const holdsNot = (element: XmlElement) => !condition(element);
  return condition.expects === undefined ? holdsNot : expecting(`not ${condition.expects}`, holdsNot);
};

export const both = (...conditions: readonly Condition[]): Condition => {
  const all = (element: XmlElement) => conditions.every((condition) => condition(element));
  const expected = conditions.flatMap(({ expects }) => expects ?? []);
  return expected.length < conditions.length ? all : expecting(expected.join(', and '), all);
};

/** `sdg:Identifier`, `eb:PartyId`: the scheme is one of the two forms, the value is not overlong. */
export const organisation =
  (schemeAttribute: 'schemeID' | 'type'): Condition =>
  (element) =>
    isOrganisationScheme(element.attribute(schemeAttribute) ?? '') && element.text.length < 256;

const UUID = '[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}';
const LOWER_UUID = '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}';
/** The Semantic Repository, in production or in an environment named by an infix. */
const REPOSITORY = String.raw`https://sr(\.[a-zA-Z]+)?\.oots\.tech\.ec\.europa\.eu`;

export const SHAPES = {
  uuid: new RegExp(`^${UUID}$`),
  /** Official rules leave the start open: `urn:uuid:` may precede. */
  endsWithUuid: new RegExp(`${UUID}$`),
  urnUuid: new RegExp(`^urn:uuid:${UUID}$`),
  dateTime: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  /** A time zone may follow. */
  dateStart: /^\d{4}-\d{2}-\d{2}/,
  /** 1.0 lets anything stand around it. */
  dateInside: /\d{4}-\d{2}-\d{2}/,
  https: /^https:\/\//i,
  cid: /^cid:[^@]+@[^@]+$/,
  nuts: /^[A-Z]{2}[A-Z0-9]{0,3}$/,
  requirement: new RegExp(`^${REPOSITORY}/requirements/${LOWER_UUID}$`),
  /** 1.0: the host without `ec`; its samples leave out the `urn:uuid:` that its rule names. */
  requirement10: new RegExp(`^https://sr\\.oots\\.tech\\.europa\\.eu/requirements/(urn:uuid:)?${LOWER_UUID}$`),
  evidenceType: new RegExp(`^${REPOSITORY}/evidencetypeclassifications/([A-Za-z]+)/${LOWER_UUID}$`),
  dataModel: new RegExp(`^${REPOSITORY}/(datamodels|distributions)/`),
  production: /^https:\/\/sr\.oots\.tech\.ec\.europa\.eu\//,
} as const;

const FORMS: ReadonlyMap<RegExp, string> = new Map([
  [SHAPES.uuid, '<UUID>'],
  [SHAPES.endsWithUuid, '<UUID>'],
  [SHAPES.urnUuid, 'urn:uuid:<UUID>'],
  [SHAPES.dateTime, 'YYYY-MM-DDThh:mm:ss'],
  [SHAPES.date, 'YYYY-MM-DD'],
  [SHAPES.dateStart, 'YYYY-MM-DD'],
  [SHAPES.dateInside, 'YYYY-MM-DD'],
  [SHAPES.requirement10, 'https://sr.oots.tech.europa.eu/requirements/<lower-case UUID>'],
  [SHAPES.https, 'https://…'],
  [SHAPES.cid, 'cid:<local>@<domain>'],
  [SHAPES.nuts, 'two upper-case letters and up to three more characters, FI1B1'],
  [SHAPES.requirement, 'https://sr.oots.tech.ec.europa.eu/requirements/<lower-case UUID>'],
  [SHAPES.dataModel, 'https://sr.oots.tech.ec.europa.eu/datamodels/…'],
  [SHAPES.production, 'https://sr.oots.tech.ec.europa.eu/…'],
]);

function formOf(shape: RegExp): string {
  return FORMS.get(shape) ?? `a text of the form ${shape.source}`;
}

const CLASSIFICATION =
  'https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/<country or oots>/<lower-case UUID>';

function classifiesForACountry(classification: string): boolean {
  const country = SHAPES.evidenceType.exec(classification)?.[2];
  return country !== undefined && (country === 'oots' || OOTS_COUNTRIES.has(country));
}

/** The classification names a participating country, or `oots`. */
export const evidenceTypeClassification = expecting(CLASSIFICATION, (element) => classifiesForACountry(element.text));

/** The same without white space around it, as R-EDM-REQ-C027 of the 2.0 line compares. */
export const exactEvidenceTypeClassification = expecting(
  `${CLASSIFICATION}, without white space around it`,
  (element) => classifiesForACountry(element.exactText),
);

const EIDAS_IDENTIFIER = new RegExp(`(?:(?:${OOTS_COUNTRIES.codes.join('|')})/){2}\\S{6,256}$`);

/** Asserting country, receiving country and 6 to 256 characters; case and start are left open by the official rule. */
export const eidasIdentifier = expecting('<country>/<country>/<6 to 256 characters>', (element) =>
  EIDAS_IDENTIFIER.test(element.exactText.toUpperCase()),
);
