import { readFileSync } from 'node:fs';
import {
  type ConfusionTable,
  TRIAL_SEED,
  companyConfusion,
  personConfusion,
} from '../testing/matching-trial/confusion-table.js';
import { generatedParts, withParts } from '../testing/matching-trial/matching-page.js';

const OTHER_SEEDS = [1, 77];
const page = readFileSync(new URL('../../../../docs/matching.md', import.meta.url), 'utf8');

const falseOnes = ({ variants }: ConfusionTable) => variants.filter((row) => row.false > 0);
const notTried = ({ variants }: ConfusionTable) => variants.filter((row) => row.claims === 0);
const missedBy = ({ variants }: ConfusionTable) =>
  variants.filter((row) => row.missed > 0).map(({ variant, identifier }) => `${variant} / ${identifier}`);

describe('given claims about everybody in the six populations, in every variant', () => {
  let people: ConfusionTable;
  let companies: ConfusionTable;
  beforeAll(async () => {
    [people, companies] = [await personConfusion(TRIAL_SEED), await companyConfusion(TRIAL_SEED)];
  });

  it('then every variant was tried', () => {
    expect([...notTried(people), ...notTried(companies)]).toEqual([]);
  });

  it('then nobody is found who is not meant', () => {
    expect([...falseOnes(people), ...falseOnes(companies)]).toEqual([]);
  });

  it('then people are missed only where the policy does not forgive', () => {
    expect(missedBy(people)).toEqual([
      'Family name after a marriage abroad / current',
      'Family name after a marriage abroad / none',
      'The same, with the birth name beside it / none',
      'One of several given names / none',
      'Family and given name swapped / none',
      'Slip in one name / current',
      'Slip in one name / none',
      'Slip in both names / current',
      'Slip in both names / none',
    ]);
  });

  it('then companies are missed only where the policy does not forgive', () => {
    expect(missedBy(companies)).toEqual(['Capitals / none']);
  });

  it('then docs/matching.md shows this policy and this trial', async () => {
    expect(page).toBe(withParts(page, await generatedParts()));
  });
});

describe.each(OTHER_SEEDS)('given the populations of seed %i', (seed) => {
  it('then nobody is found who is not meant', async () => {
    expect([...falseOnes(await personConfusion(seed)), ...falseOnes(await companyConfusion(seed))]).toEqual([]);
  });
});
