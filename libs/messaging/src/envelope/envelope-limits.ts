/** How much of a foreign envelope is looked at. */
export interface EnvelopeLimits {
  /** Bytes of the sealed envelope, checked before anything else. */
  readonly maxSealedBytes: number;
  /** Payload parts of one message. */
  readonly maxParts: number;
}

export const DEFAULT_ENVELOPE_LIMITS: EnvelopeLimits = { maxSealedBytes: 8 * 1024 * 1024, maxParts: 64 };
