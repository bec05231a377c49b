import type { PersonIdentifier } from '@oots/evidence';

export type Sex = 'FEMALE' | 'MALE';

/** A national number with the scheme it belongs to. */
export interface PersonNumber {
  readonly scheme: PersonIdentifier['scheme'];
  readonly value: string;
}

/**
 * Synthetic numbers of one country for somebody born on a day, in a fixed order and all valid: whoever needs one takes the
 * first that is free.
 *
 * @param sex undefined where it is not known; then numbers of either sex follow each other
 */
export type SyntheticNumbers = (dateOfBirth: string, sex?: Sex) => Iterable<PersonNumber>;

/** @returns whether a serial, odd for men and even for women, may be given to a person of this sex */
export function serialSuits(serial: number, sex: Sex | undefined): boolean {
  return sex === undefined || (serial % 2 === 1) === (sex === 'MALE');
}

/** @throws {RangeError} when all numbers for that day are taken */
export function firstFree(numbers: Iterable<PersonNumber>, taken: ReadonlySet<string>): PersonNumber {
  for (const number of numbers) if (!taken.has(number.value)) return number;
  throw new RangeError('every synthetic number for this date of birth is taken');
}
