/** A closed list of codes. */
export interface CodeList {
  readonly name: string;
  has(code: string): boolean;
  readonly codes: readonly string[];
}

/** @param codes separated by white space */
export function codeList(name: string, codes: string): CodeList {
  const listed = codes.trim().split(/\s+/);
  const known = new Set(listed);
  return Object.freeze({ name, codes: listed, has: (code: string) => known.has(code) });
}
