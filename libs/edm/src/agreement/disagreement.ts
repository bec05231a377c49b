import type { Finding } from '../reading.js';

/** @returns the finding, if it is one */
export function finding(rule: string, broken: boolean, message: string): readonly Finding[] {
  return broken ? [{ rule, severity: 'FATAL', message, expected: message }] : [];
}
