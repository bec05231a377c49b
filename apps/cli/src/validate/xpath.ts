import { expandedName, NAMESPACES, type XmlElement } from '@oots/edm/xml';

/**
 * @param path local names, as findings have them: `/QueryRequest/Slot[3]`
 * @param inside any element of the document
 * @returns the same place with the prefixes of the specification: `/query:QueryRequest/rim:Slot[3]`
 */
export function xpathOf(path: string, inside: XmlElement): string {
  const root = documentElement(inside);
  let parent: XmlElement | undefined;
  const steps: string[] = [];
  for (const step of path.split('/').slice(1)) {
    const [, local = step, position] = /^(.+?)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const named: readonly XmlElement[] = parent === undefined ? [root] : childrenNamed(parent, local);
    const element = named[Number(position ?? 1) - 1];
    // A place that an element of the document does not have is passed on as it is.
    if (element?.local !== local) return path;
    steps.push(`${prefixed(element)}${position === undefined ? '' : `[${position}]`}`);
    parent = element;
  }
  return steps.map((step) => `/${step}`).join('');
}

/** Kept while the document is: one rule may be broken in thousands of siblings. */
const byName = new WeakMap<XmlElement, Map<string, XmlElement[]>>();

function childrenNamed(parent: XmlElement, local: string): readonly XmlElement[] {
  let names = byName.get(parent);
  if (names === undefined) {
    names = new Map();
    for (const child of parent.children) {
      const alike = names.get(child.local);
      if (alike === undefined) names.set(child.local, [child]);
      else alike.push(child);
    }
    byName.set(parent, names);
  }
  return names.get(local) ?? [];
}

function documentElement(element: XmlElement): XmlElement {
  return element.parent === undefined ? element : documentElement(element.parent);
}

/** Beside those of the specification, the envelopes messages are found in. */
const PREFIXES = Object.entries({
  ...NAMESPACES,
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  soap11: 'http://schemas.xmlsoap.org/soap/envelope/',
});

function prefixed({ local, expandedName: name }: XmlElement): string {
  const prefix = PREFIXES.find(([, namespace]) => expandedName(namespace, local) === name)?.[0];
  return prefix === undefined ? `*[local-name()='${local}']` : `${prefix}:${local}`;
}
