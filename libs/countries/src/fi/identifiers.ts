import { calendarDate, datePartsOf } from '../identifiers/calendar.js';
import { weightedSum } from '../identifiers/check-digits.js';
import { type IdentifierValidator, finding, malformed, verdict } from '../identifiers/identifier-check.js';
import { type SyntheticNumbers, serialSuits } from '../identifiers/person-numbers.js';

const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Separators by century; the ones after the first of a century are in use since 2023. */
const CENTURIES: readonly (readonly [separators: string, century: number])[] = [
  ['+', 1800],
  ['-YXWVU', 1900],
  ['ABCDEF', 2000],
];

const LOWEST_SERIAL = 2;
const FIRST_ARTIFICIAL_SERIAL = 900;

/** Henkilötunnus, `DDMMYYSNNNC`. The separator is part of the identity, though not of the check character. */
export const henkilötunnus: IdentifierValidator = (number) => {
  const canonical = number.trim().toUpperCase();
  const parts = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/.exec(canonical);
  if (!parts) return malformed('DDMMYY, a separator, three digits and a check character');
  const [, dd = '', mm = '', yy = '', separator = '', serial = '', check = ''] = parts;
  const century = CENTURIES.find(([separators]) => separators.includes(separator))?.[1] ?? 0;
  const dateOfBirth = calendarDate(century + Number(yy), Number(mm), Number(dd));
  return verdict(
    [
      ...(dateOfBirth === undefined ? [finding('date', 'the first six digits are no calendar date')] : []),
      ...(Number(serial) < LOWEST_SERIAL ? [finding('range', 'individual numbers begin at 002')] : []),
      ...(Number(serial) >= FIRST_ARTIFICIAL_SERIAL
        ? [finding('range', 'individual numbers from 900 are temporary or artificial', 'warning')]
        : []),
      ...(checkCharacter(`${dd}${mm}${yy}${serial}`) === check ? [] : [finding('check-digit', 'modulus 31')]),
    ],
    {
      canonical,
      national: canonical,
      ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
      sex: Number(serial) % 2 === 1 ? 'MALE' : 'FEMALE',
    },
  );
};

function checkCharacter(digits: string): string {
  return CHECK_CHARACTERS.charAt(Number(digits) % CHECK_CHARACTERS.length);
}

const BUSINESS_WEIGHTS = [7, 9, 10, 5, 8, 4, 2] as const;

/** Y-tunnus, seven digits, hyphen and check digit; the hyphen may be missing. */
export const yTunnus: IdentifierValidator = (number) => {
  const digits = number.trim().replace('-', '');
  if (!/^\d{7}-?\d$/.test(number.trim())) return malformed('seven digits, a hyphen and a check digit');
  const canonical = `${digits.slice(0, 7)}-${digits.slice(7)}`;
  const sound = businessCheckDigit(digits) === digits.slice(7);
  return verdict(sound ? [] : [finding('check-digit', 'modulus 11')], { canonical, national: canonical });
};

/** @returns undefined where the number is not issued */
function businessCheckDigit(digits: string): string | undefined {
  const rest = weightedSum(digits, BUSINESS_WEIGHTS) % 11;
  if (rest === 1) return undefined;
  return String(rest === 0 ? 0 : 11 - rest);
}

/** The serial of the first newcomer of a day; invented residents have later ones. */
export const FIRST_NEWCOMER = 904;

/** @param firstSerial 900 to 999: numbers that are never recorded in the Population Information System */
export const artificialHenkilötunnukset = (firstSerial: number): SyntheticNumbers =>
  function* (dateOfBirth, sex) {
    const { year, yy, mm, dd } = datePartsOf(dateOfBirth);
    const separator = year < 1900 ? '+' : year < 2000 ? '-' : 'A';
    for (let serial = firstSerial; serial < 1000; serial += 1) {
      if (!serialSuits(serial, sex)) continue;
      yield {
        scheme: 'FI-HETU',
        value: `${dd}${mm}${yy}${separator}${serial}${checkCharacter(`${dd}${mm}${yy}${serial}`)}`,
      };
    }
  };

/** Business numbers from a range that is not in use. */
export function* inventedYTunnukset(): Iterable<string> {
  for (let base = 9990001; base < 9999900; base += 37) {
    const check = businessCheckDigit(String(base));
    if (check !== undefined) yield `${base}-${check}`;
  }
}
