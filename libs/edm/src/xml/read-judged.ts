import { isFatal, type Finding, type Reading } from '../reading.js';
import { judge, type Rule } from '../rules/rule.js';
import { SchemaViolation } from './schema-violation.js';
import type { XmlElement } from './xml-element.js';

/**
 * Judges a document, and reads its value when no rule refuses it.
 *
 * @param read may throw a SchemaViolation, which becomes a finding
 */
export function readJudged<T>(root: XmlElement, rules: readonly Rule[], read: (root: XmlElement) => T): Reading<T> {
  const findings = judge(root, rules);
  if (findings.some(isFatal)) return { value: undefined, findings };
  const attempted = attempt(() => read(root));
  return { value: attempted.value, findings: [...findings, ...attempted.violations] };
}

/** @returns the value, or the violation of the schema for which there is none */
export function attempt<T>(read: () => T): { readonly value: T | undefined; readonly violations: readonly Finding[] } {
  try {
    return { value: read(), violations: [] };
  } catch (error) {
    if (error instanceof SchemaViolation) return { value: undefined, violations: [error.finding()] };
    throw error;
  }
}
