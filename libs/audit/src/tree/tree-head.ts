/** What a node claims its log to be at one moment. @see RFC 6962 3.5 */
export interface TreeHead {
  /** The node that keeps the log, by country code. */
  readonly nodeId: string;
  /** Number of leaves. */
  readonly treeSize: number;
  /** Hex, 64 characters. */
  readonly rootHash: string;
  /** UTC instant with milliseconds. */
  readonly time: string;
  /** `sha256:` + hex of the previous head's JWS; absent in the first. */
  readonly previous?: string;
}

/** A tree head under the node's audit key. */
export interface SignedTreeHead {
  readonly head: TreeHead;
  /** Compact JWS; its payload is the RFC 8785 form of the head. */
  readonly jws: string;
}
