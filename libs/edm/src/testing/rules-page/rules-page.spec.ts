import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './rules-page.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..', '..');
/** White space in tables is the formatter's. */
const cells = (page: string) =>
  page
    .split('\n')
    .map((line) =>
      line
        .replace(/\s*\|\s*/g, '|')
        .replace(/-{2,}/g, '--')
        .trim(),
    )
    .filter((line) => line !== '');

describe('docs/rules.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8');

  it('says what the rules say; `npm run -s docs:rules` writes it anew', () => {
    expect(cells(page)).toEqual(cells(rulesPage()));
  });

  it('has a row for every rule, with its chapter, its severity, its lines and where it is broken', () => {
    const rows = page.split('\n').filter((line) => /^\| (R|POC|BG)-/.test(line));
    expect(rows.length).toBeGreaterThan(340);
    expect(
      rows.filter((row) =>
        row.split('|').some((cell, index, all) => index > 0 && index < all.length - 1 && cell.trim() === ''),
      ),
    ).toEqual([]);
  });
});
