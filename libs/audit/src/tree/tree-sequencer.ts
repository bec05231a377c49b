import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '@oots/edm';
import { CompactRange } from '../merkle/compact-range.js';
import { leafHash } from '../merkle/hash.js';
import type { SignedTreeHead, TreeHead } from './tree-head.js';
import { digestOfHead } from './tree-head-signer.js';
import type { TreeHeadSigner } from './tree-head-signer.js';

/** What one pass did. `busy`: another sequencer of the same log was at work. */
export type SealOutcome =
  | { readonly outcome: 'sealed'; readonly entries: number; readonly head: SignedTreeHead }
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'busy' };

/** The tables contradict what was signed: nothing more is signed on top of them. */
export class AuditLogDamaged extends Error {
  override readonly name = 'AuditLogDamaged';
}

/** Identifies the sequencer's lock among the advisory locks of the node's database. */
const SEQUENCER_LOCK = 0x6f6f7473;

interface UnsealedRow {
  readonly entry_id: string;
  readonly leaf_hash: Buffer;
  readonly body: string | null;
}

interface HeadRow {
  readonly tree_size: string;
  readonly root_hash: Buffer;
  readonly frontier: Buffer;
  readonly jws: string;
}

/**
 * Gives committed entries their place in the tree and signs the new head. One at a time by an advisory lock; the appenders
 * never wait for it. It works off a queue that the entries' own transactions fill, so an entry that commits late is simply
 * still there: a high-water mark would step over it.
 */
export class TreeSequencer {
  /** @param batchSize leaves per head, 1 or more */
  constructor(
    private readonly database: DataSource,
    private readonly nodeId: string,
    private readonly signer: TreeHeadSigner,
    private readonly clock: Clock,
    private readonly batchSize = 1000,
  ) {}

  /**
   * One batch.
   * @throws {AuditLogDamaged} when a row is not what was written
   */
  async seal(): Promise<SealOutcome> {
    return this.database.transaction(async (transaction) => {
      if (!(await this.lock(transaction))) return { outcome: 'busy' };
      const unsealed = await this.oldestUnsealed(transaction);
      if (unsealed.length === 0) return { outcome: 'nothing' };
      const newest = await newestHead(transaction);
      const range = newest === undefined ? CompactRange.empty() : rangeOf(newest);
      await this.appendLeaves(unsealed, range, transaction);
      const head = await this.signHead(range, newest, transaction);
      return { outcome: 'sealed', entries: unsealed.length, head };
    });
  }

  /**
   * Batch after batch until nothing committed is left outside the tree.
   * @returns the number of entries sealed here
   * @throws {AuditLogDamaged} when a row is not what was written
   */
  async sealAll(): Promise<number> {
    let entries = 0;
    for (;;) {
      const pass = await this.seal();
      if (pass.outcome !== 'sealed') return entries;
      entries += pass.entries;
    }
  }

  private async lock(transaction: EntityManager): Promise<boolean> {
    const [row] = await transaction.query<{ locked: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS locked', [
      SEQUENCER_LOCK,
    ]);
    return row?.locked === true;
  }

  private oldestUnsealed(transaction: EntityManager): Promise<UnsealedRow[]> {
    return transaction.query<UnsealedRow[]>(
      `SELECT entry_id, leaf_hash, body FROM audit_unsealed LEFT JOIN audit_entry USING (entry_id)
       ORDER BY arrival LIMIT $1`,
      [this.batchSize],
    );
  }

  private async appendLeaves(rows: UnsealedRow[], range: CompactRange, transaction: EntityManager): Promise<void> {
    const first = range.size;
    for (const { entry_id, leaf_hash, body } of rows) {
      if (body === null) throw new AuditLogDamaged(`entry ${entry_id} is gone`);
      if (!leafHash(body).equals(leaf_hash)) throw new AuditLogDamaged(`entry ${entry_id} is not what was appended`);
      range.append(leaf_hash);
    }
    const entryIds = rows.map((row) => row.entry_id);
    await transaction.query(
      `INSERT INTO audit_leaf (leaf_index, entry_id, leaf_hash)
       SELECT $1::bigint + position - 1, entry_id, leaf_hash
       FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS batch (entry_id, leaf_hash, position)`,
      [first, entryIds, rows.map((row) => row.leaf_hash)],
    );
    await transaction.query('DELETE FROM audit_unsealed WHERE entry_id = ANY ($1::uuid[])', [entryIds]);
  }

  private async signHead(
    range: CompactRange,
    previous: HeadRow | undefined,
    transaction: EntityManager,
  ): Promise<SignedTreeHead> {
    const root = range.root();
    const head: TreeHead = {
      nodeId: this.nodeId,
      treeSize: range.size,
      rootHash: root.toString('hex'),
      time: this.clock.now().toISOString(),
      ...(previous !== undefined && { previous: digestOfHead(previous.jws) }),
    };
    const signed = await this.signer.sign(head);
    await transaction.query(
      'INSERT INTO audit_tree_head (tree_size, root_hash, frontier, signed_at, jws) VALUES ($1, $2, $3, $4, $5)',
      [range.size, root, range.frontier(), head.time, signed.jws],
    );
    return signed;
  }
}

async function newestHead(transaction: EntityManager): Promise<HeadRow | undefined> {
  const [row] = await transaction.query<HeadRow[]>(
    'SELECT tree_size, root_hash, frontier, jws FROM audit_tree_head ORDER BY tree_size DESC LIMIT 1',
  );
  return row;
}

function rangeOf(head: HeadRow): CompactRange {
  const range = CompactRange.at(Number(head.tree_size), head.frontier);
  if (!range.root().equals(head.root_hash))
    throw new AuditLogDamaged(`head ${head.tree_size} contradicts its frontier`);
  return range;
}
