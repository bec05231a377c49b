import { ENVELOPE_NAMES, type EvidenceDocument, evidenceIdOf } from './envelope.js';
import { pathsOf, pointerOf, segmentsOf } from './paths.js';

/** What is released, and what was held back. */
export interface MinimisedEvidence {
  readonly document: EvidenceDocument;
  /** Pointers into the released document. */
  readonly disclosed: readonly string[];
  /** Pointers into the whole document, to everything that is not released. */
  readonly omitted: readonly string[];
}

/** Patterns as they look from one depth of the document: what is left of each to match. */
type Remaining = readonly (readonly string[])[];

const NOTHING = Symbol('nothing of it is released');

/**
 * Reduces an evidence to the paths that may be released. The envelope stays, except for what describes the whole evidence:
 * the digest of its human-readable version goes, and the identifier is that of the released content, so that neither can be
 * used to confirm a guess of an omitted value. Lists close up: elements of which nothing is released are gone.
 *
 * @param patterns JSON Pointers with `*` for one segment; each includes everything below it. None releases no body at all.
 * @throws {SyntaxError} when a pattern is no pointer
 * @see Reg. (EU) 2016/679 art. 5(1)(c)
 */
export function minimise(document: EvidenceDocument, patterns: readonly string[]): MinimisedEvidence {
  const remaining = patterns.map(segmentsOf);
  const omitted: string[] = [];
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(document)) {
    if (ENVELOPE_NAMES.has(name)) kept.push([name, value]);
    else keep(name, value, [], remaining, kept, omitted);
  }
  const whole = Object.fromEntries(kept);
  if (omitted.length === 0) return { document: whole, disclosed: pathsOf(whole), omitted };
  const { humanReadable: _ofTheWhole, ...released } = whole;
  const reduced = { ...released, evidenceId: evidenceIdOf(released) };
  return { document: reduced, disclosed: pathsOf(reduced), omitted };
}

function keep(
  name: string,
  value: unknown,
  above: readonly string[],
  remaining: Remaining,
  into: [string, unknown][],
  omitted: string[],
): void {
  const here = remaining.filter(([next]) => next === '*' || next === name).map((pattern) => pattern.slice(1));
  const released = reduce(value, [...above, name], here, omitted);
  if (released !== NOTHING) into.push([name, released]);
}

function reduce(value: unknown, at: readonly string[], remaining: Remaining, omitted: string[]): unknown {
  if (remaining.some((pattern) => pattern.length === 0)) return structuredClone(value);
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (children.length === 0) {
    omitted.push(pointerOf(at));
    return NOTHING;
  }
  const kept: [string, unknown][] = [];
  for (const [name, child] of children) keep(name, child, at, remaining, kept, omitted);
  if (kept.length === 0) return NOTHING;
  return Array.isArray(value) ? kept.map(([, element]) => element) : Object.fromEntries(kept);
}
