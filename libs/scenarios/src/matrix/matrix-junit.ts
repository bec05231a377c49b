import { element, type Markup, textElement, writeDocument } from '@oots/edm/xml';
import { type EmptyCell, nameOf, type TriedCell } from './matrix-cell.js';
import { isTried, type MatrixReport } from './matrix-report.js';

/** The matrix as JUnit XML: one suite a pair, one test a cell. Cells empty by declaration are skipped tests that say why. */
export function matrixJunit(report: MatrixReport): string {
  const byPair = Map.groupBy(report.cells, ({ requester, provider }) => `${requester} asks ${provider}`);
  const suites = [...byPair].map(([pair, cells]) =>
    element('testsuite', { name: pair, ...counts(cells), timestamp: report.startedAt }, cells.map(testOf)),
  );
  const time = report.seconds.toFixed(2);
  return writeDocument(element('testsuites', { name: 'oots matrix', ...counts(report.cells), time }, suites), []);
}

function counts(cells: MatrixReport['cells']): Readonly<Record<string, string>> {
  const having = (outcome: string) => String(cells.filter((cell) => cell.outcome === outcome).length);
  return { tests: String(cells.length), failures: having('failed'), errors: '0', skipped: having('empty') };
}

function testOf(cell: TriedCell | EmptyCell): Markup {
  const classname = `matrix.${cell.requester}.${cell.provider}.${cell.evidenceType}`;
  if (!isTried(cell)) {
    const way = [cell.procedure, cell.mode, cell.specification].filter((part) => part !== null).join(', ');
    const name = [`${cell.requester} asks ${cell.provider} for ${cell.evidenceType}`, way].filter(Boolean).join(', ');
    return element('testcase', { classname, name }, element('skipped', { message: cell.because }));
  }
  const time = cell.milliseconds === null ? undefined : (cell.milliseconds / 1000).toFixed(3);
  return element(
    'testcase',
    { classname, name: nameOf(cell), time },
    cell.outcome === 'failed'
      ? textElement('failure', `exchange ${cell.exchangeId ?? 'not opened'}`, { message: cell.problems.join('; ') })
      : undefined,
  );
}
