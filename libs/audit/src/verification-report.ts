/** What can be wrong with a log, from its own tables and the public audit key. */
export type LogProblemKind =
  /** The entry's text is not what the tree holds. */
  | 'entry-changed'
  /** The tree holds an entry that is gone. */
  | 'entry-missing'
  /** An entry is neither in the tree nor waiting for it. */
  | 'entry-outside-tree'
  /** The leaf does not follow from its entry. */
  | 'leaf-changed'
  | 'leaf-missing'
  /** Leaves that no head covers. */
  | 'leaf-unsigned'
  /** Leaves are not in the order that was signed, or were replaced together with their entries. */
  | 'root-mismatch'
  /** Not signed by the node's audit key. */
  | 'head-forged'
  /** The row says something else than its signature. */
  | 'head-changed'
  /** Does not follow from the head before it. */
  | 'head-unlinked';

export interface LogProblem {
  readonly kind: LogProblemKind;
  readonly entryId?: string;
  readonly leafIndex?: number;
  /** Size of the head concerned. */
  readonly treeSize?: number;
  /** One sentence for an operator. */
  readonly explanation: string;
}

/** What recomputing a log from its tables found. */
export interface VerificationReport {
  readonly nodeId: string;
  readonly entries: number;
  readonly leaves: number;
  /** Entries that committed but are not in the tree yet: allowed, and shown. */
  readonly unsealed: number;
  /** Heads that were reached. */
  readonly heads: number;
  /** Of the newest head that was reached, 0 without one. */
  readonly treeSize: number;
  /** Recomputed over the leaves up to the first problem, hex. */
  readonly rootHash: string;
  /** Of the newest head, under the node's audit key; true for a log that has not been sealed yet. */
  readonly headSignatureValid: boolean;
  readonly verified: boolean;
  /** In the order of the tree. */
  readonly firstProblem?: LogProblem;
}
