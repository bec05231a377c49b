import { textOf } from './workspace.js';

/** Sections of the page that are about a class of settings: the heading names its file. */
const sections = [...textOf('docs/settings.md').matchAll(/^## .*`(\S+\.ts)`\n([^]*?)(?=^## |$(?![^]))/gm)].map(
  ([, file = '', text = '']) => ({ file, text }),
);

/** Name and default of each setting, `required` or `none`, as the page states them. */
function documented(text: string): string[] {
  const rows = [...text.matchAll(/^\| `([A-Z0-9_]+)` \|[^|]*\| ([^|]+) \|/gm)];
  return rows.map(([, name, value = '']) => `${name} ${value.replaceAll('`', '')}`).sort();
}

/** The same, as the class states them. */
function declared(file: string): string[] {
  const fields = [...textOf(file).matchAll(/\breadonly ([A-Z0-9_]+)([!?]?): [^=;]+(?:= ([^;]+))?;/g)];
  return fields.map(([, name, mark, value]) => `${name} ${value === undefined ? absent(mark) : plain(value)}`).sort();
}

function absent(mark: string | undefined): string {
  return mark === '?' ? 'none' : 'required';
}

function plain(literal: string): string {
  return /^[\d_]+$/.test(literal) ? literal.replaceAll('_', '') : literal.replace(/^'(.*)'$/, '$1');
}

describe('docs/settings.md', () => {
  it('is about the nodes and the directories', () => {
    expect(sections).toHaveLength(2);
  });

  it.each(sections)('lists every setting of $file with its default, and no other', ({ file, text }) => {
    expect(declared(file).length).toBeGreaterThanOrEqual(5);
    expect(documented(text)).toEqual(declared(file));
  });
});
