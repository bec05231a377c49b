import { pointerOf, segmentsOf } from '@oots/evidence';

/** A value in a document and where it stands. */
export interface Selected {
  /** JSON Pointer, concrete. */
  readonly pointer: string;
  readonly value: unknown;
}

const SELECTOR = /^(?<name>[^[\]]*)\[(?<key>[^=\]]+)=(?<wanted>[^\]]*)\]$/;

/**
 * @param path of a mapping table: JSON Pointer with `*` and selectors
 * @returns every value the path leads to, in document order; none when there is nothing
 * @throws {SyntaxError} when it is no pointer
 */
export function select(document: unknown, path: string): readonly Selected[] {
  let reached: readonly { readonly at: readonly string[]; readonly value: unknown }[] = [{ at: [], value: document }];
  for (const step of segmentsOf(path).flatMap(stepsOf)) {
    reached = reached.flatMap(({ at, value }) =>
      membersOf(value)
        .filter(([name, member]) => step(name, member))
        .map(([name, member]) => ({ at: [...at, name], value: member })),
    );
  }
  return reached.map(({ at, value }) => ({ pointer: pointerOf(at), value }));
}

/** The path as a permission would write it, with `*` for a selector. */
export function patternOf(path: string): string {
  const segments = segmentsOf(path).flatMap((segment) => {
    const name = SELECTOR.exec(segment)?.groups?.['name'];
    return name === undefined ? [segment] : [name, '*'];
  });
  return pointerOf(segments);
}

type Step = (name: string, value: unknown) => boolean;

function stepsOf(segment: string): Step[] {
  const selector = SELECTOR.exec(segment)?.groups;
  if (selector === undefined) return [segment === '*' ? () => true : (name) => name === segment];
  const { name: list, key = '', wanted } = selector;
  return [
    (name) => name === list,
    (_, element) => membersOf(element).some(([name, value]) => name === key && String(value) === wanted),
  ];
}

function membersOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
