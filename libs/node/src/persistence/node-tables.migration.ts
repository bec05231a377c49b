import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, exchanges, answered requests, the message journal and the simulated national registers. */
export class NodeTables1700000000010 implements MigrationInterface {
  readonly name = 'NodeTables1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL UNIQUE,
        procedure text NOT NULL,
        form text,
        authority_id text NOT NULL,
        provider_country text NOT NULL,
        state text NOT NULL,
        notice_id text,
        notice_digest text,
        language text,
        follows_notification text UNIQUE,
        opened_at timestamptz NOT NULL,
        decided_at timestamptz,
        subject bytea NOT NULL,
        filled_form bytea
      )`);
    await runner.query(`
      CREATE TABLE exchange (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_file,
        request_id text NOT NULL UNIQUE,
        state text NOT NULL,
        counterpart text NOT NULL,
        provider jsonb NOT NULL,
        provider_name text NOT NULL,
        provider_access_point jsonb NOT NULL,
        evidence_type text NOT NULL,
        classification text NOT NULL,
        requirement text NOT NULL,
        specification text NOT NULL,
        mode text NOT NULL,
        policy_rule text NOT NULL,
        policy_version text NOT NULL,
        legal_basis jsonb NOT NULL,
        requested_attributes jsonb,
        opened_at timestamptz NOT NULL,
        deadline_at timestamptz NOT NULL,
        settled_at timestamptz,
        response_id text,
        usage_reference uuid,
        disclosed_attributes jsonb,
        error_code text,
        error_detail text,
        preview_location text,
        evidence bytea
      )`);
    await runner.query('CREATE INDEX exchange_of_case ON exchange (case_id)');
    await runner.query(
      `CREATE INDEX exchange_running_out ON exchange (deadline_at) WHERE state IN ('requested', 'preview-required')`,
    );
    await runner.query(`
      CREATE TABLE answered_request (
        request_id text PRIMARY KEY,
        exchange_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        counterpart text NOT NULL,
        requester_id text NOT NULL,
        procedure text NOT NULL,
        evidence_type text NOT NULL,
        outcome text NOT NULL,
        error_code text,
        error_detail text,
        usage_reference uuid,
        evidence_id text,
        answered_at timestamptz NOT NULL,
        subject bytea NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE received_notification (
        event_id text PRIMARY KEY,
        request_id text NOT NULL,
        counterpart text NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL,
        received_at timestamptz NOT NULL,
        next_attempt_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE preview (
        token text PRIMARY KEY,
        exchange_id uuid NOT NULL,
        location text NOT NULL UNIQUE,
        counterpart text NOT NULL,
        state text NOT NULL,
        expires_at timestamptz NOT NULL,
        return_location text,
        header text,
        request bytea
      )`);
    await runner.query(
      `CREATE INDEX preview_running_out ON preview (expires_at) WHERE state IN ('offered', 'awaiting-decision')`,
    );
    await runner.query('CREATE INDEX answered_request_of_exchange ON answered_request (exchange_id)');
    await runner.query(`
      CREATE TABLE message_journal (
        message_id text NOT NULL,
        direction text NOT NULL CHECK (direction IN ('in', 'out')),
        action text NOT NULL,
        conversation_id uuid NOT NULL,
        exchange_id uuid,
        counterpart text NOT NULL,
        at timestamptz NOT NULL,
        header text NOT NULL,
        body bytea NOT NULL,
        parts jsonb NOT NULL,
        PRIMARY KEY (message_id, direction)
      )`);
    await runner.query('CREATE INDEX message_journal_of_conversation ON message_journal (conversation_id)');
    await runner.query(`
      CREATE TABLE register_record (
        register text NOT NULL,
        key text NOT NULL,
        record jsonb NOT NULL,
        PRIMARY KEY (register, key)
      )`);
    await runner.query('CREATE INDEX register_record_fields ON register_record USING gin (record jsonb_path_ops)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE register_record, message_journal, received_notification, preview, answered_request, exchange, case_file',
    );
  }
}
