import countries from 'i18n-iso-countries';
import type { Codec } from './record-shape.js';

/**
 * A register's own code for each value the models know, both ways.
 *
 * @throws {RangeError} when read, for a code the register does not have
 */
export function codes<Common extends string>(national: Readonly<Record<Common, string>>): Codec<Common> {
  const back = new Map(Object.entries<string>(national).map(([common, code]) => [code, common as Common]));
  return { national: (common) => national[common], common: (code: string) => known(back.get(code), code) };
}

/** Yes and no in the register's own words. */
export function flags(yes: string, no: string): Codec<boolean> {
  return { national: (value) => (value ? yes : no), common: (value: string) => value === yes };
}

/** Whole cents, öre or øre, where a register keeps no decimals. */
export const cents: Codec<number> = {
  national: (amount) => Math.round(amount * 100),
  common: (value: number) => value / 100,
};

/** Countries as `EST`. */
export const alpha3: Codec<string> = {
  national: (alpha2) => known(countries.alpha2ToAlpha3(alpha2), alpha2),
  common: (code: string) => known(countries.alpha3ToAlpha2(code), code),
};

/** Countries as `246`. */
export const numeric: Codec<string> = {
  national: (alpha2) => known(countries.alpha2ToNumeric(alpha2), alpha2),
  common: (code: string) => known(countries.numericToAlpha2(code), code),
};

function known<T>(translated: T | undefined, code: string): T {
  if (translated === undefined) throw new RangeError(`no such code in the register: ${code}`);
  return translated;
}
