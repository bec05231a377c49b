import type { MimePart } from './mime-part.js';

/** `<local>@<domain>` without the characters that delimit it in a MIME header or a `cid:` URL. */
const CONTENT_ID = /^[^@\s<>"%]+@[^@\s<>"%]+$/;

export function isContentId(text: string): boolean {
  return CONTENT_ID.test(text);
}

/**
 * @param reference `cid:<local>@<domain>` of `xlink:href` or `PartInfo/@href`, or the bare content id
 * @returns the part it names
 */
export function resolveCid(reference: string, parts: readonly MimePart[]): MimePart | undefined {
  const contentId = reference.startsWith('cid:') ? reference.slice('cid:'.length) : reference;
  return parts.find((part) => part.contentId === contentId);
}
