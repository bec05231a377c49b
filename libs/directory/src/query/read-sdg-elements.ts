import type { LocalisedText, OrganisationIdentifier } from '@oots/edm';
import type { PrefixedName, XmlElement } from '@oots/edm/xml';
import { DirectoryUnavailable } from '../directory-error.js';

/** A document that is the directory's and still not one of its answers. */
export function notAnAnswer(what: string): DirectoryUnavailable {
  return new DirectoryUnavailable(`the answer cannot be read: ${what}`);
}

/** @throws {DirectoryUnavailable} when there is no such child */
export function one(parent: XmlElement, name: PrefixedName): XmlElement {
  const child = parent.first(name);
  if (child === undefined) throw notAnAnswer(`${parent.local} without ${name}`);
  return child;
}

/** @throws {DirectoryUnavailable} when there is no such child or nothing in it */
export function text(parent: XmlElement, name: PrefixedName): string {
  const value = one(parent, name).text;
  if (value === '') throw notAnAnswer(`empty ${name}`);
  return value;
}

/** Texts of the children of one name, one per language. */
export function localised(parent: XmlElement, name: PrefixedName): LocalisedText[] {
  return parent.all(name).map((child) => ({ lang: child.attribute('lang') ?? 'EN', text: child.text }));
}

/** `sdg:Identifier` with its scheme. @throws {DirectoryUnavailable} */
export function organisationIdentifier(parent: XmlElement): OrganisationIdentifier {
  const identifier = one(parent, 'sdg:Identifier');
  const scheme = identifier.attribute('schemeID');
  if (scheme === undefined || identifier.text === '')
    throw notAnAnswer(`${parent.local} without identifier and scheme`);
  return { scheme, value: identifier.text };
}

/** Country of `sdg:Jurisdiction`, where there is one. */
export function countryOf(parent: XmlElement): string | undefined {
  return parent.first('sdg:Jurisdiction')?.first('sdg:AdminUnitLevel1')?.text;
}
