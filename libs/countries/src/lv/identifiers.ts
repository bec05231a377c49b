import { calendarDate, datePartsOf } from '../identifiers/calendar.js';
import { weightedSum } from '../identifiers/check-digits.js';
import { type IdentifierValidator, finding, malformed, verdict } from '../identifiers/identifier-check.js';
import type { SyntheticNumbers } from '../identifiers/person-numbers.js';

const PERSON_WEIGHTS = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9] as const;

/**
 * Personas kods, eleven digits: the old `DDMMYYCNNNK`, where C gives the century, and since 2017 random digits that begin with
 * 32 to 39 and promise neither a date nor a check digit.
 */
export const personasKods: IdentifierValidator = (number) => {
  if (!/^\d{6}-?\d{5}$/.test(number.trim())) return malformed('six digits, a hyphen, five digits');
  const canonical = number.trim().replace('-', '');
  const national = displayedPersonasKods(canonical);
  const sound = checkDigit(canonical) === Number(canonical[10]);
  if (/^3[2-9]/.test(canonical)) {
    return verdict(sound ? [] : [finding('check-digit', 'new codes are random by law', 'warning')], {
      canonical,
      national,
    });
  }
  const dateOfBirth = dateOfBirthIn(canonical);
  return verdict(
    [
      ...(/^.{6}[012]/.test(canonical) ? [] : [finding('range', 'the seventh digit gives no century')]),
      ...(dateOfBirth === undefined ? [finding('date', 'the first six digits are no calendar date')] : []),
      ...(sound ? [] : [finding('check-digit', 'modulus 11')]),
    ],
    { canonical, national, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) },
  );
};

/** @returns the code as Latvia writes it, `NNNNNN-NNNNN` */
export function displayedPersonasKods(canonical: string): string {
  return `${canonical.slice(0, 6)}-${canonical.slice(6)}`;
}

function checkDigit(digits: string): number {
  return ((1 + weightedSum(digits, PERSON_WEIGHTS)) % 11) % 10;
}

function dateOfBirthIn(number: string): string | undefined {
  const year = 1800 + Number(number[6]) * 100 + Number(number.slice(4, 6));
  return calendarDate(year, Number(number.slice(2, 4)), Number(number.slice(0, 2)));
}

const REGISTRATION_WEIGHTS = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1] as const;
const REGISTRATION_REMAINDER = 3;

/** Vienotais reģistrācijas numurs, eleven digits, the first above 3. */
export const reģistrācijasNumurs: IdentifierValidator = (number) => {
  const canonical = number.trim();
  if (!/^[4-9]\d{10}$/.test(canonical)) return malformed('eleven digits, the first above 3');
  const sound = weightedSum(canonical, REGISTRATION_WEIGHTS) % 11 === REGISTRATION_REMAINDER;
  return verdict(sound ? [] : [finding('check-digit', 'modulus 11')], { canonical, national: canonical });
};

const NEW_CODES_SINCE = '2017-07-01';

/** @param first serial, of three digits in old codes and of the running number in new ones */
export const syntheticPersonasKodi = (first: number): SyntheticNumbers =>
  function* (dateOfBirth) {
    const { year, yy, mm, dd } = datePartsOf(dateOfBirth);
    if (dateOfBirth < NEW_CODES_SINCE) {
      const century = Math.floor(year / 100) - 18;
      for (let serial = first; serial < 1000; serial += 1) {
        yield coded(`${dd}${mm}${yy}${century}${String(serial).padStart(3, '0')}`);
      }
    } else {
      yield* runningCodes(first);
    }
  };

/** New codes for people who move in: they say nothing about who bears them. */
export const newcomersPersonasKodi: SyntheticNumbers = () => runningCodes(50000);

function* runningCodes(first: number) {
  for (let serial = first; serial < 100000; serial += 1) yield coded(`32990${String(serial).padStart(5, '0')}`);
}

function coded(base: string) {
  return { scheme: 'LV-PK' as const, value: `${base}${checkDigit(base)}` };
}

/** Company numbers from a range whose companies are invented. */
export function* inventedReģistrācijasNumuri(): Iterable<string> {
  for (let base = 4999900001; base < 4999900999; base += 17) {
    const digit =
      (11 + REGISTRATION_REMAINDER - (weightedSum(String(base), REGISTRATION_WEIGHTS.slice(0, 10)) % 11)) % 11;
    if (digit < 10) yield `${base}${digit}`;
  }
}
