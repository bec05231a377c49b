import { ENVELOPE_NAMES, type EvidenceDocument } from './envelope.js';

/** One segment of a pattern that stands for every element of an array, or every member of an object. */
const ANY = '*';

/**
 * @param pointer JSON Pointer (RFC 6901), `/subject/citizenship/0`; in a pattern a segment may be `*`
 * @throws {SyntaxError} when it does not begin with `/` or contains an escape other than `~0` and `~1`
 */
export function segmentsOf(pointer: string): readonly string[] {
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer))
    throw new SyntaxError('not a JSON Pointer below the document');
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerOf(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * Whether a permission, a consent or a request for `patterns` includes `path`. A pattern includes everything below the node it
 * names: `/residence/address` includes `/residence/address/postCode`.
 *
 * @param patterns JSON Pointers in which `*` stands for one whole segment
 * @param path concrete pointer
 * @throws {SyntaxError} when a pattern or the path is no pointer
 */
export function covers(patterns: readonly string[], path: string): boolean {
  const segments = segmentsOf(path);
  return patterns.some((pattern) => includes(segmentsOf(pattern), segments));
}

function includes(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length <= path.length && pattern.every((segment, depth) => segment === ANY || segment === path[depth]);
}

/** @returns a pointer to every value of the body, in document order; an empty list or object counts as a value */
export function pathsOf(document: EvidenceDocument): readonly string[] {
  return Object.entries(document)
    .filter(([name]) => !ENVELOPE_NAMES.has(name))
    .flatMap(([name, value]) => leaves(value, [name]))
    .map(pointerOf);
}

function leaves(value: unknown, at: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const below = Object.entries(value);
  return below.length === 0 ? [at] : below.flatMap(([name, child]) => leaves(child, [...at, name]));
}
