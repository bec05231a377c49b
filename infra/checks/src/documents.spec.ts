import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, textOf, trackedFiles } from './workspace.js';

/** Paths in backticks that begin in one of the workspace's folders: what a page says exists. */
function pathsIn(page: string): string[] {
  return [...textOf(page).matchAll(/`((?:apps|libs|infra|docs)\/[^`\s*…<]+)`/g)].map(([, path]) => path ?? '');
}

function missing(paths: readonly string[]): string[] {
  return paths.filter((path) => !existsSync(join(ROOT, path)));
}

describe('docs/one-evidence-request.md', () => {
  const page = 'docs/one-evidence-request.md';

  it('names in its table only files that are there', () => {
    const paths = pathsIn(page);

    expect(paths.length).toBeGreaterThanOrEqual(9);
    expect(missing(paths)).toEqual([]);
  });

  it('has a table in which every step names its file', () => {
    const steps = textOf(page)
      .split('\n')
      .filter((line) => /^\| \d+ \|/.test(line));

    expect(steps.length).toBeGreaterThanOrEqual(9);
    expect(steps.filter((step) => !/^\| \d+ \| `[^`]+` \|/.test(step))).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(trackedFiles('*.md').filter((path) => path !== 'docs/one-evidence-request.md'))(
    '%s names only paths that are there',
    (page) => {
      expect(missing(pathsIn(page))).toEqual([]);
    },
  );

  it.each(trackedFiles('*.md'))('%s links only to pages that are there', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link ?? '');

    expect(links.filter((link) => !existsSync(join(ROOT, page, '..', link)))).toEqual([]);
  });
});

describe('docs/gaps.md', () => {
  const sections = textOf('docs/gaps.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ number: section.slice(0, 4), section }));
  const cited = new Map<string, string[]>();
  for (const file of trackedFiles('apps', 'libs', 'infra', 'docker-compose.yml').filter(
    (path) => !path.endsWith('.md'),
  )) {
    for (const [number] of textOf(file).matchAll(/\bG-\d{2}\b/g)) {
      cited.set(number, [...(cited.get(number) ?? []), file]);
    }
  }

  it('numbers its gaps, each once', () => {
    const numbers = sections.map(({ number }) => number);

    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((number) => !/^G-\d{2}$/.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('holds every number that the code cites', () => {
    const known = new Set(sections.map(({ number }) => number));

    expect([...cited.keys()].filter((number) => !known.has(number))).toEqual([]);
  });

  it('says of each gap in which files it shows, and those files cite it', () => {
    const wrong = sections.flatMap(({ number, section }) => {
      const where = /\*\*Where\.\*\*(.*)/.exec(section)?.[1] ?? '';
      const named = [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '').sort();
      const citing = [...new Set(cited.get(number) ?? [])].sort();
      const says = where.includes('Not in code') ? [] : named;
      if (where === '') return [`${number} does not say where`];
      return JSON.stringify(says) === JSON.stringify(citing)
        ? []
        : [`${number} names [${says.join()}], cited by [${citing.join()}]`];
    });

    expect(wrong).toEqual([]);
  });
});
