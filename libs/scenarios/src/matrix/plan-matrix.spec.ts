import { COUNTRIES, estonia } from '@oots/countries';
import { EVIDENCE_MODELS } from '@oots/evidence';
import { shippedTables } from '@oots/node';
import { plain } from '../testing/plain.js';
import { type MatrixPlan, planMatrix } from './plan-matrix.js';

describe('given what the six countries declare and the policy table that ships', () => {
  let plan: MatrixPlan;
  const planned = (requester: string, provider: string) =>
    plan.planned.filter((cell) => cell.requester === requester && cell.provider === provider);

  beforeAll(async () => {
    plan = planMatrix(COUNTRIES, (await shippedTables()).policy);
  });

  it('then there are thirty directed pairs, and every pair has a word on every evidence type', () => {
    const spoken = [...plan.planned, ...plan.empty].map(
      ({ requester, provider, evidenceType }) => `${requester} ${provider} ${evidenceType}`,
    );

    expect(plan.pairs).toBe(30);
    expect(new Set(spoken).size).toBe(30 * Object.keys(EVIDENCE_MODELS).length);
  });

  it('then the system check is tried in the background between every two', () => {
    const checks = plan.planned.filter(({ evidenceType }) => evidenceType === 'system-check');

    expect(checks).toHaveLength(30);
    for (const cell of checks) {
      expect(cell).toMatchObject({ procedure: '00', mode: 'background-law', specification: 'oots-edm-bg:v0.1' });
    }
  });

  it('then a move from Estonia to Finland is tried as the law between the two has it', () => {
    expect(planned('FI', 'EE')).toContainEqual({
      requester: 'FI',
      provider: 'EE',
      evidenceType: 'residence',
      procedure: 'V1',
      mode: 'background-law',
      specification: 'oots-edm-bg:v0.1',
    });
  });

  it('then one without an arrangement is tried with a preview, in plain 2.0', () => {
    expect(planned('LT', 'EE')).toContainEqual(
      expect.objectContaining({ evidenceType: 'residence', mode: 'interactive', specification: 'oots-edm:v2.0' }),
    );
  });

  it('then an evidence type that two procedures of one country ask for is tried in both', () => {
    const periods = planned('LV', 'FI').filter(({ evidenceType }) => evidenceType === 'insurance-periods');

    expect(periods.map(({ procedure }) => procedure)).toEqual(['W1', 'W2']);
  });

  it.each([
    ['not-offered', 'LV', 'NO', 'insurance-periods', 'NO declares no data service for insurance-periods'],
    ['not-asked-for', 'FI', 'EE', 'birth', 'no procedure of FI asks for birth'],
    [
      'consent-needed',
      'FI',
      'LV',
      'residence',
      'policy rule V1-from-LV-residence allows this as background-consent only',
    ],
    [
      'other-mode-by-policy',
      'FI',
      'EE',
      'residence',
      'policy rule V1-EE-FI-residence allows this as background-law only',
    ],
  ])('then a cell is empty because %s', (reason, requester, provider, evidenceType, because) => {
    expect(plan.empty).toContainEqual(
      expect.objectContaining({ outcome: 'empty', reason, requester, provider, evidenceType, because }),
    );
  });
});

describe('given a country whose access point does not announce the background profile', () => {
  let plan: MatrixPlan;
  const residenceFromEstonia = (requester: string) =>
    plan.planned.filter(
      (cell) => cell.requester === requester && cell.provider === 'EE' && cell.evidenceType === 'residence',
    );

  beforeAll(async () => {
    plan = planMatrix(
      [...COUNTRIES.filter(({ country }) => country !== 'EE'), plain(estonia)],
      (await shippedTables()).policy,
    );
  });

  it('then what the law allows without preview is tried in plain 2.0, in the background', () => {
    expect(residenceFromEstonia('FI')).toEqual([
      expect.objectContaining({ mode: 'background-law', specification: 'oots-edm:v2.0' }),
    ]);
  });

  it('then the rest is tried with a preview', () => {
    expect(residenceFromEstonia('LV')).toEqual([
      expect.objectContaining({ mode: 'interactive', specification: 'oots-edm:v2.0' }),
    ]);
  });

  it('then the background profile is empty, and says so', () => {
    expect(plan.empty).toContainEqual(
      expect.objectContaining({
        requester: 'FI',
        provider: 'EE',
        evidenceType: 'residence',
        reason: 'version-not-announced',
        because: 'EE does not announce oots-edm-bg:v0.1 for residence',
      }),
    );
  });
});
