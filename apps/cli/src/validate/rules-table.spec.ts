import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DIRECTORY_RULES } from './directory-rules.js';
import { REGISTRATION_RULES } from './registration-rules.js';

const DOCUMENT = resolve(import.meta.dirname, '..', '..', '..', '..', 'docs', 'validating-messages.md');

describe('given the document about validating', () => {
  it('then its table of the directories is that of the rules', () => {
    const section = readFileSync(DOCUMENT, 'utf8').split('## Answers of the directories and registrations')[1] ?? '';
    const rows = [...section.matchAll(/^\| `(POC-[^`]+)` +\| (\w+) +\| ([\w.]+) +\| (.+?) +\|$/gm)].map(
      ([, ...cells]) => cells,
    );
    expect(rows).toEqual(
      [...DIRECTORY_RULES, ...REGISTRATION_RULES].map(({ id, severity, only, says }) => [
        id,
        severity,
        only ?? 'all',
        says.replace(/<[^>]*>/g, '`$&`'),
      ]),
    );
  });
});
