import { isUtf8 } from 'node:buffer';
import { UnreadableMessage } from './unreadable-message.js';

const DECLARATION = /^<\?xml\s[^>]*?\?>/;
const DECLARED_ENCODING = /\sencoding\s*=\s*["']([^"']*)["']/;
/** Of a prolog, everything but the declaration and a DOCTYPE. */
const MISCELLANEOUS = /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;

/**
 * @returns the document as text, without byte order mark
 * @throws {UnreadableMessage} `encoding` when it is not, or does not say to be, UTF-8
 */
export function decoded(xml: string | Uint8Array): string {
  const text = typeof xml === 'string' ? xml.replace(/^\uFEFF/, '') : utf8(xml);
  const declared = DECLARED_ENCODING.exec(DECLARATION.exec(text)?.[0] ?? '')?.[1];
  if (declared !== undefined && !/^(utf-8|us-ascii)$/i.test(declared)) {
    throw new UnreadableMessage('encoding', 'messages are UTF-8');
  }
  return text;
}

function utf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new UnreadableMessage('encoding', 'messages are UTF-8');
  return new TextDecoder().decode(bytes);
}

/**
 * A document type declaration can only stand before the document element; the same characters inside a comment or a text are
 * innocent.
 *
 * @throws {UnreadableMessage} `doctype`
 */
export function refuseDoctype(text: string): void {
  let position = DECLARATION.exec(text)?.[0].length ?? 0;
  for (;;) {
    MISCELLANEOUS.lastIndex = position;
    const skipped = MISCELLANEOUS.exec(text);
    if (skipped === null) break;
    position = MISCELLANEOUS.lastIndex;
  }
  if (text.startsWith('<!', position))
    throw new UnreadableMessage('doctype', 'no document type declaration is allowed');
}
