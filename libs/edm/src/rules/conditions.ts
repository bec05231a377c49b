import type { CodeList } from '../code-lists/code-list.js';
import { isOrganisationScheme } from '../code-lists/identifier-schemes.js';
import { OOTS_COUNTRIES } from '../code-lists/countries.js';
import { expandedName, NAMESPACES, type Prefix, type PrefixedName } from '../xml/namespaces.js';
import type { XmlElement } from '../xml/xml-element.js';

/** What a rule can ask of an element. */
export type Condition = (element: XmlElement) => boolean;

export const textIn =
  (codes: CodeList): Condition =>
  (element) =>
    codes.has(element.text);

export const textIs =
  (...texts: readonly string[]): Condition =>
  (element) =>
    texts.includes(element.text);

export const textLike =
  (shape: RegExp): Condition =>
  (element) =>
    shape.test(element.text);

export const hasAttribute =
  (name: PrefixedName): Condition =>
  (element) =>
    element.attribute(name) !== undefined;

export const attributeFilled =
  (name: PrefixedName): Condition =>
  (element) =>
    (element.attribute(name) ?? '').trim() !== '';

export const attributeIs =
  (name: PrefixedName, ...values: readonly string[]): Condition =>
  (element) =>
    values.includes(element.attribute(name) ?? '');

export const attributeLike =
  (name: PrefixedName, shape: RegExp): Condition =>
  (element) =>
    shape.test((element.attribute(name) ?? '').trim());

export const attributeIn =
  (name: PrefixedName, codes: CodeList): Condition =>
  (element) =>
    codes.has(element.attribute(name) ?? '');

export const inNamespace =
  (prefix: Prefix): Condition =>
  (element) =>
    element.expandedName === expandedName(NAMESPACES[prefix], element.local);

/** At least one child of that name. */
export const holds =
  (name: PrefixedName): Condition =>
  (element) =>
    element.first(name) !== undefined;

/** A child of that name that is not empty. */
export const filled =
  (name: PrefixedName): Condition =>
  (element) =>
    (element.first(name)?.text ?? '') !== '';

export const exactlyOne =
  (name: PrefixedName): Condition =>
  (element) =>
    element.all(name).length === 1;

export const onlyChildren =
  (...names: readonly PrefixedName[]): Condition =>
  (element) =>
    element.children.every((child) => names.some((name) => child.is(name)));

/** `xsi:type` by local name, whatever prefix the sender uses. */
export const typed =
  (...types: readonly string[]): Condition =>
  (element) =>
    element.typeName !== undefined && types.includes(element.typeName);

export function slotsNamed(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.all('rim:Slot').filter((slot) => names.includes(slot.attribute('name') ?? ''));
}

export const oneSlot =
  (name: string): Condition =>
  (element) =>
    slotsNamed(element, name).length === 1;

export const not =
  (condition: Condition): Condition =>
  (element) =>
    !condition(element);

export const both =
  (...conditions: readonly Condition[]): Condition =>
  (element) =>
    conditions.every((condition) => condition(element));

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
  https: /^https:\/\//i,
  cid: /^cid:[^@]+@[^@]+$/,
  nuts: /^[A-Z]{2}[A-Z0-9]{0,3}$/,
  requirement: new RegExp(`^${REPOSITORY}/requirements/${LOWER_UUID}$`),
  evidenceType: new RegExp(`^${REPOSITORY}/evidencetypeclassifications/([A-Za-z]+)/${LOWER_UUID}$`),
  dataModel: new RegExp(`^${REPOSITORY}/(datamodels|distributions)/`),
  production: /^https:\/\/sr\.oots\.tech\.ec\.europa\.eu\//,
} as const;

/** The classification names a participating country, or `oots`. */
export const evidenceTypeClassification: Condition = (element) => {
  const country = SHAPES.evidenceType.exec(element.text)?.[2];
  return country !== undefined && (country === 'oots' || OOTS_COUNTRIES.has(country));
};

const EIDAS_IDENTIFIER = new RegExp(`(?:(?:${OOTS_COUNTRIES.codes.join('|')})/){2}\\S{6,256}$`);

/** Asserting country, receiving country and 6 to 256 characters; case and start are left open by the official rule. */
export const eidasIdentifier: Condition = (element) => EIDAS_IDENTIFIER.test(element.text.toUpperCase());
