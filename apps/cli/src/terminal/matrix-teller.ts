import type { EmptyCell, MatrixReport, TriedCell } from '@oots/scenarios';
import { EMPTY_REASONS, isTried, nameOf } from '@oots/scenarios';
import type { Terminal } from './terminal.js';

const COLUMN = 10;

/** Shows a matrix in the terminal: requesters down, providers across, and below what failed and what is empty. */
export class MatrixTeller {
  constructor(private readonly terminal: Terminal) {}

  tell(report: MatrixReport, folder: string): void {
    const { bold, dim, green, red } = this.terminal.colours;
    const { totals, pairs, pairsPassed } = report;
    this.terminal.line();
    this.terminal.line(bold('Who asks (down) whom (across): exchanges that passed, of those that were tried'));
    this.terminal.line(`      ${report.countries.map((country) => country.padEnd(COLUMN)).join('')}`);
    for (const requester of report.countries) this.terminal.line(this.row(report, requester));
    this.failed(report);
    this.empty(report);
    this.terminal.line();
    for (const [country, { verified, entries }] of Object.entries(report.logs)) {
      this.terminal.line(`log of ${country}  ${entries} entries  ${verified ? green('verified') : red('DAMAGED')}`);
    }
    this.terminal.line();
    this.terminal.line(dim(`messages ${report.transport}; data ${report.database}`));
    this.terminal.line(dim(`report in ${folder}`));
    const verdict = report.holds ? green('Everything passed.') : red('NOT everything passed.');
    this.terminal.line(
      `${verdict} ${totals.passed} of ${totals.passed + totals.failed} cells, ${pairsPassed} of ${pairs} pairs, in ${report.seconds} s; ${totals.empty} cells are empty by declaration.`,
    );
  }

  private row({ countries, cells }: MatrixReport, requester: string): string {
    const { dim, green, red } = this.terminal.colours;
    const columns = countries.map((provider) => {
      const tried = cells
        .filter((cell) => cell.requester === requester && cell.provider === provider)
        .filter((cell) => isTried(cell));
      const passed = tried.filter(({ outcome }) => outcome === 'passed').length;
      if (tried.length === 0) return dim('·'.padEnd(COLUMN));
      const sound = passed === tried.length;
      const text = `${passed}/${tried.length} ${sound ? 'ok' : 'FAIL'}`.padEnd(COLUMN);
      return sound ? green(text) : red(text);
    });
    return `  ${requester}  ${columns.join('')}`;
  }

  private failed({ cells }: MatrixReport): void {
    const failed = cells.filter((cell): cell is TriedCell => cell.outcome === 'failed');
    if (failed.length === 0) return;
    const { bold, red } = this.terminal.colours;
    this.terminal.line();
    this.terminal.line(bold('What failed'));
    for (const cell of failed) this.terminal.line(`  ${red('NOT')}  ${nameOf(cell)}: ${cell.problems.join('; ')}`);
  }

  private empty({ cells: all }: MatrixReport): void {
    const { bold, dim } = this.terminal.colours;
    const empty = all.filter((cell): cell is EmptyCell => cell.outcome === 'empty');
    this.terminal.line();
    this.terminal.line(bold('What is empty by declaration'));
    for (const [reason, ofReason] of Map.groupBy(empty, (cell) => cell.reason)) {
      this.terminal.line(`  ${EMPTY_REASONS[reason]}`);
      for (const [because, cells] of Map.groupBy(ofReason, (cell) => cell.because)) {
        this.terminal.line(dim(`    ${String(cells.length).padStart(3)}  ${because}`));
      }
    }
    this.terminal.line(dim('  The report names each of them.'));
  }
}
