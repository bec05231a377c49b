import type { EmptyCell, EmptyReason, TriedCell } from './matrix-cell.js';
import type { LogVerdict } from '../stories/move-report.js';

/** A matrix as it was found: one object, for machines, for the terminal and for the report folder. No personal data. */
export interface MatrixReport {
  readonly transport: string;
  readonly database: string;
  /** Of the synthetic people. */
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** That the cells took, without the start of the network. */
  readonly seconds: number;
  /** In the order of the tables. */
  readonly countries: readonly string[];
  /** Directed pairs of countries. */
  readonly pairs: number;
  /** Pairs in which at least one cell passed and none failed. */
  readonly pairsPassed: number;
  readonly totals: {
    readonly cells: number;
    readonly passed: number;
    readonly failed: number;
    readonly empty: number;
    readonly emptyBy: Readonly<Partial<Record<EmptyReason, number>>>;
  };
  readonly cells: readonly (TriedCell | EmptyCell)[];
  /** What recomputing each node's log found afterwards, by country. */
  readonly logs: Readonly<Record<string, LogVerdict>>;
  /** No cell failed and every log verifies. */
  readonly holds: boolean;
}

export function isTried(cell: TriedCell | EmptyCell): cell is TriedCell {
  return cell.outcome !== 'empty';
}

/** Adds up what was found. */
export function matrixReport(
  found: Pick<
    MatrixReport,
    'transport' | 'database' | 'seed' | 'startedAt' | 'seconds' | 'countries' | 'logs' | 'cells'
  >,
): MatrixReport {
  const { cells, logs, countries } = found;
  const tried = cells.filter(isTried);
  const empty = cells.filter((cell) => cell.outcome === 'empty');
  const failed = tried.filter(({ outcome }) => outcome === 'failed');
  const byPair = Map.groupBy(tried, ({ requester, provider }) => `${requester} ${provider}`);
  const passedPairs = [...byPair.values()].filter((ofPair) => ofPair.every(({ outcome }) => outcome === 'passed'));
  return {
    ...found,
    pairs: countries.length * (countries.length - 1),
    pairsPassed: passedPairs.length,
    totals: {
      cells: cells.length,
      passed: tried.length - failed.length,
      failed: failed.length,
      empty: empty.length,
      emptyBy: Object.fromEntries(
        [...Map.groupBy(empty, ({ reason }) => reason)].map(([reason, ofReason]) => [reason, ofReason.length]),
      ),
    },
    holds: tried.length > 0 && failed.length === 0 && Object.values(logs).every(({ verified }) => verified),
  };
}
