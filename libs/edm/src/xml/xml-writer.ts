import { NAMESPACES, type Prefix } from './namespaces.js';

/** An element to be written. Its content is either one text or elements: messages have no mixed content. */
export interface Markup {
  /** With prefix, `rim:Slot`. */
  readonly name: string;
  /** In the order in which they are written; an absent value is left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: string | readonly Markup[];
}

type Child = Markup | undefined | readonly (Markup | undefined)[];

/** An element with elements inside; `undefined` stands for an optional one that is absent. */
export function element(name: string, attributes: Markup['attributes'], ...children: readonly Child[]): Markup {
  return { name, attributes, content: children.flat().filter((child) => child !== undefined) };
}

/** An element with a text inside. */
export function textElement(name: string, text: string, attributes: Markup['attributes'] = {}): Markup {
  return { name, attributes, content: text };
}

/** An element with a text inside, or nothing when there is no text. */
export function optionalText(name: string, text: string | undefined): Markup | undefined {
  return text === undefined ? undefined : textElement(name, text);
}

/**
 * @param prefixes declared on the document element
 * @returns the document with its XML declaration, indented
 * @throws {RangeError} when a text holds a character that XML cannot carry
 */
export function writeDocument(root: Markup, prefixes: readonly Prefix[]): string {
  const declarations = Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix]]));
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write({ ...root, attributes: { ...declarations, ...root.attributes } }, '', lines);
  return `${lines.join('\n')}\n`;
}

function write({ name, attributes, content }: Markup, indent: string, lines: string[]): void {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapedAttribute(value)}"`))
    .join('');
  if (content.length === 0) {
    lines.push(`${indent}<${name}${written}/>`);
  } else if (typeof content === 'string') {
    lines.push(`${indent}<${name}${written}>${escapedText(content)}</${name}>`);
  } else {
    lines.push(`${indent}<${name}${written}>`);
    for (const child of content) write(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Carriage returns are written as references: a parser would turn them into line feeds. */
function escapedText(text: string): string {
  return legal(text).replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character);
}

/** White space is written as references: a parser would turn it into blanks. */
function escapedAttribute(text: string): string {
  return legal(text).replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character);
}

/** Everything outside the production Char of XML 1.0, lone surrogates included. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

function legal(text: string): string {
  const found = ILLEGAL.exec(text)?.[0].codePointAt(0);
  if (found !== undefined) {
    throw new RangeError(`not an XML character: U+${found.toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return text;
}
