import type { Confidence } from '../filling/filled-form.js';

/** What a transform made of a value of the evidence. */
export type Transformed =
  | {
      readonly outcome: 'value';
      readonly text: string;
      readonly confidence: Confidence;
      /** Where inside the value it was read, JSON Pointers relative to it; the value itself when absent. */
      readonly read?: readonly string[];
    }
  /** The value does not hold what is looked for. */
  | { readonly outcome: 'nothing' }
  /** The value is there, and the transform does not know it. */
  | { readonly outcome: 'unmapped'; /** For the person; never the value. */ readonly explanation: string };

/** From a value of the evidence to a text of the form. Pure; every transform has a name that the form shows. */
export type Transform = (value: unknown) => Transformed;

export const nothing: Transformed = { outcome: 'nothing' };

export function unmapped(explanation: string): Transformed {
  return { outcome: 'unmapped', explanation };
}
