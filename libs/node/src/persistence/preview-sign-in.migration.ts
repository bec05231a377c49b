import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person signs in before a preview shows anything. */
export class PreviewSignIn1700000000013 implements MigrationInterface {
  readonly name = 'PreviewSignIn1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE preview
        ADD COLUMN failed_sign_ins integer NOT NULL DEFAULT 0,
        ADD COLUMN session text,
        ADD COLUMN subject bytea`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE preview DROP COLUMN failed_sign_ins, DROP COLUMN session, DROP COLUMN subject`);
  }
}
