import type { PolicyTable } from '@oots/consent';
import { type Clock, systemClock } from '@oots/edm';
import { type CountryProfile, NodeConfig, shippedTables } from '@oots/node';
import { COUNTRIES } from '@oots/countries';
import pLimit from 'p-limit';
import { NodeLogBook } from '../log/node-log-book.js';
import type { Network } from '../network/network.js';
import { until } from '../network/node-client.js';
import type { LogVerdict } from '../stories/move-report.js';
import type { PlannedCell, TriedCell } from './matrix-cell.js';
import { matrixReport, type MatrixReport } from './matrix-report.js';
import { NodeRecords } from './node-records.js';
import { planCases } from './plan-cases.js';
import { planMatrix } from './plan-matrix.js';
import { PlayCase } from './play-case.js';

export interface MatrixOptions {
  /** The countries that the network was started with. Default: all six. */
  readonly profiles?: readonly CountryProfile[];
  /** What the nodes decide by. Default: the table that ships with them. */
  readonly policy?: PolicyTable;
  /** Of the synthetic people, as the nodes were started with it. Default: that of a node. */
  readonly seed?: number;
  /** Which of the planned cells to try; the others are left out of the report. Default: all. */
  readonly only?: (cell: PlannedCell) => boolean;
  /** Milliseconds that each step of a case may take. */
  readonly patience?: number;
  /** Cases under way at once. */
  readonly atOnce?: number;
  readonly clock?: Clock;
  /** Told of every cell as it ends. */
  readonly progress?: (cell: TriedCell, done: number, of: number) => void;
}

const PATIENCE = 60_000;
const AT_ONCE = 6;

/** Tries everything that the directories declare and the policy allows, between every two nodes of a running network. */
export async function runMatrix(network: Network, options: MatrixOptions = {}): Promise<MatrixReport> {
  const { profiles = COUNTRIES, seed = new NodeConfig().POPULATION_SEED, clock = systemClock, only } = options;
  const policy = options.policy ?? (await shippedTables()).policy;
  const plan = planMatrix(profiles, policy);
  const planned = only === undefined ? plan.planned : plan.planned.filter(only);
  const startedAt = clock.now();
  const { cases, empty } = await planCases(planned, profiles, seed, startedAt);

  const began = performance.now();
  const of = planned.length - empty.length;
  const tried: TriedCell[] = [];
  const records = await NodeRecords.of(network);
  try {
    const play = new PlayCase(network, records, options.patience ?? PATIENCE);
    const limit = pLimit(options.atOnce ?? AT_ONCE);
    await limit.map(cases, async (one) => {
      for (const cell of await play.run(one)) {
        tried.push(cell);
        options.progress?.(cell, tried.length, of);
      }
    });
  } finally {
    await records.close();
  }
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  return matrixReport({
    transport: network.transport,
    database: network.database,
    seed,
    startedAt: startedAt.toISOString(),
    seconds,
    countries: profiles.map(({ country }) => country),
    cells: inOrder([...tried, ...empty, ...(only === undefined ? plan.empty : [])], profiles),
    logs: await verdicts(network),
  });
}

/** Cases end in any order; a report has one. */
function inOrder(cells: MatrixReport['cells'], profiles: readonly CountryProfile[]): MatrixReport['cells'] {
  const order = profiles.map(({ country }) => country);
  const rank = ({ requester, provider }: MatrixReport['cells'][number]) =>
    order.indexOf(requester) * order.length + order.indexOf(provider);
  const within = ({ evidenceType, procedure, specification }: MatrixReport['cells'][number]) =>
    [evidenceType, procedure, specification].join(' ');
  return cells.toSorted((one, other) => rank(one) - rank(other) || within(one).localeCompare(within(other)));
}

/** Recomputes every node's log, with nothing left outside of its tree. */
async function verdicts(network: Network): Promise<Readonly<Record<string, LogVerdict>>> {
  const found: Record<string, LogVerdict> = {};
  for (const node of network.nodes.values()) {
    const verification = await until(
      () => new NodeLogBook(network, node).verify(),
      ({ unsealed, verified }) => unsealed === 0 || !verified,
      PATIENCE,
      `the sealing of the log of ${node.country}`,
    );
    const { entries, treeSize, rootHash, verified, firstProblem } = verification;
    found[node.country] = { entries, treeSize, rootHash, verified, ...(firstProblem && { firstProblem }) };
  }
  return found;
}
