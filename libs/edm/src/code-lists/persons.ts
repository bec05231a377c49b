import { codeList } from './code-list.js';

export const LEVELS_OF_ASSURANCE = codeList('LevelsOfAssurance', 'Low Substantial High');

/** Codes with an eIDAS identity. */
export const EIDAS_GENDERS = codeList('Gender, eIDAS', 'Male Female Unspecified');

/** eIDAS codes and those of the wallet. */
export const GENDERS = codeList('Gender', 'Male Female Unspecified 0 1 2 3 4 5 6 9');
