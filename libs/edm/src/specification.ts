/** Exchange Data Model of the Technical Design Documents 2.0 line. */
export const EDM_2_0 = 'oots-edm:v2.0';
/** Background profile B: the 2.0 model and the slots that account for an exchange without a user. */
export const EDM_BACKGROUND_0_1 = 'oots-edm-bg:v0.1';

/** What a message declares itself to be, in its slot `SpecificationIdentifier` and in the header property `SpecificationId`. */
export type SpecificationId = typeof EDM_2_0 | typeof EDM_BACKGROUND_0_1;

/** Every specification this library reads and writes. */
export const SPECIFICATIONS: readonly SpecificationId[] = [EDM_2_0, EDM_BACKGROUND_0_1];

export function isSpecificationId(text: string): text is SpecificationId {
  return (SPECIFICATIONS as readonly string[]).includes(text);
}
