/** How much of a foreign document is looked at. */
export interface ReadLimits {
  /** Bytes of UTF-8, checked before anything else. */
  readonly maxBytes: number;
  /** Nested elements, the root counting as one. */
  readonly maxDepth: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = { maxBytes: 2 * 1024 * 1024, maxDepth: 64 };
