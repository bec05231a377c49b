import fc from 'fast-check';
import { CompactRange } from './compact-range.js';
import { leafHash } from './hash.js';
import { consistencyProof, inclusionProof, rootOf } from './proofs.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');

/** Leaf data and roots of the reference implementations of RFC 6962. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (data) => leafHash(bytes(data)),
);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('given the reference leaves of RFC 6962', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'then a tree of $size has the reference root',
    ({ size, root }) => {
      expect(hex(rootOf(LEAVES.slice(0, size)))).toBe(root);
      const range = CompactRange.empty();
      for (const leaf of LEAVES.slice(0, size)) range.append(leaf);
      expect(hex(range.root())).toBe(root);
      expect(hex(CompactRange.at(size, range.frontier()).root())).toBe(root);
    },
  );

  it('then the inclusion of leaf 3 in a tree of 8 is the reference proof', () => {
    expect(inclusionProof(LEAVES, 3, 8).map(hex)).toEqual([
      '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  it('then the inclusion of leaf 5 in a tree of 6 is the reference proof', () => {
    expect(inclusionProof(LEAVES, 5, 6).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('then the consistency of 3 with 7 is the reference proof', () => {
    expect(consistencyProof(LEAVES, 3, 7).map(hex)).toEqual([
      '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
      '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      '837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e',
    ]);
  });

  it('then the consistency of 4 with 8 is the reference proof', () => {
    expect(consistencyProof(LEAVES, 4, 8).map(hex)).toEqual([
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });
});

describe('given any tree', () => {
  const treeOf = (size: number) => Array.from({ length: size }, (_, index) => leafHash(`leaf ${index}`));
  const tree = fc.integer({ min: 1, max: 70 }).map(treeOf);
  const indexIn = (size: number) => fc.integer({ min: 0, max: size - 1 });

  it('then the compact range agrees with the recursive definition at every size', () => {
    const leaves = treeOf(300);
    const range = CompactRange.empty();
    for (const [index, leaf] of leaves.entries()) {
      range.append(leaf);
      expect(range.root()).toEqual(rootOf(leaves, 0, index + 1));
    }
  });

  it('then each leaf is proved, and only at its own place, with its own hash and against its own root', () => {
    const claims = tree.chain((leaves) =>
      fc.tuple(fc.constant(leaves), indexIn(leaves.length), indexIn(leaves.length)),
    );
    fc.assert(
      fc.property(claims, ([leaves, index, other]) => {
        const proof = inclusionProof(leaves, index);
        const claim = { leafHash: leaves[index]!, leafIndex: index, treeSize: leaves.length, rootHash: rootOf(leaves) };
        expect(verifyInclusion(claim, proof)).toBe(true);
        expect(verifyInclusion({ ...claim, leafHash: leafHash('other') }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, rootHash: leafHash('other') }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, leafIndex: leaves.length }, proof)).toBe(false);
        expect(verifyInclusion(claim, [...proof, leafHash('one too many')])).toBe(false);
        if (proof.length > 0) expect(verifyInclusion(claim, proof.slice(1))).toBe(false);
        if (other !== index) expect(verifyInclusion({ ...claim, leafIndex: other }, proof)).toBe(false);
      }),
    );
  });

  it('then growth is proved, and a rewritten, shortened or invented past is not', () => {
    const claims = tree.chain((leaves) => fc.tuple(fc.constant(leaves), fc.integer({ min: 1, max: leaves.length })));
    fc.assert(
      fc.property(claims, ([leaves, from]) => {
        const proof = consistencyProof(leaves, from);
        const earlier = { treeSize: from, rootHash: rootOf(leaves, 0, from) };
        const later = { treeSize: leaves.length, rootHash: rootOf(leaves) };
        expect(verifyConsistency({ from: earlier, to: later }, proof)).toBe(true);
        const rewritten = { ...earlier, rootHash: rootOf([leafHash('rewritten'), ...leaves.slice(1, from)]) };
        expect(verifyConsistency({ from: rewritten, to: later }, proof)).toBe(false);
        expect(verifyConsistency({ from: earlier, to: { ...later, rootHash: leafHash('other') } }, proof)).toBe(false);
        expect(verifyConsistency({ from: earlier, to: later }, [...proof, leafHash('one too many')])).toBe(false);
        if (from < leaves.length) expect(verifyConsistency({ from: later, to: earlier }, proof)).toBe(false);
      }),
    );
  });

  it('then a proof for a leaf or a size that is not there is refused when it is asked for', () => {
    expect(() => inclusionProof(treeOf(3), 3)).toThrow(RangeError);
    expect(() => inclusionProof(treeOf(3), 0, 4)).toThrow(RangeError);
    expect(() => consistencyProof(treeOf(3), 0)).toThrow(RangeError);
    expect(() => consistencyProof(treeOf(3), 3, 2)).toThrow(RangeError);
    expect(() => CompactRange.at(3, Buffer.alloc(32))).toThrow(RangeError);
  });
});
