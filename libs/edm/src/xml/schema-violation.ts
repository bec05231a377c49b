import type { Finding } from '../reading.js';
import type { PrefixedName } from './namespaces.js';
import type { XmlElement } from './xml-element.js';

/** A mandatory element or a type of the schema that the rules leave to the schema. Never leaves the reader. */
export class SchemaViolation extends Error {
  override readonly name = 'SchemaViolation';

  constructor(
    what: string,
    readonly path: string,
  ) {
    super(what);
  }

  finding(): Finding {
    return {
      rule: 'XSD',
      severity: 'FATAL',
      message: this.message,
      expected: 'what the schema of the message prescribes at this place',
      path: this.path,
    };
  }
}

/** @throws {SchemaViolation} when there is more than one: nobody can tell which is meant */
export function optionalChild(element: XmlElement, name: PrefixedName): XmlElement | undefined {
  const [child, ...more] = element.all(name);
  if (more.length > 0) throw new SchemaViolation(`${name} appears twice`, element.path);
  return child;
}

/** @throws {SchemaViolation} when there is none, or more than one */
export function requiredChild(element: XmlElement, name: PrefixedName): XmlElement {
  const child = optionalChild(element, name);
  if (child === undefined) throw new SchemaViolation(`${name} is missing`, element.path);
  return child;
}

/** @throws {SchemaViolation} when there is none, or it is empty */
export function requiredText(element: XmlElement, name: PrefixedName): string {
  const child = requiredChild(element, name);
  if (child.text === '') throw new SchemaViolation(`${name} is empty`, child.path);
  return child.text;
}

/** @throws {SchemaViolation} when there is none */
export function requiredAttribute(element: XmlElement, name: PrefixedName): string {
  const value = element.attribute(name);
  if (value === undefined) throw new SchemaViolation(`the attribute ${name} is missing`, element.path);
  return value.trim();
}

/** @throws {SchemaViolation} when there is more than one */
export function childText(element: XmlElement, name: PrefixedName): string | undefined {
  return optionalChild(element, name)?.text;
}

export function childTexts(element: XmlElement, name: PrefixedName): readonly string[] {
  return element.all(name).map((child) => child.text);
}
