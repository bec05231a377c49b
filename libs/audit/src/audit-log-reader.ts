import type { EntityManager } from 'typeorm';
import type { AuditEntry } from './entry/audit-event.js';
import { consistencyProof, inclusionProof } from './merkle/proofs.js';
import { AuditEntryRow, AuditLeafRow, AuditTreeHeadRow } from './storage/index.js';
import type { SignedTreeHead } from './tree/tree-head.js';

/** That an entry is in the tree of a head, checkable without the log. */
export interface InclusionProof {
  readonly leafIndex: number;
  readonly treeSize: number;
  /** Hex, 64 characters. */
  readonly leafHash: string;
  /** Hex, lowest first. */
  readonly path: readonly string[];
}

/** Reads a log: for the views of an exchange, and for whoever asks for proofs. */
export class AuditLogReader {
  constructor(private readonly database: EntityManager) {}

  /** @returns what happened in one exchange, in the order of time */
  entriesOfExchange(exchangeId: string): Promise<readonly AuditEntry[]> {
    return this.entriesWhere({ exchangeId });
  }

  /** @returns what happened in all exchanges of one conversation, in the order of time */
  entriesOfConversation(conversationId: string): Promise<readonly AuditEntry[]> {
    return this.entriesWhere({ conversationId });
  }

  /** @returns undefined for a log that was never sealed */
  async newestHead(): Promise<SignedTreeHead | undefined> {
    const [row] = await this.database.find(AuditTreeHeadRow, { order: { treeSize: 'DESC' }, take: 1 });
    return row === undefined ? undefined : { head: headIn(row.jws), jws: row.jws };
  }

  /**
   * @param treeSize of the head that the proof is for
   * @returns undefined when the entry is not in the tree of that size
   */
  async inclusionOf(entryId: string, treeSize: number): Promise<InclusionProof | undefined> {
    const leaf = await this.database.findOneBy(AuditLeafRow, { entryId });
    const leafIndex = Number(leaf?.leafIndex ?? treeSize);
    if (leaf === null || leafIndex >= treeSize) return undefined;
    const path = inclusionProof(await this.leafHashes(treeSize), leafIndex, treeSize);
    return {
      leafIndex,
      treeSize,
      leafHash: leaf.leafHash.toString('hex'),
      path: path.map((hash) => hash.toString('hex')),
    };
  }

  /**
   * @returns hex hashes which prove that the tree of `to` leaves only added to the one of `from`
   * @throws {RangeError} when the log never had such trees
   */
  async consistencyOf(from: number, to: number): Promise<readonly string[]> {
    return consistencyProof(await this.leafHashes(to), from, to).map((hash) => hash.toString('hex'));
  }

  private async entriesWhere(
    where: { exchangeId: string } | { conversationId: string },
  ): Promise<readonly AuditEntry[]> {
    const rows = await this.database.find(AuditEntryRow, { where, order: { time: 'ASC' }, select: { body: true } });
    return rows.map((row) => JSON.parse(row.body) as AuditEntry);
  }

  private async leafHashes(treeSize: number): Promise<Buffer[]> {
    const rows = await this.database.query<{ leaf_hash: Buffer }[]>(
      'SELECT leaf_hash FROM audit_leaf WHERE leaf_index < $1 ORDER BY leaf_index',
      [treeSize],
    );
    return rows.map((row) => row.leaf_hash);
  }
}

function headIn(jws: string): SignedTreeHead['head'] {
  const payload = jws.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as SignedTreeHead['head'];
}
