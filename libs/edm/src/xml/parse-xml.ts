import {
  ParseOption,
  XmlCData,
  XmlDocument,
  XmlElement as LibxmlElement,
  XmlParseError,
  XmlText,
  XmlTreeNode,
  type XmlNode,
} from 'libxml2-wasm';
import { expandedName } from './namespaces.js';
import { decoded, refuseDoctype } from './prolog.js';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.js';
import { UnreadableMessage } from './unreadable-message.js';
import { XmlElement } from './xml-element.js';

/**
 * Parses a foreign document: size, encoding and DOCTYPE are looked at before the parser sees a byte, so neither entities nor
 * external references ever exist.
 *
 * @returns the document element
 * @throws {UnreadableMessage} `oversize`, `encoding`, `doctype`, `not-xml` or `too-deep`
 */
export function parseXml(xml: string | Uint8Array, limits: Partial<ReadLimits> = {}): XmlElement {
  const { maxBytes, maxDepth } = { ...DEFAULT_READ_LIMITS, ...limits };
  const bytes = typeof xml === 'string' ? Buffer.byteLength(xml) : xml.byteLength;
  if (bytes > maxBytes) throw new UnreadableMessage('oversize', `more than ${maxBytes} bytes`);
  const source = decoded(xml);
  refuseDoctype(source);

  const document = parsed(source);
  try {
    return converted(document.root, maxDepth);
  } finally {
    document.dispose();
  }
}

/** libxml2's own message quotes the document, so only the position is passed on. */
function parsed(source: string): XmlDocument {
  try {
    return XmlDocument.fromString(source, { option: ParseOption.XML_PARSE_NONET });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    if (error.message.includes('Excessive depth'))
      throw new UnreadableMessage('too-deep', 'deeper than the parser goes');
    const position = error.details.at(0);
    throw new UnreadableMessage('not-xml', position === undefined ? 'no document' : `line ${position.line}`);
  }
}

function converted(root: LibxmlElement, maxDepth: number): XmlElement {
  const convert = (element: LibxmlElement, parent: XmlElement | undefined, depth: number): XmlElement => {
    if (depth > maxDepth) throw new UnreadableMessage('too-deep', `more than ${maxDepth} elements inside each other`);
    const inside = childNodes(element);
    const result = new XmlElement(
      {
        local: element.name,
        namespace: element.namespaceUri,
        attributes: element.attrs.map((attribute) => ({
          expandedName: expandedName(attribute.namespaceUri, attribute.name),
          value: attribute.value,
        })),
        ownText: inside.map((node) => (isText(node) ? node.content : '')).join(''),
        line: element.line,
      },
      parent,
    );
    for (const node of inside) if (node instanceof LibxmlElement) convert(node, result, depth + 1);
    return result;
  };
  return convert(root, undefined, 1);
}

/**
 * Siblings are linked, but libxml2-wasm's processing instructions do not know their neighbours: where one stands, XPath finds
 * the children, which takes twice as long.
 */
function childNodes(element: LibxmlElement): readonly XmlNode[] {
  const nodes: XmlNode[] = [];
  for (let node: XmlNode | null = element.firstChild; node !== null; node = node.next) {
    if (!(node instanceof XmlTreeNode)) return element.find('*|text()');
    nodes.push(node);
  }
  return nodes;
}

function isText(node: XmlNode): node is XmlText | XmlCData {
  return node instanceof XmlText || node instanceof XmlCData;
}
