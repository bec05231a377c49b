import type { LocalisedText } from '../agent.js';
import { requiredAttribute } from '../xml/schema-violation.js';
import type { PrefixedName } from '../xml/namespaces.js';
import type { XmlElement } from '../xml/xml-element.js';
import { textElement, type Markup } from '../xml/xml-writer.js';

/** One element per language. */
export function writeTexts(name: PrefixedName, texts: readonly LocalisedText[] = []): readonly Markup[] {
  return texts.map(({ lang, text }) => textElement(name, text, { lang }));
}

export function readTexts(element: XmlElement, name: PrefixedName): readonly LocalisedText[] {
  return element.all(name).map((text) => ({ lang: requiredAttribute(text, 'lang'), text: text.text }));
}
