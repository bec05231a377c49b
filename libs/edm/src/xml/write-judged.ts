import { isFatal } from '../reading.js';
import { judge, type Rule } from '../rules/rule.js';
import { expandedName, NAMESPACES, type Prefix } from './namespaces.js';
import { UnwritableMessage } from './unwritable-message.js';
import { XmlElement } from './xml-element.js';
import { writeDocument, type Markup } from './xml-writer.js';

/**
 * Writes a document that follows its rules.
 *
 * @throws {UnwritableMessage} when a FATAL rule is broken
 * @throws {RangeError} when a text holds a character that XML cannot carry
 */
export function writeJudged(root: Markup, prefixes: readonly Prefix[], rules: readonly Rule[]): string {
  const findings = judge(asElement(root), rules).filter(isFatal);
  if (findings.length > 0) throw new UnwritableMessage(findings);
  return writeDocument(root, prefixes);
}

/** The element as a reader would see it. */
function asElement(markup: Markup, parent?: XmlElement): XmlElement {
  const name = resolved(markup.name);
  const element = new XmlElement(
    {
      ...name,
      attributes: Object.entries(markup.attributes).flatMap(([key, value]) => {
        if (value === undefined || key.startsWith('xmlns:')) return [];
        const { namespace, local } = resolved(key);
        return [{ expandedName: expandedName(namespace, local), value }];
      }),
      ownText: typeof markup.content === 'string' ? markup.content : '',
    },
    parent,
  );
  if (typeof markup.content !== 'string') for (const child of markup.content) asElement(child, element);
  return element;
}

function resolved(name: string): { readonly namespace: string; readonly local: string } {
  const [prefix, local] = name.split(':') as [string, string | undefined];
  return local === undefined ? { namespace: '', local: prefix } : { namespace: NAMESPACES[prefix as Prefix], local };
}
