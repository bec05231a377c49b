/** How messages that wait for their receipt are kept: they are about people. */
export interface ContentAtRest {
  seal(content: Uint8Array): Uint8Array;
  /** @throws {Error} when the bytes were changed or sealed under another secret */
  open(sealed: Uint8Array): Uint8Array;
}

/** For a database that is itself encrypted, and for tests. */
export const CONTENT_AS_IT_IS: ContentAtRest = { seal: (content) => content, open: (sealed) => sealed };
