import { element, textElement, type Markup } from '@oots/edm/xml';

const SET = 'urn:oasis:names:tc:ebxml-regrep:CollectionType:Set';

/** `rim:Slot` with one text. */
export function stringSlot(name: string, value: string): Markup {
  return element(
    'rim:Slot',
    { name },
    element('rim:SlotValue', { 'xsi:type': 'rim:StringValueType' }, textElement('rim:Value', value)),
  );
}

/** `rim:Slot` with one element of another namespace. */
export function anyValueSlot(name: string, value: Markup): Markup {
  return element('rim:Slot', { name }, element('rim:SlotValue', { 'xsi:type': 'rim:AnyValueType' }, value));
}

/** `rim:Slot` with a set of elements of another namespace. */
export function collectionSlot(name: string, values: readonly Markup[]): Markup {
  const elements = values.map((value) => element('rim:Element', { 'xsi:type': 'rim:AnyValueType' }, value));
  return element(
    'rim:Slot',
    { name },
    element('rim:SlotValue', { 'xsi:type': 'rim:CollectionValueType', collectionType: SET }, elements),
  );
}
