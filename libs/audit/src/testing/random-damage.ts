import type { EntityManager } from 'typeorm';
import type { LogProblem } from '../verification-report.js';

/** One change of one row that only the owner of the tables could make. */
export interface Damage {
  readonly description: string;
  apply(transaction: EntityManager): Promise<unknown>;
  /** Whether the problem names the row that was changed. */
  isLocatedBy(problem: LogProblem): boolean;
}

/** @returns a whole number from 0 up to, not including, `below` */
export type Random = (below: number) => number;

/** Mulberry32: the same seed damages the same rows. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What the log to be damaged holds. */
export interface DamagedLog {
  readonly sealed: number;
  /** Leaves under each head; divides `sealed`. */
  readonly batch: number;
  readonly unsealed: number;
}

export function randomDamage(random: Random, { sealed, batch, unsealed }: DamagedLog): Damage {
  const leafIndex = random(sealed);
  const treeSize = (random(sealed / batch) + 1) * batch;
  const atLeaf = (problem: LogProblem) => problem.leafIndex === leafIndex;
  const atHead = (problem: LogProblem) => problem.treeSize === treeSize;
  const entry = `entry_id = (SELECT entry_id FROM audit_leaf WHERE leaf_index = ${leafIndex})`;
  const waiting = `(SELECT entry_id FROM audit_unsealed ORDER BY arrival OFFSET ${random(unsealed)} LIMIT 1)`;
  const flipped = (column: string, bits: number) => {
    const bit = random(bits);
    return `${column} = set_bit(${column}, ${bit}, 1 - get_bit(${column}, ${bit}))`;
  };
  const statement = (sql: string, isLocatedBy: Damage['isLocatedBy']): Damage => ({
    description: sql,
    apply: (transaction) => transaction.query(sql),
    isLocatedBy,
  });
  const kinds: readonly (() => Damage)[] = [
    () => bitOfText('audit_entry', 'body', entry, random, atLeaf),
    () => bitOfText('audit_entry', 'body', `entry_id = ${waiting}`, random, (problem) => problem.entryId !== undefined),
    () => bitOfText('audit_tree_head', 'jws', `tree_size = ${treeSize}`, random, atHead),
    () => statement(`DELETE FROM audit_entry WHERE ${entry}`, atLeaf),
    () => statement(`DELETE FROM audit_entry WHERE entry_id = ${waiting}`, ({ kind }) => kind === 'entry-missing'),
    () =>
      statement(`DELETE FROM audit_unsealed WHERE entry_id = ${waiting}`, ({ kind }) => kind === 'entry-outside-tree'),
    () =>
      statement(
        `UPDATE audit_unsealed SET ${flipped('leaf_hash', 256)} WHERE entry_id = ${waiting}`,
        ({ kind }) => kind === 'entry-changed',
      ),
    () => statement(`UPDATE audit_leaf SET ${flipped('leaf_hash', 256)} WHERE leaf_index = ${leafIndex}`, atLeaf),
    () => statement(`UPDATE audit_leaf SET leaf_index = ${1000 + leafIndex} WHERE leaf_index = ${leafIndex}`, atLeaf),
    () => statement(`UPDATE audit_leaf SET entry_id = gen_random_uuid() WHERE leaf_index = ${leafIndex}`, atLeaf),
    () => statement(`DELETE FROM audit_leaf WHERE leaf_index = ${leafIndex}`, atLeaf),
    () => statement(`UPDATE audit_tree_head SET ${flipped('root_hash', 256)} WHERE tree_size = ${treeSize}`, atHead),
    () => statement(`UPDATE audit_tree_head SET ${flipped('frontier', 256)} WHERE tree_size = ${treeSize}`, atHead),
    () =>
      statement(
        `UPDATE audit_tree_head SET tree_size = tree_size + 1 WHERE tree_size = ${treeSize}`,
        ({ treeSize: at, leafIndex: leaf }) => at === treeSize + 1 || leaf === treeSize,
      ),
    () =>
      statement(
        `DELETE FROM audit_tree_head WHERE tree_size = ${treeSize}`,
        ({ treeSize: at, leafIndex: leaf }) => at === treeSize + batch || leaf === treeSize - batch,
      ),
  ];
  return kinds[random(kinds.length)]!();
}

/** Flips one bit of one character; text that the database would not take as JSON is no damage, so another bit is tried. */
function bitOfText(
  table: string,
  column: string,
  where: string,
  random: Random,
  isLocatedBy: Damage['isLocatedBy'],
): Damage {
  const position = random(1_000_000);
  return {
    description: `${table}.${column} WHERE ${where}, bit from ${position}`,
    isLocatedBy,
    async apply(transaction) {
      const [row] = await transaction.query<Record<string, string>[]>(`SELECT ${column} FROM ${table} WHERE ${where}`);
      const text = Buffer.from(row![column]!);
      for (let at = position; ; at++) {
        const changed = Buffer.from(text);
        changed[at % text.length]! ^= 1 << (Math.floor(at / text.length) % 7);
        if (column === 'body' && !isEntry(changed.toString('latin1'))) continue;
        await transaction.query(`UPDATE ${table} SET ${column} = $1 WHERE ${where}`, [changed.toString('latin1')]);
        return;
      }
    },
  };
}

function isEntry(text: string): boolean {
  try {
    const entry = JSON.parse(text) as Record<string, unknown>;
    return typeof entry['type'] === 'string' && typeof entry['time'] === 'string' && !text.includes('\\u0000');
  } catch {
    return false;
  }
}
