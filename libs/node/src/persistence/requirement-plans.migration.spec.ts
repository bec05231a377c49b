import type { QueryRunner } from 'typeorm';
import { AuthorityCases, TestNode, testland } from '../testing/index.js';
import { RequirementPlans1700000000012 } from './requirement-plans.migration.js';

let node: TestNode;
const cases = new AuthorityCases(() => node);

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

describe('given a case from before requirements had plans', () => {
  it('when the tables are brought up to date, then its requirements and their exchanges are those it had', async () => {
    const opened = await cases.open();
    const { requirements } = await cases.view(opened);
    expect(requirements).toHaveLength(2);

    const migration = new RequirementPlans1700000000012();
    const runner = { query: (sql: string) => node.rows(sql) } as unknown as QueryRunner;
    await migration.down(runner);
    const before = await node.rows<{ id: string; requirement: string }>('SELECT id, requirement FROM exchange');
    expect(new Map(before.map(({ id, requirement }) => [requirement, [id]]))).toEqual(
      new Map(requirements.map(({ requirement, exchanges }) => [requirement, exchanges])),
    );
    await migration.up(runner);
    expect((await cases.view(opened)).requirements).toEqual(expect.arrayContaining([...requirements]));
  });
});
