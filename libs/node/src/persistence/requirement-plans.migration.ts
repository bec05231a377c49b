import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a case proves its requirements, by which exchanges and how else: one exchange may count for several. */
export class RequirementPlans1700000000012 implements MigrationInterface {
  readonly name = 'RequirementPlans1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file
        ADD COLUMN explicit_request boolean NOT NULL DEFAULT false,
        ADD COLUMN plans jsonb NOT NULL DEFAULT '[]'`);
    // Cases that stand keep what they asked for; nothing else is known of them.
    await runner.query(`
      UPDATE case_file SET plans = asked.plans
      FROM (
        SELECT case_id, jsonb_agg(jsonb_build_object(
          'requirement', jsonb_build_object('identifier', requirement, 'names', '[]'::jsonb),
          'exchanges', exchanges,
          'untried', '[]'::jsonb
        ) ORDER BY requirement) AS plans
        FROM (
          SELECT case_id, requirement, jsonb_agg(id) AS exchanges FROM exchange GROUP BY case_id, requirement
        ) AS requirements
        GROUP BY case_id
      ) AS asked
      WHERE asked.case_id = case_file.id`);
    await runner.query('ALTER TABLE exchange DROP COLUMN requirement');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE exchange ADD COLUMN requirement text NOT NULL DEFAULT ''`);
    await runner.query(`
      UPDATE exchange SET requirement = plan -> 'requirement' ->> 'identifier'
      FROM case_file, jsonb_array_elements(case_file.plans) AS plan
      WHERE case_file.id = exchange.case_id AND plan -> 'exchanges' ? exchange.id::text`);
    await runner.query('ALTER TABLE exchange ALTER COLUMN requirement DROP DEFAULT');
    await runner.query('ALTER TABLE case_file DROP COLUMN plans, DROP COLUMN explicit_request');
  }
}
