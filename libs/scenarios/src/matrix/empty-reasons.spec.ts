import { readFileSync } from 'node:fs';
import { EMPTY_REASONS } from './matrix-cell.js';

describe('docs/system-check.md', () => {
  it('says of every reason for an empty cell what it means', () => {
    const page = readFileSync(new URL('../../../../docs/system-check.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, reason, meaning]) => [reason, meaning]);

    expect(Object.fromEntries(rows)).toEqual(EMPTY_REASONS);
  });
});
