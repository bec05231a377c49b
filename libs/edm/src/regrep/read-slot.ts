import type { LocalisedText } from '../agent.js';
import { readBoolean, readDateTime } from '../xml/data-types.js';
import type { PrefixedName } from '../xml/namespaces.js';
import { childText, requiredAttribute, requiredChild, requiredText, SchemaViolation } from '../xml/schema-violation.js';
import type { XmlElement } from '../xml/xml-element.js';

/** Slots of a message that the rules have judged. They are found by name, whatever their order. */

/** @returns `rim:SlotValue` of the slot */
export function slotValue(list: XmlElement, name: string): XmlElement | undefined {
  return list
    .all('rim:Slot')
    .find((slot) => slot.attribute('name') === name)
    ?.first('rim:SlotValue');
}

/** @throws {SchemaViolation} when there is none */
function requiredValue(list: XmlElement, name: string): XmlElement {
  const value = slotValue(list, name);
  if (value === undefined) throw new SchemaViolation(`the slot ${name} is missing`, list.path);
  return value;
}

export function slotText(list: XmlElement, name: string): string | undefined {
  const value = slotValue(list, name);
  return value === undefined ? undefined : childText(value, 'rim:Value');
}

/** @throws {SchemaViolation} when the slot is missing or empty */
export function requiredSlotText(list: XmlElement, name: string): string {
  return requiredText(requiredValue(list, name), 'rim:Value');
}

/** @throws {SchemaViolation} when the slot is missing or no instant */
export function slotDateTime(list: XmlElement, name: string): Date {
  const value = requiredChild(requiredValue(list, name), 'rim:Value');
  return readDateTime(value.text, value.path);
}

/** @throws {SchemaViolation} when the slot is missing or no boolean */
export function slotBoolean(list: XmlElement, name: string): boolean {
  const value = requiredChild(requiredValue(list, name), 'rim:Value');
  return readBoolean(value.text, value.path);
}

/** An AnyValueType holds one element. @throws {SchemaViolation} when it holds more */
function onlyContent(value: XmlElement): readonly XmlElement[] {
  if (value.children.length > 1) throw new SchemaViolation('a value holds one element', value.path);
  return value.children;
}

/** @returns the element inside an AnyValueType */
export function slotContent(list: XmlElement, slot: string, name: PrefixedName): XmlElement | undefined {
  const value = slotValue(list, slot);
  return value === undefined ? undefined : onlyContent(value).find((content) => content.is(name));
}

/** @throws {SchemaViolation} when there is no such slot or element */
export function requiredContent(list: XmlElement, slot: string, name: PrefixedName): XmlElement {
  onlyContent(requiredValue(list, slot));
  return requiredChild(requiredValue(list, slot), name);
}

/** @returns the elements inside a collection of AnyValueType */
export function slotContents(list: XmlElement, slot: string, name: PrefixedName): readonly XmlElement[] {
  return (slotValue(list, slot)?.all('rim:Element') ?? []).flatMap((member) =>
    onlyContent(member).filter((content) => content.is(name)),
  );
}

/** @returns the texts of a collection of StringValueType; nothing when there is no such slot */
export function slotTexts(list: XmlElement, name: string): readonly string[] | undefined {
  return slotValue(list, name)
    ?.all('rim:Element')
    .map((member) => requiredText(member, 'rim:Value'));
}

/** @returns the texts of an InternationalStringValueType; nothing when there is no such slot */
export function slotLocalisedTexts(list: XmlElement, name: string): readonly LocalisedText[] | undefined {
  return slotValue(list, name)
    ?.all('rim:Value')
    .flatMap((value) => value.all('rim:LocalizedString'))
    .map((text) => ({ lang: requiredAttribute(text, 'xml:lang'), text: requiredAttribute(text, 'value') }));
}
