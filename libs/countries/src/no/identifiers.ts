import { calendarDate, datePartsOf } from '../identifiers/calendar.js';
import { weightedSum } from '../identifiers/check-digits.js';
import { type IdentifierValidator, finding, malformed, verdict } from '../identifiers/identifier-check.js';
import { type PersonNumber, type SyntheticNumbers, serialSuits } from '../identifiers/person-numbers.js';

/** With the control digit itself as the last: the remainder is 0 in every number issued before 2032. */
const FIRST_CONTROL = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1] as const;
const SECOND_CONTROL = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;
/** Remainders of the first control that numbers issued from 1 January 2032 may have. */
const REMAINDERS_FROM_2032: readonly number[] = [0, 1, 2, 3];

const D_NUMBER_DAYS = 40;
/** What is added to the month: H-number and NAV, Norsk Helsenett's test numbers, Tenor's synthetic people. */
const ADDED_TO_MONTH: readonly number[] = [80, 65, 40, 0];
const SYNTHETIC_MONTHS = 80;

/** Fødselsnummer, D-nummer, their synthetic relatives and FH-nummer, by the rule of today and the one from 2032. */
export const fødselsnummer: IdentifierValidator = (number) => {
  const canonical = number.trim();
  if (!/^\d{11}$/.test(canonical)) return malformed('eleven digits');
  const remainder = weightedSum(canonical, FIRST_CONTROL) % 11;
  const series2032 = remainder !== 0;
  const dated = /^[0-7]/.test(canonical);
  const dateOfBirth = dated && !series2032 ? dateOfBirthIn(canonical) : undefined;
  return verdict(
    [
      ...(dated && !plausibleDay(canonical) ? [finding('date', 'day and month are none of a calendar')] : []),
      ...(dated && !series2032 && plausibleDay(canonical) && dateOfBirth === undefined
        ? [finding('range', 'the individual number belongs to no century of that year')]
        : []),
      ...(REMAINDERS_FROM_2032.includes(remainder) ? [] : [finding('check-digit', 'first control digit')]),
      ...(series2032 && REMAINDERS_FROM_2032.includes(remainder)
        ? [finding('check-digit', 'first control digit of the series issued from 2032', 'warning')]
        : []),
      ...(weightedSum(canonical, SECOND_CONTROL) % 11 === 0 ? [] : [finding('check-digit', 'second control digit')]),
    ],
    {
      canonical,
      national: `${canonical.slice(0, 6)} ${canonical.slice(6)}`,
      ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
      ...(dated && !series2032
        ? { sex: Number(canonical[8]) % 2 === 1 ? ('MALE' as const) : ('FEMALE' as const) }
        : {}),
    },
  );
};

/** @returns `NO-DNR` for a D-number, else `NO-FNR` */
export function schemeOfFødselsnummer(number: string): PersonNumber['scheme'] {
  return dayIn(number) > D_NUMBER_DAYS && /^[4-7]/.test(number) ? 'NO-DNR' : 'NO-FNR';
}

function dayIn(number: string): number {
  return Number(number.slice(0, 2));
}

function plainDay(number: string): number {
  return dayIn(number) > D_NUMBER_DAYS ? dayIn(number) - D_NUMBER_DAYS : dayIn(number);
}

function plainMonth(number: string): number {
  const month = Number(number.slice(2, 4));
  return month - (ADDED_TO_MONTH.find((added) => month > added) ?? 0);
}

/** 2000 has every day that any year has. */
function plausibleDay(number: string): boolean {
  return calendarDate(2000, plainMonth(number), plainDay(number)) !== undefined;
}

function dateOfBirthIn(number: string): string | undefined {
  const yy = Number(number.slice(4, 6));
  const century = centuryOf(yy, Number(number.slice(6, 9)));
  return century === undefined ? undefined : calendarDate(century + yy, plainMonth(number), plainDay(number));
}

function centuryOf(yy: number, individual: number): number | undefined {
  if (individual < 500) return 1900;
  if (individual < 750 && yy >= 54) return 1800;
  if (yy < 40) return 2000;
  return individual >= 900 ? 1900 : undefined;
}

const ORGANISATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

/** Organisasjonsnummer, nine digits; those beginning with 2 or 3 are of the coming series and of test data. */
export const organisasjonsnummer: IdentifierValidator = (number) => {
  const canonical = number.trim().replaceAll(' ', '');
  if (!/^[2389]\d{8}$/.test(canonical)) return malformed('nine digits, the first 8 or 9');
  return verdict(
    [
      ...(/^[23]/.test(canonical) ? [finding('range', 'of the coming series, used in test data', 'warning')] : []),
      ...(weightedSum(canonical, ORGANISATION_WEIGHTS) % 11 === 0 ? [] : [finding('check-digit', 'modulus 11')]),
    ],
    { canonical, national: canonical.replace(/(\d{3})(?=\d)/g, '$1 ') },
  );
};

/** @param firstSerial of the individual number within its century */
export const syntheticFødselsnummer =
  (firstSerial: number): SyntheticNumbers =>
  (dateOfBirth, sex) =>
    syntheticNumbers(dateOfBirth, sex, firstSerial, 0);

/** D-numbers, for people who do not live in Norway. */
export const syntheticDNummer: SyntheticNumbers = (dateOfBirth, sex) =>
  syntheticNumbers(dateOfBirth, sex, 0, D_NUMBER_DAYS);

function* syntheticNumbers(
  dateOfBirth: string,
  sex: Parameters<SyntheticNumbers>[1],
  firstSerial: number,
  addedToDay: number,
): Iterable<PersonNumber> {
  const { year, yy, mm, dd } = datePartsOf(dateOfBirth);
  const from = year < 2000 ? 0 : 500;
  const day = String(Number(dd) + addedToDay).padStart(2, '0');
  for (let serial = from + firstSerial; serial < from + 500; serial += 1) {
    if (!serialSuits(serial, sex)) continue;
    const base = `${day}${Number(mm) + SYNTHETIC_MONTHS}${yy}${String(serial).padStart(3, '0')}`;
    const first = controlDigit(base, FIRST_CONTROL.slice(0, 9));
    const second = first === undefined ? undefined : controlDigit(`${base}${first}`, SECOND_CONTROL.slice(0, 10));
    if (second === undefined) continue;
    yield { scheme: addedToDay === 0 ? 'NO-FNR' : 'NO-DNR', value: `${base}${first ?? ''}${second}` };
  }
}

/** @returns undefined where the digit would be 10 and the number is not issued */
function controlDigit(digits: string, weights: readonly number[]): number | undefined {
  const digit = (11 - (weightedSum(digits, weights) % 11)) % 11;
  return digit === 10 ? undefined : digit;
}

/** Company numbers of the test series. */
export function* inventedOrganisasjonsnummer(): Iterable<string> {
  for (let base = 31000001; base < 31000999; base += 13) {
    const digit = controlDigit(String(base), ORGANISATION_WEIGHTS.slice(0, 8));
    if (digit !== undefined) yield `${base}${digit}`;
  }
}
