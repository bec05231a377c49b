import canonicalize from 'canonicalize';

/**
 * @returns RFC 8785 form: what is hashed and signed
 * @throws {TypeError} for what JSON cannot say
 */
export function canonicalJson(value: object): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('not a JSON value');
  return canonical;
}
