import { Random } from '../../simulation/random.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * One slip of the pen: a letter wrong, missing, twice or in its neighbour's place.
 *
 * @returns always the same slip for the same name
 */
export function slipIn(name: string): string {
  const random = new Random(name.length, name);
  for (;;) {
    const place = random.whole(0, name.length - 1);
    const [before, letter, after] = [name.slice(0, place), name.charAt(place), name.slice(place + 1)];
    const slipped = random.pick([
      `${before}${LETTERS.charAt(random.whole(0, LETTERS.length - 1))}${after}`,
      `${before}${after}`,
      `${before}${letter}${letter}${after}`,
      `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    ]);
    if (slipped.toLowerCase() !== name.toLowerCase() && slipped.trim() === slipped && slipped !== '') return slipped;
  }
}
