import { calendarDate, datePartsOf } from '../identifiers/calendar.js';
import { twoStageModulus11 } from '../identifiers/check-digits.js';
import { type IdentifierValidator, finding, malformed, verdict } from '../identifiers/identifier-check.js';
import { type SyntheticNumbers, serialSuits } from '../identifiers/person-numbers.js';

/** Isikukood, `GYYMMDDSSSC`: G gives century and sex. @see EVS 585 */
export const isikukood: IdentifierValidator = (number) => {
  const canonical = number.trim();
  if (!/^[1-8]\d{10}$/.test(canonical)) return malformed('eleven digits, the first 1 to 8');
  const dateOfBirth = dateOfBirthIn(canonical);
  return verdict(
    [
      ...(dateOfBirth === undefined ? [finding('date', 'digits 2 to 7 are no calendar date')] : []),
      ...(twoStageModulus11(canonical.slice(0, 10)) === Number(canonical[10])
        ? []
        : [finding('check-digit', 'modulus 11 in two stages')]),
    ],
    {
      canonical,
      national: canonical,
      ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
      sex: Number(canonical[0]) % 2 === 1 ? 'MALE' : 'FEMALE',
    },
  );
};

function dateOfBirthIn(number: string): string | undefined {
  const century = 1800 + Math.floor((Number(number[0]) - 1) / 2) * 100;
  return calendarDate(century + Number(number.slice(1, 3)), Number(number.slice(3, 5)), Number(number.slice(5, 7)));
}

/** Registrikood, eight digits: 1 company, 7 state or municipal body, 8 non-profit, 9 foundation. */
export const registrikood: IdentifierValidator = (number) => {
  const canonical = number.trim();
  if (!/^[1789]\d{7}$/.test(canonical)) return malformed('eight digits, the first 1, 7, 8 or 9');
  const sound = twoStageModulus11(canonical.slice(0, 7)) === Number(canonical[7]);
  return verdict(sound ? [] : [finding('check-digit', 'modulus 11 in two stages')], { canonical, national: canonical });
};

/** @param firstSerial of three digits; the numbers of the stories lie below the ones invented people get */
export const isikukoodNumbers = (firstSerial: number): SyntheticNumbers =>
  function* (dateOfBirth, sex) {
    const { year, yy, mm, dd } = datePartsOf(dateOfBirth);
    const century = 1 + 2 * Math.floor((year - 1800) / 100);
    for (let serial = firstSerial; serial < 1000; serial += 1) {
      if (!serialSuits(serial, sex)) continue;
      const leading = century + (serial % 2 === 1 ? 0 : 1);
      const base = `${leading}${yy}${mm}${dd}${String(serial).padStart(3, '0')}`;
      yield { scheme: 'EE-IK', value: `${base}${twoStageModulus11(base)}` };
    }
  };

/** Company numbers from the end of the range, whose companies are invented. */
export function* registrikoodNumbers(): Iterable<string> {
  for (let serial = 1999950; serial > 1999000; serial -= 7) {
    const base = String(serial);
    yield `${base}${twoStageModulus11(base)}`;
  }
}
