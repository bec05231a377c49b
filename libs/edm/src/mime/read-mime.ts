import type { MimeLimits, MimeMessage, MimePart } from './mime-part.js';

export declare function readMime(bytes: Uint8Array, limits?: Partial<MimeLimits>): MimeMessage;

/** @returns the part that `cid:<local>@<domain>`, with or without the scheme, names */
export declare function resolveCid(reference: string, parts: readonly MimePart[]): MimePart | undefined;
