import type { RequestId } from '../identifiers.js';

/** Why a document is not looked at any further. */
export type UnreadableReason =
  'oversize' | 'encoding' | 'doctype' | 'too-deep' | 'not-xml' | 'unknown-root' | 'unknown-version' | 'not-mime';

/** A document that cannot be judged by rules. Never carries its content. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';

  constructor(
    readonly reason: UnreadableReason,
    detail: string,
    /** What an error answer can say about it. */
    readonly known: { readonly rule?: string; readonly requestId?: RequestId } = {},
  ) {
    super(`${reason}: ${detail}`);
  }
}
