import fontoxpath from 'fontoxpath';
import { parseXmlDocument, serializeToWellFormedString, type Document, type Element, type Node } from 'slimdom';
import { NAMESPACES, type Prefix } from '../../xml/namespaces.js';

/** One change to a document, by XPath, so that a message can be broken in exactly one way. */
export type Change = (document: Document) => void;

const DECLARATIONS = Object.entries(NAMESPACES)
  .filter(([prefix]) => prefix !== 'xml')
  .map(([prefix, namespace]) => `xmlns:${prefix}="${namespace}"`)
  .join(' ');
const options = { namespaceResolver: (prefix?: string | null) => NAMESPACES[(prefix ?? '') as Prefix] };

/** @throws {RangeError} when nothing is selected: a change that changes nothing proves nothing */
function select(document: Document, path: string): readonly Element[] {
  const nodes = fontoxpath.evaluateXPathToNodes<Node>(path, document, null, null, options).filter(isElement);
  if (nodes.length === 0) throw new RangeError(`nothing at ${path}`);
  return nodes;
}

function isElement(node: Node): node is Element {
  return 'getAttribute' in node;
}

function parsedInto(document: Document, xml: string): Node {
  const root = parseXmlDocument(`<root ${DECLARATIONS}>${xml}</root>`).documentElement?.firstChild;
  if (root === null || root === undefined) throw new RangeError('no element');
  return document.importNode(root, true);
}

/** @returns the message with the change made */
export function changed(xml: string, change: Change): string {
  const document = parseXmlDocument(xml);
  change(document);
  return serializeToWellFormedString(document);
}

export const each =
  (...changes: readonly Change[]): Change =>
  (document) => {
    for (const change of changes) change(document);
  };

export const drop =
  (path: string): Change =>
  (document) => {
    for (const element of select(document, path)) element.parentNode?.removeChild(element);
  };

/** Sets the text, in place of everything inside. */
export const text =
  (path: string, value: string): Change =>
  (document) => {
    for (const element of select(document, path)) element.textContent = value;
  };

/** @param value nothing takes the attribute away */
export const attribute =
  (path: string, name: string, value?: string): Change =>
  (document) => {
    const prefix = name.includes(':') ? name.split(':', 1)[0] : undefined;
    const namespace = prefix === undefined ? null : NAMESPACES[prefix as Prefix];
    const local = name.slice(name.indexOf(':') + 1);
    for (const element of select(document, path)) {
      if (value === undefined) element.removeAttributeNS(namespace, local);
      else element.setAttributeNS(namespace, name, value);
    }
  };

export const retype = (path: string, type = 'rim:OtherValueType'): Change => attribute(path, 'xsi:type', type);

export const append =
  (path: string, xml: string): Change =>
  (document) => {
    for (const element of select(document, path)) element.appendChild(parsedInto(document, xml));
  };

/** Puts another element in the place of one. */
export const swap =
  (path: string, xml: string): Change =>
  (document) => {
    for (const element of select(document, path)) element.parentNode?.replaceChild(parsedInto(document, xml), element);
  };

/** Repeats the element beside itself. */
export const repeat =
  (path: string): Change =>
  (document) => {
    for (const element of select(document, path)) element.parentNode?.insertBefore(element.cloneNode(true), element);
  };

/** Moves elements into another, at its end. */
export const move =
  (path: string, into: string): Change =>
  (document) => {
    const elements = select(document, path);
    const [target] = select(document, into);
    for (const element of elements) target?.appendChild(element);
  };

/** Gives the document element another name. */
export const rename =
  (name: `${Prefix}:${string}`): Change =>
  (document) => {
    const old = document.documentElement;
    if (old === null) throw new RangeError('no document element');
    const root = document.createElementNS(NAMESPACES[name.split(':', 1)[0] as Prefix], name);
    for (const { namespaceURI, name: key, value } of old.attributes) root.setAttributeNS(namespaceURI, key, value);
    while (old.firstChild !== null) root.appendChild(old.firstChild);
    document.replaceChild(root, old);
  };
