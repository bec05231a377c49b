import type { RegisterContent, RegisterRecord, RegisterRecords } from '@oots/node';

/** Register records in memory, for tests: what is put is copied, as a database would. */
export class MemoryRegisterRecords implements RegisterRecords {
  private readonly registers = new Map<string, Map<string, RegisterRecord>>();

  /** @param content first content, as a country's population gives it */
  static holding(content: readonly RegisterContent[]): MemoryRegisterRecords {
    const records = new MemoryRegisterRecords();
    for (const { register, records: rows } of content) {
      for (const { key, record } of rows) records.enter(register, key, record);
    }
    return records;
  }

  get(register: string, key: string): Promise<RegisterRecord | undefined> {
    return Promise.resolve(structuredClone(this.registers.get(register)?.get(key)));
  }

  where(register: string, fields: Readonly<Record<string, string>>): Promise<readonly RegisterRecord[]> {
    const wanted = Object.entries(fields);
    const rows = [...(this.registers.get(register)?.values() ?? [])];
    return Promise.resolve(structuredClone(rows.filter((row) => wanted.every(([name, value]) => row[name] === value))));
  }

  put(register: string, key: string, record: RegisterRecord): Promise<void> {
    this.enter(register, key, record);
    return Promise.resolve();
  }

  private enter(register: string, key: string, record: RegisterRecord): void {
    const rows = this.registers.get(register) ?? new Map<string, RegisterRecord>();
    this.registers.set(register, rows.set(key, structuredClone(record)));
  }
}
