import countries from 'i18n-iso-countries';
import { unmapped } from './transform.js';
import type { Transform } from './transform.js';

/** The authority table of the Publications Office names countries by alpha-3. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority/country/';

/** ISO 3166-1 alpha-2 of an alpha-2 code, an alpha-3 code, or a URI of the EU authority table. */
export const countryCode: Transform = (value) => {
  if (typeof value !== 'string') return unmapped('the register has no country there');
  const code = value.startsWith(AUTHORITY) ? value.slice(AUTHORITY.length) : value;
  if (code === value && countries.alpha2ToAlpha3(code) !== undefined) {
    return { outcome: 'value', text: code, confidence: 'exact' };
  }
  const alpha2 = countries.alpha3ToAlpha2(code);
  if (alpha2 === undefined) return unmapped('the country code of the register is not known');
  return { outcome: 'value', text: alpha2, confidence: 'mapped' };
};
