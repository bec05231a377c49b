import type { PolicyQuestion } from './policy-decision.js';
import type { RuleRow } from './policy-table-shape.js';

const ANY = '*';

/** One combination of cells that a rule answers. */
interface RuleKey {
  readonly cells: readonly [procedure: string, requester: string, provider: string, evidence: string];
  readonly rule: RuleRow;
}

/** Finds the rule with the fewest wildcards. */
export class RuleIndex {
  private constructor(private readonly byCells: ReadonlyMap<string, RuleRow>) {}

  /** @returns the index, and what makes the rules undecidable: an index is only to be used without conflicts */
  static of(rules: readonly RuleRow[]): { readonly index: RuleIndex; readonly conflicts: readonly string[] } {
    const keys = rules.flatMap(keysOf);
    const byCells = new Map(keys.map(({ cells, rule }) => [cells.join('|'), rule]));
    return { index: new RuleIndex(byCells), conflicts: [...conflictsAmong(keys)] };
  }

  find({ procedure, requesterCountry, providerCountry, evidenceType }: PolicyQuestion): RuleRow | undefined {
    const cells = [procedure, requesterCountry, providerCountry, evidenceType];
    for (const wildcards of WILDCARDS_FEWEST_FIRST) {
      const rule = this.byCells.get(cells.map((cell, column) => (wildcards.has(column) ? ANY : cell)).join('|'));
      if (rule !== undefined) return rule;
    }
    return undefined;
  }
}

/** All sets of the four columns, smallest first. */
const WILDCARDS_FEWEST_FIRST: readonly ReadonlySet<number>[] = Array.from(
  { length: 16 },
  (_, bits) => new Set([0, 1, 2, 3].filter((column) => (bits >> column) % 2 === 1)),
).sort((one, other) => one.size - other.size);

function keysOf(rule: RuleRow): RuleKey[] {
  return rule.procedure.flatMap((procedure) =>
    rule.requester.flatMap((requester) =>
      rule.provider
        .filter((provider) => provider === ANY || provider !== requester)
        .flatMap((provider) =>
          rule.evidence.map((evidence): RuleKey => ({ cells: [procedure, requester, provider, evidence], rule })),
        ),
    ),
  );
}

/** Two rules that both answer one question with equally few wildcards, each pair once. */
function conflictsAmong(keys: readonly RuleKey[]): ReadonlySet<string> {
  const conflicts = new Set<string>();
  for (const [index, one] of keys.entries()) {
    for (const other of keys.slice(index + 1)) {
      if (exactness(one) !== exactness(other)) continue;
      const shared = one.cells.map((cell, column) => sharedCell(cell, other.cells[column] ?? ANY));
      if (shared.includes(undefined)) continue;
      conflicts.add(`rules ${one.rule.rule} and ${other.rule.rule} both decide ${shared.join(' ')}`);
    }
  }
  return conflicts;
}

const exactness = ({ cells }: RuleKey): number => cells.filter((cell) => cell !== ANY).length;

function sharedCell(one: string, other: string): string | undefined {
  if (one === ANY) return other;
  return other === ANY || one === other ? one : undefined;
}
