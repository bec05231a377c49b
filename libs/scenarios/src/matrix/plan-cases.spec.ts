import { COUNTRIES } from '@oots/countries';
import { MemoryRegisterRecords } from '@oots/countries/testing';
import { shippedTables } from '@oots/node';
import type { PlannedCell } from './matrix-cell.js';
import { type CasePlan, planCases } from './plan-cases.js';
import { planMatrix } from './plan-matrix.js';

const SEED = 2026;
const NOW = new Date('2026-11-23T10:00:00.000Z');

describe('given everything that may be tried', () => {
  let cells: readonly PlannedCell[];
  let plan: CasePlan;

  beforeAll(async () => {
    cells = planMatrix(COUNTRIES, (await shippedTables()).policy).planned;
    plan = await planCases(cells, COUNTRIES, SEED, NOW);
  }, 60_000);

  it('then each of it is tried in exactly one case', () => {
    const tried = plan.cases.flatMap((one) => one.cells);

    expect(new Set(tried).size).toBe(tried.length);
    expect(tried.length + plan.empty.length).toBe(cells.length);
  });

  it('then somebody in the registers has everything', () => {
    expect(plan.empty).toEqual([]);
  });

  it('then the person of a case is one whom the register of every cell finds', async () => {
    const records = new Map(
      COUNTRIES.map(({ country, population }) => [country, MemoryRegisterRecords.holding(population(SEED))]),
    );
    const notFound: string[] = [];
    for (const { provider, subject, cells: asked } of plan.cases) {
      const offers = COUNTRIES.find(({ country }) => country === provider)?.offers ?? [];
      for (const { evidenceType } of asked) {
        const register = offers.find((offer) => offer.register.evidenceType === evidenceType)?.register;
        const match = await register?.match(subject, records.get(provider) ?? new MemoryRegisterRecords());
        if (match?.outcome !== 'one') notFound.push(`${provider} ${evidenceType}`);
      }
    }

    expect(notFound).toEqual([]);
  });

  it('then a company is asked about by its legal name', () => {
    const company = plan.cases.find(({ requester, procedure }) => requester === 'LV' && procedure === 'X1');

    expect(company?.subject).toEqual({
      eidasIdentifier: expect.stringMatching(/^[A-Z]{2}\/LV\//) as unknown,
      legalName: expect.any(String) as unknown,
      levelOfAssurance: 'High',
    });
  });

  it('then the system check is about nobody', () => {
    const checks = plan.cases.filter(({ procedure }) => procedure === '00');

    expect(checks).toHaveLength(30);
    for (const { subject, provider, requester } of checks) {
      expect(subject.eidasIdentifier).toBe(`${provider}/${requester}/SYSTEM-CHECK`);
    }
  });
});

describe('given a country in which nobody has what it declares', () => {
  it('then the cell is empty, and says so', async () => {
    const deserted = COUNTRIES.map((profile) =>
      profile.country === 'EE' ? { ...profile, population: () => [] } : profile,
    );
    const cell: PlannedCell = {
      requester: 'FI',
      provider: 'EE',
      evidenceType: 'residence',
      procedure: 'V1',
      mode: 'background-law',
      specification: 'oots-edm-bg:v0.1',
    };

    expect(await planCases([cell], deserted, SEED, NOW)).toEqual({
      cases: [],
      empty: [
        {
          ...cell,
          outcome: 'empty',
          reason: 'nobody-has-it',
          because: 'nobody in the registers of EE has residence',
        },
      ],
    });
  });
});
