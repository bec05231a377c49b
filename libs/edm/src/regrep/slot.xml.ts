import type { LocalisedText } from '../agent.js';
import { writeDateTime } from '../xml/data-types.js';
import { element, textElement, type Markup } from '../xml/xml-writer.js';

/** Slots of RegRep 4, as messages write them. An absent value writes no slot. */

const SET = 'urn:oasis:names:tc:ebxml-regrep:CollectionType:Set';

function slot(name: string, type: string, attributes: Markup['attributes'], ...content: readonly Markup[]): Markup {
  return element('rim:Slot', { name }, element('rim:SlotValue', { 'xsi:type': `rim:${type}`, ...attributes }, content));
}

export function stringSlot(name: string, value: string): Markup {
  return slot(name, 'StringValueType', {}, textElement('rim:Value', value));
}

export function optionalStringSlot(name: string, value: string | undefined): Markup | undefined {
  return value === undefined ? undefined : stringSlot(name, value);
}

export function dateTimeSlot(name: string, value: Date): Markup {
  return slot(name, 'DateTimeValueType', {}, textElement('rim:Value', writeDateTime(value)));
}

export function booleanSlot(name: string, value: boolean): Markup {
  return slot(name, 'BooleanValueType', {}, textElement('rim:Value', String(value)));
}

export function internationalSlot(name: string, texts: readonly LocalisedText[]): Markup {
  const strings = texts.map(({ lang, text }) => element('rim:LocalizedString', { 'xml:lang': lang, value: text }));
  return slot(name, 'InternationalStringValueType', {}, element('rim:Value', {}, strings));
}

export function anySlot(name: string, content: Markup): Markup {
  return slot(name, 'AnyValueType', {}, content);
}

export function collectionSlot(name: string, contents: readonly Markup[]): Markup {
  const elements = contents.map((content) => element('rim:Element', { 'xsi:type': 'rim:AnyValueType' }, content));
  return slot(name, 'CollectionValueType', { collectionType: SET }, ...elements);
}

export function stringCollectionSlot(name: string, values: readonly string[]): Markup {
  const elements = values.map((value) =>
    element('rim:Element', { 'xsi:type': 'rim:StringValueType' }, textElement('rim:Value', value)),
  );
  return slot(name, 'CollectionValueType', { collectionType: SET }, ...elements);
}
