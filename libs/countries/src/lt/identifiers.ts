import { calendarDate, datePartsOf } from '../identifiers/calendar.js';
import { twoStageModulus11 } from '../identifiers/check-digits.js';
import { type IdentifierValidator, finding, malformed, verdict } from '../identifiers/identifier-check.js';
import { type SyntheticNumbers, serialSuits } from '../identifiers/person-numbers.js';

/** Asmens kodas, `GYYMMDDNNNK`; codes that begin with 9 are exceptions whose digits mean nothing. */
export const asmensKodas: IdentifierValidator = (number) => {
  const canonical = number.trim();
  if (!/^[1-69]\d{10}$/.test(canonical)) return malformed('eleven digits, the first 1 to 6 or 9');
  const meaningful = !canonical.startsWith('9');
  const dateOfBirth = meaningful ? dateOfBirthIn(canonical) : undefined;
  return verdict(
    [
      ...(meaningful && dateOfBirth === undefined ? [finding('date', 'digits 2 to 7 are no calendar date')] : []),
      ...(twoStageModulus11(canonical.slice(0, 10)) === Number(canonical[10])
        ? []
        : [finding('check-digit', 'modulus 11 in two stages')]),
    ],
    {
      canonical,
      national: canonical,
      ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
      ...(meaningful ? { sex: Number(canonical[0]) % 2 === 1 ? ('MALE' as const) : ('FEMALE' as const) } : {}),
    },
  );
};

function dateOfBirthIn(number: string): string | undefined {
  const century = 1800 + Math.floor((Number(number[0]) - 1) / 2) * 100;
  return calendarDate(century + Number(number.slice(1, 3)), Number(number.slice(3, 5)), Number(number.slice(5, 7)));
}

/** Juridinio asmens kodas, nine digits; seven in old registrations, whose last digit checks the first six. */
export const juridinioAsmensKodas: IdentifierValidator = (number) => {
  const canonical = number.trim();
  if (!/^(\d{9}|\d{7})$/.test(canonical)) return malformed('nine digits, or seven');
  const sound = twoStageModulus11(canonical.slice(0, -1)) === Number(canonical.at(-1));
  return verdict(sound ? [] : [finding('check-digit', 'modulus 11 in two stages')], { canonical, national: canonical });
};

/** @param firstSerial of three digits */
export const syntheticAsmensKodai = (firstSerial: number): SyntheticNumbers =>
  function* (dateOfBirth, sex) {
    const { year, yy, mm, dd } = datePartsOf(dateOfBirth);
    const century = 1 + 2 * Math.floor((year - 1800) / 100);
    for (let serial = firstSerial; serial < 1000; serial += 1) {
      if (!serialSuits(serial, sex)) continue;
      const base = `${century + (serial % 2 === 1 ? 0 : 1)}${yy}${mm}${dd}${String(serial).padStart(3, '0')}`;
      yield { scheme: 'LT-AK', value: `${base}${twoStageModulus11(base)}` };
    }
  };

/** Company codes from a range whose companies are invented. */
export function* inventedĮmoniųKodai(): Iterable<string> {
  for (let base = 39999001; base < 39999999; base += 41) yield `${base}${twoStageModulus11(String(base))}`;
}
