import type { CountryProfile } from '@oots/node';
import { estonia } from './ee/profile.js';
import { finland } from './fi/profile.js';
import { lithuania } from './lt/profile.js';
import { latvia } from './lv/profile.js';
import { norway } from './no/profile.js';
import { sweden } from './se/profile.js';

export { estonia, finland, latvia, lithuania, norway, sweden };
export * from './identifiers/identifier-check.js';
export * from './identifiers/validators.js';
export { systemCheckSubject } from './catalogue/system-check.js';

/** The six countries of the testbed. */
export const COUNTRIES: readonly CountryProfile[] = [finland, estonia, sweden, norway, latvia, lithuania];
