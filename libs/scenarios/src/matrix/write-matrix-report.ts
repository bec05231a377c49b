import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matrixHtml } from './matrix-html.js';
import { matrixJunit } from './matrix-junit.js';
import type { MatrixReport } from './matrix-report.js';

/**
 * Writes `matrix.html`, `junit.xml` and `matrix.json` into a folder of their own.
 *
 * @param reports folder of all reports
 * @returns the new folder, `<reports>/matrix-2026-11-23T10-15-30Z`
 */
export async function writeMatrixReport(report: MatrixReport, reports: string): Promise<string> {
  const stamp = report.startedAt.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  const folder = join(reports, `matrix-${stamp}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'matrix.html'), matrixHtml(report));
  await writeFile(join(folder, 'junit.xml'), matrixJunit(report));
  await writeFile(join(folder, 'matrix.json'), `${JSON.stringify(report, null, 2)}\n`);
  return folder;
}
