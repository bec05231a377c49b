/** One way to fill one field. */
export interface MappingSource {
  /**
   * JSON Pointer into the evidence. A segment `[relationship=CHILD]` selects the elements of a list by a key: an extension
   * of this engine, not RFC 6901.
   */
  readonly path: string;
  /** Name of a transform. */
  readonly transform: string;
}

/** How one field of a form is filled: the first source with a value wins. */
export interface MappingRow {
  readonly field: string;
  readonly from: readonly MappingSource[];
  /** For a list field: path inside the selected element, by column. */
  readonly columns?: Readonly<Record<string, MappingSource>>;
}

/** Versioned: from the paths of one evidence model to the fields of one form. */
export interface MappingTable {
  readonly identifier: string;
  readonly version: string;
  readonly form: string;
  readonly evidenceType: string;
  readonly rows: readonly MappingRow[];
}
