import { ForgedTreeHead, digestOfHead } from '../tree/tree-head-signer.js';
import type { TreeHeadVerifier } from '../tree/tree-head-signer.js';
import type { TreeHead } from '../tree/tree-head.js';
import type { LogProblem } from '../verification-report.js';
import type { HeadRow } from './log-rows.js';

/** The signed heads of one log, each naming the one before. */
export class HeadChain {
  private digest: string | undefined;
  private size = 0;
  private heads = 0;

  constructor(
    private readonly nodeId: string,
    private readonly verifier: TreeHeadVerifier,
  ) {}

  /** Heads that were linked. */
  get length(): number {
    return this.heads;
  }

  /** Of the newest head that was linked. */
  get treeSize(): number {
    return this.size;
  }

  /** Adds the next head, in order of size, whatever is wrong with it. */
  async link(row: HeadRow): Promise<LogProblem | undefined> {
    const problem = await this.problemOf(row);
    this.digest = digestOfHead(row.jws);
    this.size = row.treeSize;
    this.heads += 1;
    return problem;
  }

  async isSigned(jws: string): Promise<boolean> {
    return (await this.signedHead(jws)) !== undefined;
  }

  private async problemOf({ treeSize, rootHash, signedAt, jws }: HeadRow): Promise<LogProblem | undefined> {
    const head = await this.signedHead(jws);
    if (head?.nodeId !== this.nodeId) {
      return { kind: 'head-forged', treeSize, explanation: `the head of ${treeSize} is not signed by ${this.nodeId}` };
    }
    if (head.treeSize !== treeSize || head.rootHash !== rootHash.toString('hex') || head.time !== signedAt) {
      return {
        kind: 'head-changed',
        treeSize,
        explanation: `the row of the head of ${treeSize} is not what was signed`,
      };
    }
    if (head.previous !== this.digest) {
      return {
        kind: 'head-unlinked',
        treeSize,
        explanation: `the head of ${treeSize} does not follow from the one before`,
      };
    }
    return undefined;
  }

  private async signedHead(jws: string): Promise<TreeHead | undefined> {
    try {
      return await this.verifier.verify(jws);
    } catch (error) {
      if (error instanceof ForgedTreeHead) return undefined;
      throw error;
    }
  }
}
