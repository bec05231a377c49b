import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './workspace.js';

interface Planted {
  /** What is wrong with it, or what it is allowed to do. */
  readonly what: string;
  readonly file: string;
  readonly text: string;
  /** The rule that has to object; undefined when none may. */
  readonly caughtBy: string | undefined;
}

const BOUNDARIES = '@nx/enforce-module-boundaries';
const IMPORTS = 'no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';

const importing = (name: string): string => `export * from '${name}';\n`;

const PLANTED: readonly Planted[] = [
  {
    what: 'an import upwards',
    file: 'libs/edm/src/index.ts',
    text: importing('@oots/messaging'),
    caughtBy: BOUNDARIES,
  },
  {
    what: 'an import from two layers up',
    file: 'libs/audit/src/index.ts',
    text: importing('@oots/countries'),
    caughtBy: BOUNDARIES,
  },
  {
    what: 'an import of a neighbour',
    file: 'libs/consent/src/index.ts',
    text: importing('@oots/audit'),
    caughtBy: BOUNDARIES,
  },
  {
    what: 'an import of an app by a library',
    file: 'libs/node/src/index.ts',
    text: importing('../../../apps/node-fi/src/main.js'),
    caughtBy: BOUNDARIES,
  },
  {
    what: 'a country named by the node',
    file: 'libs/node/src/index.ts',
    text: importing('@oots/countries'),
    caughtBy: BOUNDARIES,
  },
  {
    what: 'an engine in the code of a library',
    file: 'libs/audit/src/index.ts',
    text: importing('@oots/postgres-engine'),
    caughtBy: BOUNDARIES,
  },
  {
    what: 'a path into another library',
    file: 'libs/node/src/index.ts',
    text: importing('../../edm/src/index.js'),
    caughtBy: BOUNDARIES,
  },
  {
    what: 'kafkajs outside its adapter',
    file: 'libs/messaging/src/index.ts',
    text: importing('kafkajs'),
    caughtBy: IMPORTS,
  },
  {
    what: 'the environment in a library',
    file: 'libs/node/src/index.ts',
    text: 'export const home = process.env;\n',
    caughtBy: SYNTAX,
  },
  {
    what: 'the time of the machine',
    file: 'libs/node/src/index.ts',
    text: 'export const at = Date.now();\n',
    caughtBy: SYNTAX,
  },
  {
    what: 'the time of the machine as a date',
    file: 'libs/node/src/index.ts',
    text: 'export const at = new Date();\n',
    caughtBy: SYNTAX,
  },
  { what: 'chance', file: 'libs/node/src/index.ts', text: 'export const chance = Math.random();\n', caughtBy: SYNTAX },
  {
    what: 'a random identifier',
    file: 'libs/node/src/index.ts',
    text: 'export const id = crypto.randomUUID();\n',
    caughtBy: SYNTAX,
  },
  {
    what: 'a random identifier by import',
    file: 'libs/node/src/index.ts',
    text: "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();\n",
    caughtBy: SYNTAX,
  },
  { what: 'an import downwards', file: 'libs/node/src/index.ts', text: importing('@oots/edm'), caughtBy: undefined },
  {
    what: 'a date that somebody gave',
    file: 'libs/node/src/index.ts',
    text: "export const day = new Date('2026-01-01');\n",
    caughtBy: undefined,
  },
  {
    what: 'the environment in main.ts',
    file: 'apps/node-fi/src/main.ts',
    text: 'export const environment = process.env;\n',
    caughtBy: undefined,
  },
];

describe('given faults planted against the rules of the workspace', () => {
  const found = new Map<Planted, readonly { ruleId: string; message: string }[]>();

  beforeAll(() => {
    // Without the graph of the projects the rule of the layers is skipped with a warning: the graph comes first.
    const graph = spawnSync(process.execPath, [join(ROOT, 'node_modules/nx/dist/bin/nx.js'), 'show', 'projects'], {
      cwd: ROOT,
    });
    if (graph.status !== 0) throw new Error('nx did not make its graph of the projects');
    const lint = spawnSync(process.execPath, ['--no-warnings', join(ROOT, 'infra/checks/planting/lint.js')], {
      cwd: ROOT,
      input: JSON.stringify(PLANTED),
      encoding: 'utf8',
    });
    if (lint.status !== 0) throw new Error(`lint did not run: ${lint.stderr}`);
    const findings = JSON.parse(lint.stdout) as { ruleId: string; message: string }[][];
    PLANTED.forEach((planted, index) => found.set(planted, findings[index] ?? []));
  }, 120_000);

  it.each(PLANTED.filter(({ caughtBy }) => caughtBy !== undefined))('then lint catches $what', (planted) => {
    expect(found.get(planted)?.map(({ ruleId }) => ruleId)).toContain(planted.caughtBy);
  });

  it.each(PLANTED.filter(({ caughtBy }) => caughtBy === undefined))('then lint lets $what pass', (planted) => {
    expect(found.get(planted)).toEqual([]);
  });
});
