import { createHash } from 'node:crypto';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** SHA-256 of nothing: the root of the empty tree. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest();

/** @returns SHA-256(0x00 ‖ data), 32 bytes. @see RFC 6962 2.1 */
export function leafHash(data: Uint8Array | string): Buffer {
  return createHash('sha256').update(LEAF).update(data).digest();
}

/** @returns SHA-256(0x01 ‖ left ‖ right), 32 bytes. The prefix keeps a node from passing for a leaf. @see RFC 6962 2.1 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}
