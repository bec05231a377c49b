import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that repeat for the same seed: everything the simulation invents comes from here. */
export class Random {
  private readonly generator: ReturnType<typeof xoroshiro128plus>;

  /** @param stream tells apart the draws of two countries under one seed */
  constructor(seed: number, stream: string) {
    const mixed = Array.from(stream).reduce((sum, sign) => Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0), seed);
    this.generator = xoroshiro128plus(mixed | 0);
  }

  /** @returns whole number, both ends included */
  whole(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  /** @throws {RangeError} when there is nothing to pick from */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.whole(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** @param percent 0 to 100 */
  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  /** @returns ISO 8601 calendar date from 1 January of the first year to 28 December of the last */
  dateWithin(firstYear: number, lastYear: number): string {
    const part = (value: number) => String(value).padStart(2, '0');
    return `${this.whole(firstYear, lastYear)}-${part(this.whole(1, 12))}-${part(this.whole(1, 28))}`;
  }
}
