/** Prefixes and namespaces of the Exchange Data Model. Written messages use exactly these: official rules compare strings. */
export const NAMESPACES = {
  query: 'urn:oasis:names:tc:ebxml-regrep:xsd:query:4.0',
  rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:4.0',
  rs: 'urn:oasis:names:tc:ebxml-regrep:xsd:rs:4.0',
  lcm: 'urn:oasis:names:tc:ebxml-regrep:xsd:lcm:4.0',
  sdg: 'http://data.europa.eu/p4s',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
  eb: 'http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/',
  bg: 'urn:poc:oots:edm-bg:0.1',
} as const;

export type Prefix = keyof typeof NAMESPACES;

/** `sdg:Agent`, or `lang` for a name without namespace. */
export type PrefixedName = `${Prefix}:${string}` | (string & {});

/** @returns the name by which namespaces are compared, `{http://data.europa.eu/p4s}Agent`, whatever prefix a message uses */
export function expandedName(namespace: string, local: string): string {
  return namespace === '' ? local : `{${namespace}}${local}`;
}

const expanded = new Map<string, string>();

/** @throws {RangeError} when the prefix is none of ours */
export function expand(name: PrefixedName): string {
  const known = expanded.get(name);
  if (known !== undefined) return known;
  const [prefix, local] = name.includes(':') ? (name.split(':', 2) as [string, string]) : ['', name];
  if (prefix !== '' && !Object.hasOwn(NAMESPACES, prefix)) throw new RangeError(`unknown prefix: ${prefix}`);
  const result = expandedName(prefix === '' ? '' : NAMESPACES[prefix as Prefix], local);
  expanded.set(name, result);
  return result;
}
