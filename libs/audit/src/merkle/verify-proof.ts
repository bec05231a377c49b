import { nodeHash } from './hash.js';

/** What an inclusion proof is to show. */
export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  /** From 0. */
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly rootHash: Uint8Array;
}

/**
 * Whether a leaf is in the tree that a head describes.
 *
 * @param proof hashes from the leaf to the root, lowest first; foreign, so a malformed one is merely false
 * @see RFC 9162 2.1.3.2
 */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Uint8Array[]): boolean {
  if (!isIndexOf(claim.leafIndex, claim.treeSize)) return false;
  let node = claim.leafIndex;
  let last = claim.treeSize - 1;
  let hash: Buffer = Buffer.from(claim.leafHash);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash.equals(claim.rootHash);
}

/** What a consistency proof is to show. */
export interface ConsistencyClaim {
  readonly from: { readonly treeSize: number; readonly rootHash: Uint8Array };
  readonly to: { readonly treeSize: number; readonly rootHash: Uint8Array };
}

/**
 * Whether the later tree only added leaves to the earlier one.
 *
 * @param proof foreign, so a malformed one is merely false
 * @see RFC 9162 2.1.4.2
 */
export function verifyConsistency({ from, to }: ConsistencyClaim, proof: readonly Uint8Array[]): boolean {
  if (!isIndexOf(from.treeSize - 1, to.treeSize)) return false;
  if (from.treeSize === to.treeSize) return proof.length === 0 && Buffer.from(from.rootHash).equals(to.rootHash);

  const path = isPowerOfTwo(from.treeSize) ? [from.rootHash, ...proof] : [...proof];
  const start = path.shift();
  if (start === undefined) return false;

  let [node, last] = [from.treeSize - 1, to.treeSize - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let earlier: Buffer = Buffer.from(start);
  let later: Buffer = Buffer.from(start);
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      earlier = nodeHash(sibling, earlier);
      later = nodeHash(sibling, later);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      later = nodeHash(later, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && earlier.equals(from.rootHash) && later.equals(to.rootHash);
}

function isIndexOf(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
