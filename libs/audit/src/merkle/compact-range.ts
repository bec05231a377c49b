import { EMPTY_ROOT, nodeHash } from './hash.js';

const HASH_BYTES = 32;

/**
 * The roots of the complete subtrees that make up a tree, largest first: as many as the size has one-bits. Enough to append
 * and to compute the root, so that neither ever reads the leaves again.
 */
export class CompactRange {
  private constructor(
    private leaves: number,
    private readonly subtrees: Buffer[],
  ) {}

  static empty(): CompactRange {
    return new CompactRange(0, []);
  }

  /**
   * @param size leaves, a whole number
   * @param frontier what `frontier()` gave at that size
   * @throws {RangeError} when the two do not fit
   */
  static at(size: number, frontier: Uint8Array): CompactRange {
    if (frontier.length !== oneBits(size) * HASH_BYTES) {
      throw new RangeError(
        `a tree of ${size} has ${oneBits(size)} complete subtrees, not ${frontier.length / HASH_BYTES}`,
      );
    }
    const subtrees: Buffer[] = [];
    for (let at = 0; at < frontier.length; at += HASH_BYTES) {
      subtrees.push(Buffer.from(frontier.subarray(at, at + HASH_BYTES)));
    }
    return new CompactRange(size, subtrees);
  }

  get size(): number {
    return this.leaves;
  }

  append(leaf: Buffer): void {
    let subtree = leaf;
    for (let size = this.leaves; size % 2 === 1; size = (size - 1) / 2) {
      subtree = nodeHash(this.subtrees.pop() ?? EMPTY_ROOT, subtree);
    }
    this.subtrees.push(subtree);
    this.leaves += 1;
  }

  root(): Buffer {
    if (this.subtrees.length === 0) return EMPTY_ROOT;
    return this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }

  /** @returns 32 bytes for each complete subtree, largest first */
  frontier(): Buffer {
    return Buffer.concat(this.subtrees);
  }
}

function oneBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
