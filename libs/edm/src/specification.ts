/** Exchange Data Model of the Technical Design Documents 2.0 line. */
export const EDM_2_0 = 'oots-edm:v2.0';
/** The 1.x line, read and judged but not exchanged by nodes. */
export const EDM_1_0 = 'oots-edm:v1.0';
export const EDM_1_1 = 'oots-edm:v1.1';
export const EDM_1_2 = 'oots-edm:v1.2';
/** Background profile B: the 2.0 model and the slots that account for an exchange without a user. */
export const EDM_BACKGROUND_0_1 = 'oots-edm-bg:v0.1';

/** What a message declares itself to be, in its slot `SpecificationIdentifier` and in the header property `SpecificationId`. */
export type SpecificationId = typeof EDM_2_0 | typeof EDM_BACKGROUND_0_1;

/** Every specification this library reads and writes. */
export const SPECIFICATIONS: readonly SpecificationId[] = [EDM_2_0, EDM_BACKGROUND_0_1];

export function isSpecificationId(text: string): text is SpecificationId {
  return (SPECIFICATIONS as readonly string[]).includes(text);
}

/** Every line that has rules here; values are read of a SpecificationId only. */
export type SpecificationLine = SpecificationId | typeof EDM_1_0 | typeof EDM_1_1 | typeof EDM_1_2;

export const SPECIFICATION_LINES: readonly SpecificationLine[] = [EDM_1_0, EDM_1_1, EDM_1_2, ...SPECIFICATIONS];

export function isSpecificationLine(text: string): text is SpecificationLine {
  return (SPECIFICATION_LINES as readonly string[]).includes(text);
}
