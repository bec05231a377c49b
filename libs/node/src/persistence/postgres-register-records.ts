import type { EntityManager } from 'typeorm';
import type { RegisterRecord, RegisterRecords } from '../provider/evidence-register.js';

/** The simulated national registers in the node's own database, inside the caller's transaction. */
export class PostgresRegisterRecords implements RegisterRecords {
  constructor(private readonly transaction: EntityManager) {}

  async get(register: string, key: string): Promise<RegisterRecord | undefined> {
    const rows: { record: RegisterRecord }[] = await this.transaction.query(
      'SELECT record FROM register_record WHERE register = $1 AND key = $2',
      [register, key],
    );
    return rows[0]?.record;
  }

  async where(register: string, fields: Readonly<Record<string, string>>): Promise<readonly RegisterRecord[]> {
    const rows: { record: RegisterRecord }[] = await this.transaction.query(
      'SELECT record FROM register_record WHERE register = $1 AND record @> $2::jsonb ORDER BY key',
      [register, JSON.stringify(fields)],
    );
    return rows.map((row) => row.record);
  }

  async put(register: string, key: string, record: RegisterRecord): Promise<void> {
    await this.transaction.query(
      `INSERT INTO register_record (register, key, record) VALUES ($1, $2, $3)
       ON CONFLICT (register, key) DO UPDATE SET record = EXCLUDED.record`,
      [register, key, JSON.stringify(record)],
    );
  }
}
