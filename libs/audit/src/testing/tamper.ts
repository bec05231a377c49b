import type { DataSource } from 'typeorm';

const TABLES = ['audit_entry', 'audit_leaf', 'audit_tree_head', 'audit_unsealed'];

/**
 * Does to a log what only its owner could do: takes the guards away, runs the statements, puts the guards back.
 *
 * @param statements SQL with its parameters
 */
export async function tamper(
  owner: DataSource,
  ...statements: readonly (readonly [sql: string, ...parameters: unknown[]])[]
): Promise<void> {
  await owner.transaction(async (transaction) => {
    for (const table of TABLES) {
      await transaction.query(`GRANT ALL ON ${table} TO CURRENT_USER`);
      await transaction.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    for (const [sql, ...parameters] of statements) await transaction.query(sql, parameters);
    for (const table of TABLES) await transaction.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  });
}
