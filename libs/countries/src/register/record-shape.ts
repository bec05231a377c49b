import type { RegisterRecord } from '@oots/node';

/** How a register writes one value, and how it is read back. */
export interface Codec<Common> {
  readonly national: (common: Common) => unknown;
  readonly common: (national: never) => Common;
}

/** Where one element of an entry stands in a register's row. */
export interface Place<Value> {
  write(value: Value, row: Draft): void;
  /** @returns undefined when the row has nothing there */
  read(row: RegisterRecord): Value | undefined;
}

type Draft = Record<string, unknown>;

/** One place for every element; elements the entry may lack may be missing in the row too. */
export type Places<Entry extends object> = { readonly [Key in keyof Entry]-?: Place<Exclude<Entry[Key], undefined>> };

/**
 * The shape of a register's rows as data: which element of an entry stands under which national name, in which code or
 * format. Reading what was written gives the same entry.
 */
export class RecordShape<Entry extends object> {
  constructor(private readonly places: Places<Entry>) {}

  /** @param entry whole, or the elements that are to be changed or searched for */
  national(entry: Partial<Entry>): RegisterRecord {
    const row: Draft = {};
    for (const [name, place] of Object.entries(this.places as Readonly<Record<string, Place<unknown>>>)) {
      const value = entry[name as keyof Entry];
      if (value !== undefined) place.write(value, row);
    }
    return row;
  }

  common(row: RegisterRecord): Entry {
    return Object.fromEntries(
      Object.entries(this.places as Readonly<Record<string, Place<unknown>>>).flatMap(([name, place]) => {
        const value = place.read(row);
        return value === undefined ? [] : [[name, value]];
      }),
    ) as Entry;
  }
}

const asIs: Codec<unknown> = { national: (value) => value, common: (value) => value };

/**
 * One value.
 *
 * @param path national names from the row inwards, `navn.etternavn`
 */
export function at<Value>(path: string, codec: Codec<Value> = asIs as Codec<Value>): Place<Value> {
  return {
    write: (value, row) => {
      put(row, path, codec.national(value));
    },
    read: (row) => {
      const value = take(row, path);
      return value === undefined ? undefined : codec.common(value as never);
    },
  };
}

/** A list of values in one code or format. */
export function eachAt<Value>(path: string, codec: Codec<Value> = asIs as Codec<Value>): Place<readonly Value[]> {
  return at(path, {
    national: (values) => values.map(codec.national),
    common: (values: readonly never[]) => values.map(codec.common),
  });
}

/** A list of entries, each with its own shape. */
export function listAt<Entry extends object>(path: string, places: Places<Entry>): Place<readonly Entry[]> {
  return eachAt(path, codecOf(new RecordShape(places)));
}

/** An entry below one national name. */
export function groupAt<Entry extends object>(path: string, places: Places<Entry>): Place<Entry> {
  return at(path, codecOf(new RecordShape(places)));
}

/** An entry whose elements stand in the row itself; there when any of them is. */
export function spread<Entry extends object>(places: Places<Entry>): Place<Entry> {
  const shape = new RecordShape(places);
  return {
    write: (entry, row) => {
      Object.assign(row, shape.national(entry));
    },
    read: (row) => {
      const entry = shape.common(row);
      return Object.keys(entry).length === 0 ? undefined : entry;
    },
  };
}

function codecOf<Entry extends object>(shape: RecordShape<Entry>): Codec<Entry> {
  return { national: (entry) => shape.national(entry), common: (row: RegisterRecord) => shape.common(row) };
}

function put(row: Draft, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? path;
  let target = row;
  for (const name of names) {
    const inner = (target[name] ?? {}) as Draft;
    target[name] = inner;
    target = inner;
  }
  target[last] = value;
}

function take(row: RegisterRecord, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as RegisterRecord | undefined)?.[name], row);
}
