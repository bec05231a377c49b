import { type EmptyCell, EMPTY_REASONS, type EmptyReason, type TriedCell } from './matrix-cell.js';
import { isTried, type MatrixReport } from './matrix-report.js';

const STYLE = [
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1a1a1a;background:#fff}',
  'table{border-collapse:collapse;margin:1rem 0}',
  'caption{text-align:left;font-weight:600;padding:.4rem 0}',
  'th,td{border:1px solid #767676;padding:.3rem .5rem;vertical-align:top;text-align:left;font-size:14px}',
  'thead th{position:sticky;top:0;background:#f0f0f0}',
  '.passed{background:#e4f4e4}.failed{background:#fbe0e0;font-weight:600}.empty{color:#555}',
  'td p{margin:0}.scroll{overflow-x:auto}',
].join('');

const SIGNS = { passed: '✓', failed: '✗', empty: '–' } as const;

/** The matrix as one page that needs nothing else. Every outcome is a word, a sign and a colour. */
export function matrixHtml(report: MatrixReport): string {
  const evidenceTypes = [...new Set(report.cells.map(({ evidenceType }) => evidenceType))].toSorted();
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>OOTS matrix: ${report.holds ? 'everything passed' : 'not everything passed'}</title><style>${STYLE}</style></head><body><main>`,
    '<h1>Matrix of exchanges</h1>',
    '<p><strong>Simulation: all people and registers are invented.</strong></p>',
    summary(report),
    failures(report),
    `<div class="scroll" role="region" tabindex="0" aria-label="Matrix">${table(report, evidenceTypes)}</div>`,
    reasons(report),
    logs(report),
    '</main></body></html>',
    '',
  ].join('\n');
}

function summary({ totals, pairs, pairsPassed, transport, database, startedAt, seconds, seed }: MatrixReport): string {
  const lines = [
    `${totals.cells} cells: ${totals.passed} passed, ${totals.failed} failed, ${totals.empty} empty by declaration.`,
    `${pairsPassed} of ${pairs} directed pairs of countries passed.`,
    `Started ${startedAt}, took ${seconds} s. Messages: ${transport}. Data: ${database}. Population seed ${seed}.`,
  ];
  return lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
}

function failures({ cells }: MatrixReport): string {
  const failed = cells.filter(isTried).filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return '';
  const items = failed.map(
    (cell) =>
      `<li>${escaped(`${cell.requester} asks ${cell.provider} for ${described(cell)}: ${cell.problems.join('; ')}`)} ` +
      `<small>exchange ${escaped(cell.exchangeId ?? 'not opened')}</small></li>`,
  );
  return `<h2>What failed</h2><ul>${items.join('')}</ul>`;
}

function table({ cells, countries }: MatrixReport, evidenceTypes: readonly string[]): string {
  const head = evidenceTypes.map((type) => `<th scope="col">${escaped(type)}</th>`).join('');
  const rows = countries.flatMap((requester) =>
    countries
      .filter((provider) => provider !== requester)
      .map((provider) => {
        const ofPair = cells.filter((cell) => cell.requester === requester && cell.provider === provider);
        const columns = evidenceTypes.map((type) => tableCell(ofPair.filter((cell) => cell.evidenceType === type)));
        return `<tr><th scope="row">${requester} asks ${provider}</th>${columns.join('')}</tr>`;
      }),
  );
  return (
    '<table><caption>Who asks whom for what: procedure, mode and version of each exchange, with its time</caption>' +
    `<thead><tr><th scope="col">Pair</th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
  );
}

/** One column of a pair. What is empty is only said where nothing was tried. */
function tableCell(cells: readonly (TriedCell | EmptyCell)[]): string {
  const tried = cells.filter(isTried);
  if (tried.length > 0) {
    const worst = tried.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'passed';
    const lines = tried.map((cell) => {
      const time = cell.milliseconds === null ? '' : `, ${cell.milliseconds} ms`;
      return `<p>${SIGNS[cell.outcome]} ${cell.outcome}: ${escaped(described(cell))}${time}</p>`;
    });
    return `<td class="${worst}">${lines.join('')}</td>`;
  }
  const because = [...new Set(cells.filter((cell) => cell.outcome === 'empty').map((cell) => cell.because))];
  return `<td class="empty"><p>${SIGNS.empty} empty: ${escaped(because.join('; ') || 'not tried')}</p></td>`;
}

function reasons({ totals }: MatrixReport): string {
  const rows = Object.entries(totals.emptyBy).map(
    ([reason, count]) =>
      `<tr><th scope="row">${escaped(EMPTY_REASONS[reason as EmptyReason])}</th><td>${count}</td></tr>`,
  );
  return (
    '<table><caption>Cells that are empty by declaration</caption><thead><tr><th scope="col">Why</th>' +
    `<th scope="col">Cells</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  );
}

function logs({ logs: verdicts }: MatrixReport): string {
  const rows = Object.entries(verdicts).map(
    ([country, { entries, rootHash, verified }]) =>
      `<tr><th scope="row">${escaped(country)}</th><td>${entries}</td><td>${escaped(rootHash)}</td>` +
      `<td class="${verified ? 'passed' : 'failed'}">${verified ? `${SIGNS.passed} verified` : `${SIGNS.failed} damaged`}</td></tr>`,
  );
  return (
    '<table><caption>Audit logs, recomputed afterwards</caption><thead><tr><th scope="col">Node</th>' +
    '<th scope="col">Entries</th><th scope="col">Root of the tree</th><th scope="col">Verdict</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody></table>`
  );
}

function described({ evidenceType, procedure, mode, specification }: TriedCell): string {
  return `${evidenceType} in ${procedure}, ${mode}, ${specification}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
