import { calendarDate, datePartsOf } from '../identifiers/calendar.js';
import { luhn } from '../identifiers/check-digits.js';
import { type IdentifierValidator, finding, malformed, verdict } from '../identifiers/identifier-check.js';
import { type PersonNumber, type SyntheticNumbers, serialSuits } from '../identifiers/person-numbers.js';

/** What a coordination number adds to the day of birth. */
const COORDINATION_DAYS = 60;

/**
 * Personnummer or samordningsnummer: twelve digits, or the national ten with `-` or `+`, which leave the century open and so
 * have no canonical form.
 */
export const personnummer: IdentifierValidator = (number) => {
  const parts = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)$/.exec(number.trim());
  if (!parts || (parts[1] === undefined && parts[5] === '')) return malformed('YYYYMMDDNNNC, or YYMMDD-NNNC');
  const [, century, yy = '', mm = '', dd = '', , serial = '', check = ''] = parts;
  const day = Number(dd) > COORDINATION_DAYS ? Number(dd) - COORDINATION_DAYS : Number(dd);
  const born = (inCentury: string) => calendarDate(Number(`${inCentury}${yy}`), Number(mm), day);
  const dateOfBirth = century === undefined ? undefined : born(century);
  const plausible = century === undefined ? (born('19') ?? born('20')) : dateOfBirth;
  return verdict(
    [
      ...(plausible === undefined ? [finding('date', 'no calendar date, with or without 60 added to the day')] : []),
      ...(luhn(`${yy}${mm}${dd}${serial}`) === Number(check)
        ? []
        : [finding('check-digit', 'modulus 10 over ten digits')]),
    ],
    {
      ...(century === undefined ? {} : { canonical: `${century}${yy}${mm}${dd}${serial}${check}` }),
      national: `${yy}${mm}${dd}${parts[5] === '+' ? '+' : '-'}${serial}${check}`,
      ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
      sex: Number(serial) % 2 === 1 ? 'MALE' : 'FEMALE',
    },
  );
};

/** @returns `SE-SAM` for a coordination number, else `SE-PNR` */
export function schemeOfPersonnummer(canonical: string): PersonNumber['scheme'] {
  return Number(canonical.slice(6, 8)) > COORDINATION_DAYS ? 'SE-SAM' : 'SE-PNR';
}

/**
 * The number as Sweden writes it: ten digits, with `+` from the year in which the person turns 100.
 *
 * @param year of the writing
 */
export function displayedPersonnummer(canonical: string, year: number): string {
  const separator = year - Number(canonical.slice(0, 4)) >= 100 ? '+' : '-';
  return `${canonical.slice(2, 8)}${separator}${canonical.slice(8)}`;
}

/** Organisationsnummer, `NNNNNN-NNNN`; the third digit is 2 or more, so that it is never taken for a date. */
export const organisationsnummer: IdentifierValidator = (number) => {
  const canonical = number.trim().replace('-', '');
  if (!/^\d{6}-?\d{4}$/.test(number.trim())) return malformed('six digits, a hyphen, four digits');
  return verdict(
    [
      ...(Number(canonical[2]) >= 2 ? [] : [finding('range', 'the third digit is below 2')]),
      ...(luhn(canonical.slice(0, 9)) === Number(canonical[9]) ? [] : [finding('check-digit', 'modulus 10')]),
    ],
    { canonical, national: `${canonical.slice(0, 6)}-${canonical.slice(6)}` },
  );
};

/** Serials of the test numbers that the Tax Agency publishes. */
const TEST_SERIALS = [...Array.from({ length: 20 }, (_, index) => 980 + index), 238, 239];

/** Personnummer with the serials of test numbers. */
export const testPersonnummer: SyntheticNumbers = (dateOfBirth, sex) => testNumbers(dateOfBirth, sex, 0);

/** Samordningsnummer with the serials of test numbers, for people who are not registered as living in Sweden. */
export const testSamordningsnummer: SyntheticNumbers = (dateOfBirth, sex) =>
  testNumbers(dateOfBirth, sex, COORDINATION_DAYS);

function* testNumbers(
  dateOfBirth: string,
  sex: Parameters<SyntheticNumbers>[1],
  added: number,
): Iterable<PersonNumber> {
  const { year, yy, mm, dd } = datePartsOf(dateOfBirth);
  for (const serial of TEST_SERIALS) {
    if (!serialSuits(serial, sex)) continue;
    const ten = `${yy}${mm}${String(Number(dd) + added).padStart(2, '0')}${serial}`;
    yield { scheme: added === 0 ? 'SE-PNR' : 'SE-SAM', value: `${String(year).slice(0, 2)}${ten}${luhn(ten)}` };
  }
}

/** Company numbers from the end of a range, whose companies are invented. */
export function* inventedOrganisationsnummer(): Iterable<string> {
  for (let base = 556999901; base < 556999999; base += 3) yield `${base}${luhn(String(base))}`;
}
