import { foldedName, spellingsOf } from './name-folding.js';

/** How a claimed name relates to a registered one, the nearest relation first. */
export type NameRelation = 'same' | 'transliterated' | 'part' | 'misspelt' | 'different';

/** Shorter names differ by one letter too often: `Oja` and `Aja` are two families. */
const LONG_ENOUGH_TO_MISSPELL = 4;

/**
 * Compares two names as two registers may spell them.
 *
 * @returns `same` apart from case, hyphens and Unicode composition; `transliterated` when they agree without diacritics or in
 * the spelling of travel documents; `part` when one has all words of the other; `misspelt` when one letter is wrong, missing,
 * too many or in its neighbour's place
 */
export function compareNames(claimed: string, registered: string): NameRelation {
  if (foldedName(claimed) === foldedName(registered)) return 'same';
  const [claims, entries] = [spellingsOf(claimed), spellingsOf(registered)];
  const somePair = (fits: (claim: string, entry: string) => boolean) =>
    claims.some((claim) => entries.some((entry) => fits(claim, entry)));
  if (somePair((claim, entry) => claim === entry)) return 'transliterated';
  if (somePair((claim, entry) => isPart(claim, entry) || isPart(entry, claim))) return 'part';
  return somePair(isOneSlip) ? 'misspelt' : 'different';
}

/** @returns whether every word of the one name stands in the other */
function isPart(some: string, all: string): boolean {
  const words = all.split(' ');
  return some !== '' && some.split(' ').every((word) => words.includes(word));
}

function isOneSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LONG_ENOUGH_TO_MISSPELL) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  const wrong = left.slice(1) === right.slice(1);
  const missing = left === right.slice(1);
  const tooMany = left.slice(1) === right;
  const turned = left.slice(0, 2) === `${right[1] ?? ''}${right[0] ?? ''}` && left.slice(2) === right.slice(2);
  return wrong || missing || tooMany || turned;
}
