import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { rulesPage } from './rules-page.js';

/** Writes `docs/rules.md`: `npm run -s docs:rules`. */
const page = join(import.meta.dirname, '..', '..', '..', '..', '..', 'docs', 'rules.md');
writeFileSync(page, await prettier.format(rulesPage(), { parser: 'markdown', proseWrap: 'preserve' }));
