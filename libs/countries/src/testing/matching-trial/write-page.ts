import { readFile, writeFile } from 'node:fs/promises';
import { generatedParts, withParts } from './matching-page.js';

/** `npm run docs:matching`: the policy and what a trial of it shows, into docs/matching.md. */
const page = new URL('../../../../../docs/matching.md', import.meta.url);
await writeFile(page, withParts(await readFile(page, 'utf8'), await generatedParts()));
