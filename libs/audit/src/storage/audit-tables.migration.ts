import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log and its tree. Nobody inserts into `audit_unsealed`: the queue in front of the tree is filled by the database in
 * the entry's own transaction, so that no entry can commit without standing in it.
 */
export class AuditTables1764000000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE audit_entry (
      entry_id uuid PRIMARY KEY,
      body text NOT NULL,
      type text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'type') STORED,
      time text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'time') STORED,
      exchange_id text GENERATED ALWAYS AS (body::jsonb ->> 'exchangeId') STORED,
      conversation_id text GENERATED ALWAYS AS (body::jsonb ->> 'conversationId') STORED,
      subject_ref text GENERATED ALWAYS AS (body::jsonb ->> 'subjectRef') STORED,
      usage_reference text GENERATED ALWAYS AS (body::jsonb ->> 'usageReference') STORED)`);
    for (const column of ['exchange_id', 'conversation_id', 'subject_ref', 'usage_reference']) {
      await runner.query(`CREATE INDEX audit_entry_${column} ON audit_entry (${column}) WHERE ${column} IS NOT NULL`);
    }
    await runner.query(`CREATE TABLE audit_leaf (
      leaf_index bigint PRIMARY KEY,
      entry_id uuid NOT NULL UNIQUE,
      leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32))`);
    await runner.query(`CREATE TABLE audit_tree_head (
      tree_size bigint PRIMARY KEY,
      root_hash bytea NOT NULL CHECK (octet_length(root_hash) = 32),
      frontier bytea NOT NULL,
      signed_at text NOT NULL,
      jws text NOT NULL)`);
    await runner.query(`CREATE TABLE audit_unsealed (
      entry_id uuid PRIMARY KEY,
      arrival bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      leaf_hash bytea NOT NULL)`);
    await runner.query(`CREATE FUNCTION audit_queue_for_tree() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO audit_unsealed (entry_id, leaf_hash)
        VALUES (NEW.entry_id, sha256('\\x00'::bytea || convert_to(NEW.body, 'UTF8')));
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER queue_for_tree AFTER INSERT ON audit_entry
      FOR EACH ROW EXECUTE FUNCTION audit_queue_for_tree()`);
  }

  /** @throws always: a log that a migration can take away is not a log */
  down(): Promise<void> {
    return Promise.reject(new Error('the audit log is not taken down by a migration'));
  }
}
