import type { EntityManager } from 'typeorm';
import { CompactRange } from '../merkle/compact-range.js';
import { leafHash } from '../merkle/hash.js';
import { TreeHeadVerifier } from '../tree/tree-head-signer.js';
import type { LogProblem, VerificationReport } from '../verification-report.js';
import type { VerificationOptions } from '../verify-log.js';
import { HeadChain } from './head-chain.js';
import { countRows, entriesOutsideTree, headsInOrder, leavesInOrder } from './log-rows.js';
import type { HeadRow, LeafWithEntry, StrayEntry } from './log-rows.js';

/** One pass over the tables of a log, leaf by leaf, comparing with each signed head when its size is reached. */
export class LogRecomputation {
  private readonly range = CompactRange.empty();
  private readonly chain: HeadChain;
  private readonly heads: AsyncGenerator<HeadRow>;
  private nextHead: HeadRow | undefined;
  private previousSize = 0;

  constructor(
    private readonly snapshot: EntityManager,
    private readonly options: VerificationOptions,
  ) {
    this.chain = new HeadChain(options.nodeId, new TreeHeadVerifier(options.keys));
    this.heads = headsInOrder(snapshot);
  }

  async run(): Promise<VerificationReport> {
    const strays = await entriesOutsideTree(this.snapshot);
    const counted = await countRows(this.snapshot);
    const firstProblem = (await this.throughTheTree(counted.leaves)) ?? firstStrayProblem(strays);
    return {
      nodeId: this.options.nodeId,
      ...counted,
      unsealed: strays.filter((stray) => strayProblem(stray) === undefined).length,
      heads: this.chain.length,
      treeSize: this.chain.treeSize,
      rootHash: this.range.root().toString('hex'),
      headSignatureValid: await this.newestSignatureIsValid(),
      verified: firstProblem === undefined,
      ...(firstProblem !== undefined && { firstProblem }),
    };
  }

  private async throughTheTree(leaves: number): Promise<LogProblem | undefined> {
    await this.advanceHead();
    for await (const page of leavesInOrder(this.snapshot)) {
      for (const leaf of page) {
        const problem = this.leafProblem(leaf) ?? (await this.headProblem());
        if (problem !== undefined) return problem;
      }
      this.options.onProgress?.(this.range.size, leaves);
    }
    return this.endProblem();
  }

  private leafProblem(leaf: LeafWithEntry): LogProblem | undefined {
    const leafIndex = this.range.size;
    if (leaf.leafIndex !== leafIndex) {
      return { kind: 'leaf-missing', leafIndex, explanation: `leaf ${leafIndex} is gone` };
    }
    if (this.nextHead === undefined) {
      return {
        kind: 'leaf-unsigned',
        leafIndex,
        entryId: leaf.entryId,
        explanation: `no head covers leaf ${leafIndex}`,
      };
    }
    const { entryId } = leaf;
    if (leaf.body === null) {
      return { kind: 'entry-missing', leafIndex, entryId, explanation: `the entry of leaf ${leafIndex} is gone` };
    }
    if (!leafHash(leaf.body).equals(leaf.leafHash)) {
      return { kind: 'entry-changed', leafIndex, entryId, explanation: `leaf ${leafIndex} and its entry disagree` };
    }
    if (entryIdIn(leaf.body) !== entryId) {
      return { kind: 'leaf-changed', leafIndex, entryId, explanation: `leaf ${leafIndex} names another entry` };
    }
    this.range.append(leaf.leafHash);
    return undefined;
  }

  /** Compares with the signed head of the size that has just been reached, if there is one. */
  private async headProblem(): Promise<LogProblem | undefined> {
    const head = this.nextHead;
    if (head?.treeSize !== this.range.size) return undefined;
    const problem = (await this.chain.link(head)) ?? this.rootProblem(head);
    this.previousSize = head.treeSize;
    await this.advanceHead();
    return problem;
  }

  private rootProblem(head: HeadRow): LogProblem | undefined {
    const { treeSize } = head;
    const root = this.range.root();
    if (!root.equals(head.rootHash)) {
      return {
        kind: 'root-mismatch',
        treeSize,
        leafIndex: this.previousSize,
        explanation: `leaves ${this.previousSize} to ${treeSize - 1} are not what the head of ${treeSize} was signed over`,
      };
    }
    if (!this.range.frontier().equals(head.frontier)) {
      return {
        kind: 'head-changed',
        treeSize,
        explanation: `the frontier of the head of ${treeSize} is not the tree's`,
      };
    }
    return undefined;
  }

  private endProblem(): LogProblem | undefined {
    const head = this.nextHead;
    if (head === undefined) return undefined;
    const { treeSize } = head;
    const leafIndex = this.range.size;
    if (treeSize <= leafIndex)
      return { kind: 'head-changed', treeSize, explanation: `no tree of ${treeSize} was left` };
    return { kind: 'leaf-missing', leafIndex, treeSize, explanation: `leaf ${leafIndex} is gone` };
  }

  private async advanceHead(): Promise<void> {
    const next = await this.heads.next();
    this.nextHead = next.done === true ? undefined : next.value;
  }

  /** The newest signature is checked even when the pass stopped before it. */
  private async newestSignatureIsValid(): Promise<boolean> {
    const [newest] = await this.snapshot.query<{ jws: string }[]>(
      'SELECT jws FROM audit_tree_head ORDER BY tree_size DESC LIMIT 1',
    );
    return newest === undefined || this.chain.isSigned(newest.jws);
  }
}

function firstStrayProblem(strays: readonly StrayEntry[]): LogProblem | undefined {
  return strays.map(strayProblem).find((problem) => problem !== undefined);
}

function strayProblem({ entryId, queued, queuedHash, body, sealed }: StrayEntry): LogProblem | undefined {
  if (!queued) {
    return {
      kind: 'entry-outside-tree',
      entryId,
      explanation: `entry ${entryId} is not in the tree and does not wait for it`,
    };
  }
  if (sealed) {
    return { kind: 'entry-outside-tree', entryId, explanation: `entry ${entryId} waits for the tree that it is in` };
  }
  if (body === null)
    return { kind: 'entry-missing', entryId, explanation: `entry ${entryId}, not yet sealed, is gone` };
  if (queuedHash === null || !leafHash(body).equals(queuedHash) || entryIdIn(body) !== entryId) {
    return {
      kind: 'entry-changed',
      entryId,
      explanation: `entry ${entryId}, not yet sealed, is not what was appended`,
    };
  }
  return undefined;
}

function entryIdIn(body: string): string {
  return (JSON.parse(body) as { entryId: string }).entryId;
}
