import { codeList } from './code-list.js';

/** Procedures of Annex II and of the sectoral directives, by the codes of the 2.0.1 list. */
export const PROCEDURES = codeList(
  'Procedures',
  `R1 S1 T1 T2 T3 U1 U2 U3 U4 V1 V2 V3 V4 V5 W1 W2
   X1 X2 X3 X4 X5 X6 X7 X9 X10 X11 AK1 AL1 AM1`,
);

/** Procedures of Annex II as the 1.0 list has them: without V5, X7 and the sectoral directives, and no system check. */
export const PROCEDURES_1_0 = codeList(
  'Procedures, 1.0',
  'R1 S1 T1 T2 T3 U1 U2 U3 U4 V1 V2 V3 V4 W1 W2 X1 X2 X3 X4 X5 X6',
);

/** System check: outside the list, admitted by rule. @see R-EDM-REQ-C003 */
export const TEST_PROCEDURE = '00';

export function isProcedure(code: string): boolean {
  return code === TEST_PROCEDURE || PROCEDURES.has(code);
}
