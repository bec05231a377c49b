import { EDM_1_0, EDM_1_1, EDM_1_2, EDM_2_0, EDM_BACKGROUND_0_1, type SpecificationLine } from '../../specification.js';
import { BACKGROUND_FAULTS } from './background-faults.js';
import { ERROR_FAULTS } from './error-faults.js';
import type { Fault } from './fault.js';
import { HEADER_FAULTS } from './header-faults.js';
import { FAULTS_1_0, FAULTS_1_2 } from './line-1-faults.js';
import { REQUEST_FAULTS } from './request-faults.js';
import { RESPONSE_FAULTS } from './response-faults.js';

export * from './bases.js';
export * from './change.js';
export * from './fault.js';

/** The tables, by the file that holds them. */
export const FAULT_TABLES: Readonly<Record<string, readonly Fault[]>> = {
  'request-faults.ts': REQUEST_FAULTS,
  'response-faults.ts': RESPONSE_FAULTS,
  'error-faults.ts': ERROR_FAULTS,
  'header-faults.ts': HEADER_FAULTS,
  'background-faults.ts': BACKGROUND_FAULTS,
  'line-1-faults.ts': [...FAULTS_1_2, ...FAULTS_1_0],
};

/** What the 2.0 line and the profile break alike. */
export const COMMON_FAULTS: readonly Fault[] = [
  ...REQUEST_FAULTS,
  ...RESPONSE_FAULTS,
  ...ERROR_FAULTS,
  ...HEADER_FAULTS,
  ...BACKGROUND_FAULTS,
];

/** What a line breaks in its own way stands before what all lines break alike. */
const OWN: Readonly<Record<SpecificationLine, readonly Fault[]>> = {
  [EDM_1_0]: FAULTS_1_0,
  [EDM_1_1]: FAULTS_1_2,
  [EDM_1_2]: FAULTS_1_2,
  [EDM_2_0]: [],
  [EDM_BACKGROUND_0_1]: [],
};

/** @returns how to break the rule of that line, when somebody has written it down */
export function faultOf(line: SpecificationLine, rule: string): Fault | undefined {
  return [...OWN[line], ...COMMON_FAULTS].find((fault) => fault.rule === rule);
}
