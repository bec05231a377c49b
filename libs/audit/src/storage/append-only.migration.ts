import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY_TABLES = ['audit_entry', 'audit_leaf', 'audit_tree_head'];

/**
 * `update: false` guards the ORM; this guards the tables, `psql` and bulk queries included. Two barriers: the role may not,
 * and where a role may (a superuser), the trigger refuses. `ALWAYS` keeps the trigger firing in a session that calls itself
 * a replica.
 */
export class AuditIsAppendOnly1764000000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`);
    for (const table of APPEND_ONLY_TABLES) {
      await runner.query(`CREATE TRIGGER no_rewrite BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()`);
      await runner.query(`CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()`);
      await runner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER no_rewrite`);
      await runner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER no_truncate`);
      await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM PUBLIC, CURRENT_USER`);
    }
    await runner.query('REVOKE UPDATE, TRUNCATE ON audit_unsealed FROM PUBLIC, CURRENT_USER');
  }

  /** @throws always: a log that a migration can open for rewriting is not a log */
  down(): Promise<void> {
    return Promise.reject(new Error('the audit log is not opened by a migration'));
  }
}
