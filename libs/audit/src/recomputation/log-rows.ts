import type { EntityManager } from 'typeorm';

/** A leaf beside the entry that it stands for. */
export interface LeafWithEntry {
  readonly leafIndex: number;
  readonly entryId: string;
  readonly leafHash: Buffer;
  /** null when the entry is gone */
  readonly body: string | null;
}

export interface HeadRow {
  readonly treeSize: number;
  readonly rootHash: Buffer;
  readonly frontier: Buffer;
  readonly signedAt: string;
  readonly jws: string;
}

/** Bounds the memory of a verification, whatever the length of the log. */
const PAGE = 5000;

/** All leaves in order, a page at a time. */
export async function* leavesInOrder(snapshot: EntityManager): AsyncGenerator<readonly LeafWithEntry[]> {
  let after = -1;
  for (;;) {
    const rows = await snapshot.query<(Omit<LeafWithEntry, 'leafIndex'> & { leafIndex: string })[]>(
      `SELECT leaf_index AS "leafIndex", leaf.entry_id AS "entryId", leaf_hash AS "leafHash", body
       FROM audit_leaf AS leaf LEFT JOIN audit_entry AS entry ON entry.entry_id = leaf.entry_id
       WHERE leaf_index > $1 ORDER BY leaf_index LIMIT ${PAGE}`,
      [after],
    );
    const page = rows.map((row) => ({ ...row, leafIndex: Number(row.leafIndex) }));
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.leafIndex;
  }
}

/** All heads in order, a page at a time. */
export async function* headsInOrder(snapshot: EntityManager): AsyncGenerator<HeadRow> {
  let after = -1;
  for (;;) {
    const rows = await snapshot.query<(Omit<HeadRow, 'treeSize'> & { treeSize: string })[]>(
      `SELECT tree_size AS "treeSize", root_hash AS "rootHash", frontier, signed_at AS "signedAt", jws
       FROM audit_tree_head WHERE tree_size > $1 ORDER BY tree_size LIMIT ${PAGE}`,
      [after],
    );
    for (const row of rows) yield { ...row, treeSize: Number(row.treeSize) };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = Number(last.treeSize);
  }
}

/** Entries outside the tree: what is known of each of them. */
export interface StrayEntry {
  readonly entryId: string;
  /** Whether it waits for its place in the tree. */
  readonly queued: boolean;
  readonly queuedHash: Buffer | null;
  /** null when the queue names an entry that is gone */
  readonly body: string | null;
  /** Whether it already has a place. */
  readonly sealed: boolean;
}

/** Everything in the queue, and every entry that is neither there nor in the tree. */
export function entriesOutsideTree(snapshot: EntityManager): Promise<StrayEntry[]> {
  return snapshot.query<StrayEntry[]>(
    `SELECT coalesce(queue.entry_id, entry.entry_id) AS "entryId", queue.entry_id IS NOT NULL AS queued,
       queue.leaf_hash AS "queuedHash", body, leaf.entry_id IS NOT NULL AS sealed
     FROM audit_unsealed AS queue
     FULL JOIN audit_entry AS entry ON entry.entry_id = queue.entry_id
     LEFT JOIN audit_leaf AS leaf ON leaf.entry_id = coalesce(queue.entry_id, entry.entry_id)
     WHERE queue.entry_id IS NOT NULL OR leaf.entry_id IS NULL
     ORDER BY queue.arrival NULLS FIRST`,
  );
}

export async function countRows(
  snapshot: EntityManager,
): Promise<{ readonly entries: number; readonly leaves: number }> {
  const [row] = await snapshot.query<{ entries: string; leaves: string }[]>(
    'SELECT (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM audit_leaf) AS leaves',
  );
  return { entries: Number(row?.entries), leaves: Number(row?.leaves) };
}
