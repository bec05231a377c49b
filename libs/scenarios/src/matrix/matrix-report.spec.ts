import { parseXml } from '@oots/edm/xml';
import type { EmptyCell, TriedCell } from './matrix-cell.js';
import { matrixHtml } from './matrix-html.js';
import { matrixJunit } from './matrix-junit.js';
import { matrixReport, type MatrixReport } from './matrix-report.js';

const passed: TriedCell = {
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
const failed: TriedCell = {
  ...passed,
  requester: 'EE',
  provider: 'FI',
  outcome: 'failed',
  problems: ['the exchange is refused ("EDM:ERR:0004" & <more>)'],
  exchangeId: 'x2',
};
const empty: EmptyCell = {
  requester: 'FI',
  provider: 'EE',
  evidenceType: 'birth',
  procedure: null,
  mode: null,
  specification: null,
  outcome: 'empty',
  reason: 'not-asked-for',
  because: 'no procedure of FI asks for birth',
};
const verdict = { entries: 7, treeSize: 7, rootHash: 'ab12', verified: true };

function reported(cells: MatrixReport['cells'], verified = true): MatrixReport {
  return matrixReport({
    transport: 'memory',
    database: 'PostgreSQL',
    seed: 2026,
    startedAt: '2026-11-23T10:00:00.000Z',
    seconds: 1.25,
    countries: ['FI', 'EE'],
    cells,
    logs: { FI: verdict, EE: { ...verdict, verified } },
  });
}

describe('given cells that passed, failed and are empty', () => {
  const report = reported([passed, failed, empty]);

  it('then the report adds them up, and does not hold', () => {
    expect(report).toMatchObject({
      pairs: 2,
      pairsPassed: 1,
      totals: { cells: 3, passed: 1, failed: 1, empty: 1, emptyBy: { 'not-asked-for': 1 } },
      holds: false,
    });
  });

  it('then the page says each outcome in a word, not in colour alone', () => {
    const page = matrixHtml(report);

    expect(page).toContain('✓ passed: system-check in 00, background-law, oots-edm-bg:v0.1, 38 ms');
    expect(page).toContain('✗ failed: system-check in 00');
    expect(page).toContain('– empty: no procedure of FI asks for birth');
    expect(page).toContain('the exchange is refused (&quot;EDM:ERR:0004&quot; &amp; &lt;more&gt;)');
  });

  it('then the page needs nothing from elsewhere, and its tables say what their headers head', () => {
    const page = matrixHtml(report);

    expect(page).not.toMatch(/<script|<link|src=|href=/);
    expect(page).not.toMatch(/<th(?![^>]*scope=)[ >]/);
    expect(page.match(/<table>/g)?.length).toBe(page.match(/<caption>/g)?.length);
  });

  it('then the JUnit file has a suite a pair and a test a cell, and skips say why', () => {
    const root = parseXml(matrixJunit(report));
    const cases = root.children.flatMap((suite) => suite.children);

    expect(root.attribute('tests')).toBe('3');
    expect(root.children.map((suite) => [suite.attribute('name'), suite.attribute('failures')])).toEqual([
      ['FI asks EE', '0'],
      ['EE asks FI', '1'],
    ]);
    expect(cases.flatMap((one) => one.children).map((child) => [child.local, child.attribute('message')])).toEqual([
      ['skipped', 'no procedure of FI asks for birth'],
      ['failure', 'the exchange is refused ("EDM:ERR:0004" & <more>)'],
    ]);
  });
});

describe('given that every cell passed', () => {
  it('then the report holds', () => {
    expect(reported([passed, empty]).holds).toBe(true);
  });

  it('when a log does not verify, then it does not hold', () => {
    expect(reported([passed], false).holds).toBe(false);
  });

  it('when nothing was tried at all, then it does not hold', () => {
    expect(reported([empty]).holds).toBe(false);
  });
});
