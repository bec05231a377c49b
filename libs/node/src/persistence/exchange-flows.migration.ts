import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exchanges of more than one request: fallback, deferral, answers to an earlier request. */
export class ExchangeFlows1700000000011 implements MigrationInterface {
  readonly name = 'ExchangeFlows1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE exchange
        ADD COLUMN earlier_requests jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN fallback text,
        ADD COLUMN available_at timestamptz,
        ADD COLUMN deferrals integer NOT NULL DEFAULT 0`);
    await runner.query(`CREATE INDEX exchange_to_ask_again ON exchange (available_at) WHERE state = 'deferred'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX exchange_to_ask_again');
    await runner.query(`
      ALTER TABLE exchange
        DROP COLUMN earlier_requests, DROP COLUMN fallback, DROP COLUMN available_at, DROP COLUMN deferrals`);
  }
}
