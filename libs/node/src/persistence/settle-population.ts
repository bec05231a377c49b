import type { EntityManager } from 'typeorm';
import type { RegisterContent } from '../config/country-profile.js';

const BATCH = 500;

/**
 * Enters the simulated people and companies into the registers, once: a register that holds anything is left alone, because
 * what procedures decided since then stands in it.
 */
export async function settlePopulation(content: readonly RegisterContent[], transaction: EntityManager): Promise<void> {
  const [{ settled } = { settled: false }]: { settled: boolean }[] = await transaction.query(
    'SELECT EXISTS (SELECT 1 FROM register_record) AS settled',
  );
  if (settled) return;
  const rows = content.flatMap(({ register, records }) => records.map((entry) => ({ register, ...entry })));
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await transaction.query(
      `INSERT INTO register_record (register, key, record)
       SELECT * FROM unnest($1::text[], $2::text[], $3::jsonb[])`,
      [batch.map((row) => row.register), batch.map((row) => row.key), batch.map((row) => JSON.stringify(row.record))],
    );
  }
}
