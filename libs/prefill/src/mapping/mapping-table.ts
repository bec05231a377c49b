import type { TransformName } from '../transforms/index.js';

/** One way to get a value. */
export interface MappingSource {
  /**
   * JSON Pointer into the evidence. A segment may be `*` for every element of a list, and may end in a selector,
   * `members[relationship=CHILD]`, for those elements whose key has the value: an extension of this engine, not RFC 6901.
   */
  readonly path: string;
  /** Name of a transform. */
  readonly transform: TransformName;
}

/** How one field of a form is filled. */
export interface MappingRow {
  readonly field: string;
  /** The first that gives a value wins. */
  readonly from: readonly MappingSource[];
  /** For a field that repeats: how each element that `from` selects becomes a row, by column. Paths start at the element. */
  readonly columns?: Readonly<Record<string, MappingSource>>;
}

/** Versioned: from the paths of one evidence model to the fields of one form. */
export interface MappingTable {
  readonly identifier: string;
  readonly version: string;
  readonly form: string;
  /** Name of the evidence model, `residence`. */
  readonly evidenceType: string;
  readonly rows: readonly MappingRow[];
}
