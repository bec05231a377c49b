import type { LocalisedText, OrganisationIdentifier } from '@oots/edm';
import type { PrefixedName, XmlElement } from '@oots/edm/xml';

/** A document lacks what its kind must have. Whoever reads it says what follows from that; it never quotes the document. */
export class IncompleteDocument extends Error {
  override readonly name = 'IncompleteDocument';
}

/** @throws {IncompleteDocument} when there is no such child */
export function one(parent: XmlElement, name: PrefixedName): XmlElement {
  const child = parent.first(name);
  if (child === undefined) throw new IncompleteDocument(`${parent.local} without ${name}`);
  return child;
}

/** @throws {IncompleteDocument} when there is no such child or nothing in it */
export function text(parent: XmlElement, name: PrefixedName): string {
  const value = one(parent, name).text;
  if (value === '') throw new IncompleteDocument(`empty ${name}`);
  return value;
}

/** Texts of the children of one name, one per language. */
export function localised(parent: XmlElement, name: PrefixedName): LocalisedText[] {
  return parent.all(name).map((child) => ({ lang: child.attribute('lang') ?? 'EN', text: child.text }));
}

/** `sdg:Identifier` with its scheme. @throws {IncompleteDocument} */
export function organisationIdentifier(parent: XmlElement): OrganisationIdentifier {
  const identifier = one(parent, 'sdg:Identifier');
  const scheme = identifier.attribute('schemeID');
  if (scheme === undefined || identifier.text === '')
    throw new IncompleteDocument(`${parent.local} without identifier and scheme`);
  return { scheme, value: identifier.text };
}

/** Country of `sdg:Jurisdiction`, where there is one. */
export function countryOf(parent: XmlElement): string | undefined {
  return parent.first('sdg:Jurisdiction')?.first('sdg:AdminUnitLevel1')?.text;
}

/** @returns slot values by slot name */
export function slotsOf(parent: XmlElement): ReadonlyMap<string, XmlElement> {
  return new Map(parent.all('rim:Slot').map((slot) => [slot.attribute('name') ?? '', one(slot, 'rim:SlotValue')]));
}
