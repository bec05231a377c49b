import { EMPTY_ROOT, nodeHash } from './hash.js';

/** The leaf hashes of a tree, by index. */
export type LeafHashes = readonly Buffer[];

/** @returns the Merkle tree hash over the leaves `from` up to, not including, `to`. @see RFC 6962 2.1 */
export function rootOf(leaves: LeafHashes, from = 0, to = leaves.length): Buffer {
  if (to <= from) return EMPTY_ROOT;
  const [only] = leaves.slice(from, from + 1);
  if (to - from === 1 && only !== undefined) return only;
  const middle = from + largestPowerBelow(to - from);
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to));
}

/**
 * @param index of the leaf, from 0
 * @param size of the tree that the proof is for, at most the number of leaves
 * @returns the hashes that lead from the leaf to the root, lowest first
 * @throws {RangeError} when the leaf is not in a tree of that size
 * @see RFC 6962 2.1.1
 */
export function inclusionProof(leaves: LeafHashes, index: number, size = leaves.length): Buffer[] {
  if (!(Number.isInteger(index) && index >= 0 && index < size && size <= leaves.length)) {
    throw new RangeError(`leaf ${index} is not in a tree of ${size}, of ${leaves.length} leaves`);
  }
  return pathTo(leaves, index, 0, size);
}

/**
 * @param from size of the earlier tree, at least 1
 * @param to size of the later tree, at most the number of leaves
 * @returns the hashes that prove that the later tree only added to the earlier one; none when the sizes are equal
 * @throws {RangeError} when there were no such trees
 * @see RFC 6962 2.1.2
 */
export function consistencyProof(leaves: LeafHashes, from: number, to = leaves.length): Buffer[] {
  if (!(Number.isInteger(from) && from >= 1 && from <= to && to <= leaves.length)) {
    throw new RangeError(`no tree grew from ${from} to ${to}, of ${leaves.length} leaves`);
  }
  return subproof(leaves, from, 0, to, true);
}

function pathTo(leaves: LeafHashes, index: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const middle = from + largestPowerBelow(to - from);
  return index < middle
    ? [...pathTo(leaves, index, from, middle), rootOf(leaves, middle, to)]
    : [...pathTo(leaves, index, middle, to), rootOf(leaves, from, middle)];
}

/** @param whole whether the range up to `old` is the earlier tree itself, whose root the verifier has */
function subproof(leaves: LeafHashes, old: number, from: number, to: number, whole: boolean): Buffer[] {
  if (old === to) return whole ? [] : [rootOf(leaves, from, to)];
  const middle = from + largestPowerBelow(to - from);
  return old <= middle
    ? [...subproof(leaves, old, from, middle, whole), rootOf(leaves, middle, to)]
    : [...subproof(leaves, old, middle, to, false), rootOf(leaves, from, middle)];
}

/** @param count 2 or more; @returns the largest power of two smaller than it */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
