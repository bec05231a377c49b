import type { FilledForm } from './filled-form.js';
import type { PrefillSource } from './prefill-source.js';

/** Content of one evidence that no field of the form took: what the discard entry names. */
export interface UnusedContent {
  readonly evidenceId: string;
  /** JSON Pointers of leaves; never values. */
  readonly paths: readonly string[];
}

export declare function unusedPaths(filled: FilledForm, sources: readonly PrefillSource[]): readonly UnusedContent[];
