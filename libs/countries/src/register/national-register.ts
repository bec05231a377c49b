import type { RegisterContent, RegisterRecords } from '@oots/node';
import type { RecordShape } from './record-shape.js';

/** One register of a country: entries go in and come out, rows in the country's own shape are what is kept. */
export class NationalRegister<Entry extends object> {
  /** @param name of the register, in the national language */
  constructor(
    readonly name: string,
    private readonly shape: RecordShape<Entry>,
  ) {}

  async get(key: string, records: RegisterRecords): Promise<Entry | undefined> {
    const row = await records.get(this.name, key);
    return row && this.shape.common(row);
  }

  /** @param elements that stand in top-level fields of the row */
  async where(elements: Partial<Entry>, records: RegisterRecords): Promise<readonly Entry[]> {
    const fields = this.shape.national(elements) as Readonly<Record<string, string>>;
    return (await records.where(this.name, fields)).map((row) => this.shape.common(row));
  }

  async put(key: string, entry: Entry, records: RegisterRecords): Promise<void> {
    await records.put(this.name, key, this.shape.national(entry));
  }

  content(entries: Iterable<readonly [key: string, entry: Entry]>): RegisterContent {
    return {
      register: this.name,
      records: Array.from(entries, ([key, entry]) => ({ key, record: this.shape.national(entry) })),
    };
  }
}
