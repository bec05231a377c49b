import type { Finding, Severity } from '../reading.js';
import { present } from '../xml/present.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { Condition } from './conditions.js';
import type { Path, Selection } from './path.js';

/** The line in which a rule first appears: `1.1` stands for what came somewhere in 1.1 or 1.2. */
export type RuleSince = '1.0' | '1.1' | '2.0';

/** One rule of the Technical Design Documents or of the background profile, as data. */
export interface Rule {
  /** Official id, `R-EDM-REQ-C012`; `POC-…` and `BG-…` are this project's. */
  readonly id: string;
  readonly severity: Severity;
  readonly since: RuleSince;
  /** What has to be so. */
  readonly says: string;
  /** The elements of which it has to be so. */
  readonly at: Path;
  readonly holds: Condition;
}

type Shape = [id: string, since: RuleSince, says: string, at: Path, holds: Rule['holds']];

export function fatal(...[id, since, says, at, holds]: Shape): Rule {
  return { id, severity: 'FATAL', since, says, at, holds };
}

export function warning(...[id, since, says, at, holds]: Shape): Rule {
  return { id, severity: 'WARNING', since, says, at, holds };
}

export function caution(...[id, since, says, at, holds]: Shape): Rule {
  return { id, severity: 'CAUTION', since, says, at, holds };
}

/** @returns one finding per rule and element that does not follow it, in the order of the rules */
export function judge(root: XmlElement, rules: readonly Rule[]): readonly Finding[] {
  const selection: Selection = new Map();
  return rules.flatMap(({ id, severity, says, at, holds }) =>
    at
      .in(root, selection)
      .filter((element) => !holds(element))
      .map((element) => ({
        rule: id,
        severity,
        message: says,
        expected: holds.expects ?? says,
        ...present({ path: element.path, line: element.line }),
      })),
  );
}

/** @returns the rules that a line of the 1.x specification has in common with 2.0 */
export function sharedWith(line: '1.0' | '1.2', rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ since }) => since === '1.0' || (since === '1.1' && line === '1.2'));
}

/** @throws {RangeError} when a rule is to be left out that is not there */
export function without(rules: readonly Rule[], ...ids: readonly string[]): readonly Rule[] {
  const missing = ids.filter((id) => !rules.some((rule) => rule.id === id));
  if (missing.length > 0) throw new RangeError(`no such rule to leave out: ${missing.join(', ')}`);
  return rules.filter(({ id }) => !ids.includes(id));
}

/**
 * The rules of a neighbouring specification: the same, but for those that are read anew.
 *
 * @throws {RangeError} when a rule is to be replaced that is not there
 */
export function amended(rules: readonly Rule[], replacements: readonly Rule[]): readonly Rule[] {
  const byId = new Map(replacements.map((rule) => [rule.id, rule]));
  const missing = [...byId.keys()].filter((id) => !rules.some((rule) => rule.id === id));
  if (missing.length > 0) throw new RangeError(`no such rule to amend: ${missing.join(', ')}`);
  return rules.map((rule) => byId.get(rule.id) ?? rule);
}
