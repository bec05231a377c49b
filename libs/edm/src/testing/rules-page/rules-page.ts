import type { Severity } from '../../reading.js';
import { RULE_SETS, type DocumentKind } from '../../rules/rule-sets.js';
import { EDM_1_0, EDM_1_1, EDM_1_2, EDM_2_0, EDM_BACKGROUND_0_1, type SpecificationLine } from '../../specification.js';
import { FAULT_TABLES, faultOf } from '../single-faults/index.js';

/** `docs/rules.md`, from the rules themselves. */

/** The newest line first: its words stand for a rule that older lines share. */
const LINES: readonly [line: SpecificationLine, name: string][] = [
  [EDM_2_0, '2.0'],
  [EDM_BACKGROUND_0_1, 'bg'],
  [EDM_1_2, '1.2'],
  [EDM_1_1, '1.1'],
  [EDM_1_0, '1.0'],
];

const COLUMN = ['1.0', '1.1', '1.2', '2.0', 'bg'];

const SECTIONS: readonly [kind: DocumentKind, title: string, chapter: string][] = [
  ['request', 'Evidence request', '4.5.1'],
  ['response', 'Evidence response', '4.5.2'],
  ['error', 'Error response', '4.5.3'],
  ['header', 'ebMS header', '4.7.1'],
  ['notification', 'Notification', 'profile'],
];

interface Row {
  readonly id: string;
  readonly says: string;
  readonly severities: Map<string, Severity>;
  readonly tables: Set<string>;
}

/** @returns the page as it has to stand in the repository */
export function rulesPage(): string {
  const sections = SECTIONS.map(([kind, title, chapter]) => ({ title, chapter, rows: rowsOf(kind) }));
  return [
    '# Rules',
    '',
    'Written by `npm run -s docs:rules` from the rules in `libs/edm/src/rules`; a test compares. `R-…` are official ids, `POC-…` and `BG-…` this project’s. FATAL refuses a message, WARNING and CAUTION are advice. The chapter is that of the Technical Design Documents 2.0, `profile` is the proposed background profile `oots-edm-bg:v0.1` (`bg`). The words are those of the newest line; where a line asks something else under the same id, its rules are in `libs/edm/src/rules/line-1`.',
    '',
    'Every rule of every line is broken singly in `libs/edm/src/rules/single-faults.spec.ts`; the last column names the table in `libs/edm/src/testing/single-faults` that says how. All rules of 2.0 are also compared with the reconstructed Schematron files (`libs/edm/src/rules/agreement.spec.ts`, `libs/edm/src/rules/generated-messages.spec.ts`).',
    '',
    '`npm run fuzz` gives every reader 100,000 mutated messages and prints the slowest; an ordinary test run tries 2,000. `FUZZ_INPUTS` sets another number, `FUZZ_SECONDS` (240) ends a run with what it has tried.',
    '',
    '| Line | Rules |',
    '| --- | --- |',
    ...LINES.map(([line, name]) => `| ${name} | ${String(countOf(line))} |`),
    '',
    ...sections.flatMap(({ title, chapter, rows }) => [
      `## ${title}`,
      '',
      '| Rule | Chapter | Severity | Lines | What has to be so | Broken in |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) => written(row, chapter)),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function countOf(line: SpecificationLine): number {
  return new Set(Object.values(RULE_SETS[line]).flatMap((rules) => rules.map(({ id }) => id))).size;
}

function rowsOf(kind: DocumentKind): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const [line, name] of LINES) {
    for (const { id, says, severity } of RULE_SETS[line][kind]) {
      const row = rows.get(id) ?? { id, says, severities: new Map<string, Severity>(), tables: new Set<string>() };
      row.severities.set(name, severity);
      row.tables.add(tableOf(line, id));
      rows.set(id, row);
    }
  }
  return [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** @throws {RangeError} when the rule is broken nowhere */
function tableOf(line: SpecificationLine, rule: string): string {
  const fault = faultOf(line, rule);
  const found = Object.entries(FAULT_TABLES).find(([, faults]) => fault !== undefined && faults.includes(fault));
  if (found === undefined) throw new RangeError(`nothing breaks ${rule} of ${line}`);
  return found[0];
}

function written(row: Row, chapter: string): string {
  const own = row.id.startsWith('BG-') ? 'profile' : chapter;
  const lines = COLUMN.filter((name) => row.severities.has(name));
  const tables = [...row.tables].map((table) => `\`${table}\``).join(', ');
  return `| ${row.id} | ${own} | ${severityOf(row)} | ${lines.join(' ')} | ${row.says.replaceAll('<', '&lt;')} | ${tables} |`;
}

function severityOf({ severities }: Row): string {
  const [[, newest] = ['', undefined]] = severities;
  const others = [...severities].filter(([, severity]) => severity !== newest);
  const exceptions = others.map(([name, severity]) => `${name}: ${severity}`);
  return [newest, ...(exceptions.length > 0 ? [`(${exceptions.join(', ')})`] : [])].join(' ');
}
