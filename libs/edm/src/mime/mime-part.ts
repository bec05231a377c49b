/** One part of a multipart message. */
export interface MimePart {
  /** `<local>@<domain>`, without `cid:` and angle brackets. */
  readonly contentId: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** A message as it travels: the ebMS header and its payload parts, in order. */
export interface MimeMessage {
  /** The ebMS header document. */
  readonly header: string;
  readonly parts: readonly MimePart[];
}

export interface MimeLimits {
  /** Bytes of the whole message. */
  readonly maxBytes: number;
  /** Payload parts beside the header. */
  readonly maxParts: number;
}

export const DEFAULT_MIME_LIMITS: MimeLimits = { maxBytes: 32 * 1024 * 1024, maxParts: 64 };
