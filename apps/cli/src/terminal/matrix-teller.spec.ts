import { PassThrough } from 'node:stream';
import { type MatrixReport, matrixReport, type TriedCell } from '@oots/scenarios';
import { MatrixTeller } from './matrix-teller.js';
import { Terminal } from './terminal.js';

const cell: TriedCell = {
  requester: 'FI',
  provider: 'EE',
  evidenceType: 'system-check',
  procedure: '00',
  mode: 'background-law',
  specification: 'oots-edm-bg:v0.1',
  outcome: 'passed',
  problems: [],
  milliseconds: 38,
  conversationId: 'c1',
  exchangeId: 'x1',
};
const found = {
  transport: 'memory',
  database: 'PostgreSQL',
  seed: 2026,
  startedAt: '2026-11-23T10:00:00.000Z',
  seconds: 1.25,
  countries: ['FI', 'EE'],
  logs: {},
};

function told(report: MatrixReport): string {
  const stream = new PassThrough();
  new MatrixTeller(new Terminal(stream)).tell(report, '.local/reports/matrix-1');
  return String(stream.read());
}

describe('given a matrix that is shown where nobody sees colours', () => {
  it('then a row says how many exchanges of each pair passed', () => {
    const text = told(matrixReport({ ...found, cells: [cell] }));

    expect(text).toMatch(/^ {2}FI {2}· +1\/1 ok/m);
    expect(text).toContain('Everything passed. 1 of 1 cells, 1 of 2 pairs');
  });

  it('when a cell failed, then it says so in words and says why', () => {
    const broken: TriedCell = { ...cell, outcome: 'failed', problems: ['the exchange is timed-out'] };

    const text = told(matrixReport({ ...found, cells: [cell, broken] }));

    expect(text).toContain('1/2 FAIL');
    expect(text).toContain(
      'NOT  FI asks EE for system-check in 00, background-law, oots-edm-bg:v0.1: the exchange is timed-out',
    );
    expect(text).toContain('NOT everything passed. 1 of 2 cells');
  });

  it('when cells are empty, then it groups them by who declared what', () => {
    const because = 'no procedure of FI asks for birth';
    const empty = {
      ...cell,
      procedure: null,
      mode: null,
      specification: null,
      reason: 'not-asked-for',
      because,
    } as const;
    const cells = [cell, { ...empty, outcome: 'empty' as const }, { ...empty, outcome: 'empty' as const }];

    expect(told(matrixReport({ ...found, cells }))).toContain(`2  ${because}`);
  });
});
