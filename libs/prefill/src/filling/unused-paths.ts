import { covers, pathsOf } from '@oots/evidence';
import type { FilledForm } from './filled-form.js';
import type { PrefillSource } from './prefill-source.js';

/** Content of one evidence that no field of the form took: what the discard entry names. */
export interface UnusedContent {
  readonly evidenceId: string;
  /** JSON Pointers of leaves, never values; at least one. */
  readonly paths: readonly string[];
}

/**
 * What is left over of each evidence when the form is done. A value that the person rejected was not used, and neither were
 * candidates that nobody has decided between.
 *
 * @returns nothing for evidence that was used as a whole
 * @see background-exchange 5.7, step 9
 */
export function unusedPaths(filled: FilledForm, sources: readonly PrefillSource[]): readonly UnusedContent[] {
  return sources
    .map(({ evidenceId, document }) => {
      const used = usedOf(filled, evidenceId);
      return { evidenceId, paths: pathsOf(document).filter((path) => !covers(used, path)) };
    })
    .filter(({ paths }) => paths.length > 0);
}

function usedOf({ fields }: FilledForm, evidenceId: string): readonly string[] {
  return fields.flatMap((field) => {
    if (field.state !== 'filled' || field.userAction?.action === 'rejected') return [];
    return field.sourceEvidenceId === evidenceId ? field.usedPaths : [];
  });
}
