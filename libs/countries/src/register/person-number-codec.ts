import type { PersonNumber } from '../identifiers/person-numbers.js';
import type { Codec } from './record-shape.js';

/**
 * A national number on its own, where the register leaves unsaid which kind it is.
 *
 * @param schemeOf tells it from the number
 */
export function numberIn(
  schemeOf: PersonNumber['scheme'] | ((value: string) => PersonNumber['scheme']),
): Codec<PersonNumber> {
  return {
    national: ({ value }) => value,
    common: (value: string) => ({ scheme: typeof schemeOf === 'string' ? schemeOf : schemeOf(value), value }),
  };
}
