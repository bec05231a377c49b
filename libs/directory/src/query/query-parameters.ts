import { DirectoryRefusal } from '../directory-error.js';
import type { DirectoryErrorCode } from './directory-exception.js';

const MAXIMUM_PARAMETERS = 20;
const MAXIMUM_VALUE = 512;

/**
 * The parameters of one query, each at most once and never empty. Its refusals name a parameter and never repeat a value.
 */
export class QueryParameters {
  private constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly refusalCode: DirectoryErrorCode,
  ) {}

  /**
   * @param refusalCode of parameters that do not follow the specification, `EB:ERR:0003`
   * @throws {DirectoryRefusal} a parameter that is repeated, empty or too long
   */
  static of(parameters: Iterable<readonly [string, string]>, refusalCode: DirectoryErrorCode): QueryParameters {
    const values = new Map<string, string>();
    for (const [name, value] of parameters) {
      const acceptable = value !== '' && value.length <= MAXIMUM_VALUE && !values.has(name);
      if (!acceptable || values.size === MAXIMUM_PARAMETERS) throw new DirectoryRefusal(refusalCode, named(name));
      values.set(name, value);
    }
    return new QueryParameters(values, refusalCode);
  }

  optional(name: string): string | undefined {
    return this.values.get(name);
  }

  /** @throws {DirectoryRefusal} when the parameter is missing */
  required(name: string): string {
    const value = this.values.get(name);
    if (value === undefined) throw new DirectoryRefusal(this.refusalCode, name);
    return value;
  }

  /** @throws {DirectoryRefusal} when the parameter is neither `true` nor `false` */
  flag(name: string): boolean {
    const value = this.values.get(name) ?? 'false';
    if (value !== 'true' && value !== 'false') throw new DirectoryRefusal(this.refusalCode, name);
    return value === 'true';
  }

  /** @returns parameters other than `known`, such as answers to a directory's questions */
  others(known: readonly string[]): ReadonlyMap<string, string> {
    return new Map([...this.values].filter(([name]) => !known.includes(name)));
  }

  /** @throws {DirectoryRefusal} when there is a parameter other than `known` */
  only(known: readonly string[]): void {
    const [unknown] = this.others(known).keys();
    if (unknown !== undefined) throw new DirectoryRefusal(this.refusalCode, named(unknown));
  }
}

/** A name comes from outside: what cannot be a parameter's name is not repeated. */
function named(name: string): string {
  return /^[\w-]{1,64}$/.test(name) ? name : 'parameter';
}
