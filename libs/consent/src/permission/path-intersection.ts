import { pointerOf, segmentsOf } from '@oots/evidence';

const ANY = '*';

/**
 * What two path patterns both include.
 *
 * @returns the narrower of the two, segment by segment; undefined when they have nothing in common
 * @throws {SyntaxError} when one of them is no pointer
 */
export function intersectionOf(one: string, other: string): string | undefined {
  const [left, right] = [segmentsOf(one), segmentsOf(other)];
  const segments: string[] = [];
  for (let depth = 0; depth < Math.max(left.length, right.length); depth++) {
    const segment = sharedSegment(left[depth] ?? ANY, right[depth] ?? ANY);
    if (segment === undefined) return undefined;
    segments.push(segment);
  }
  return pointerOf(segments);
}

function sharedSegment(one: string, other: string): string | undefined {
  if (one === ANY) return other;
  return other === ANY || one === other ? one : undefined;
}
