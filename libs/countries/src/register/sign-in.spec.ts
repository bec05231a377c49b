import type { RegisterKey, SubjectClaims } from '@oots/node';
import { estonia, finland, sweden, systemCheckSubject } from '../index.js';
import { MemoryRegisterRecords } from '../testing/index.js';

const SEED = 2026;
const holding = (profile: typeof estonia) => MemoryRegisterRecords.holding(profile.population(SEED));
const none = { outcome: 'none' };

describe('given somebody who signed in with the Estonian eID', () => {
  const records = holding(estonia);
  const match = (claims: SubjectClaims) => estonia.residenceRegister.match(claims, records);
  const mari = { familyName: 'Tamm', givenName: 'Mari', dateOfBirth: '2000-01-01', nationalIdentifier: '60001019906' };
  const one = { outcome: 'one', key: '60001019906' };

  it('then the number finds her, the rest confirms her, and one slip of the pen is forgiven as with any current identifier', async () => {
    expect(await match(mari)).toEqual(one);
    expect(await match({ ...mari, givenName: 'Mrai' })).toEqual(one);
  });

  it.each([
    ['another family name', { familyName: 'Kask' }],
    ['another given name', { givenName: 'Liis' }],
    ['another date of birth', { dateOfBirth: '2000-01-02' }],
    ['a number that nobody has', { nationalIdentifier: '60001017869' }],
    ['no number at all in its place', { nationalIdentifier: '' }],
  ])('then %s finds nobody', async (_what, contradiction) => {
    expect(await match({ ...mari, ...contradiction })).toEqual(none);
  });

  it('then the number alone finds nobody: nothing confirms it', async () => {
    expect(await match({ nationalIdentifier: mari.nationalIdentifier })).toEqual(none);
  });

  it('then an eIDAS identifier beside it has to lead to the same person, if this register knows it', async () => {
    expect(await match({ ...mari, eidasIdentifier: 'EE/FI/60001019906' })).toEqual(one);
    expect(await match({ ...mari, eidasIdentifier: 'FI/EE/unknown-here' })).toEqual(one);
    expect(await match({ ...mari, eidasIdentifier: 'EE/FI/60001017869' })).toEqual(none);
    expect(await match({ ...mari, eidasIdentifier: 'EE/FI/39901012239' })).toEqual(none);
  });
});

describe('given two Swedes of one name and day', () => {
  const records = holding(sweden);
  const anna = { familyName: 'Andersson', givenName: 'Anna', dateOfBirth: '1990-05-17' };

  it('then the claims alone mean both, and the number that one of them signed in with means her', async () => {
    expect(await sweden.residenceRegister.match(anna, records)).toMatchObject({ outcome: 'several' });
    const both = await records.where('folkbokforing', { fodelsedatum: '19900517' });
    const numbers = both.map((row) => String(row['personId']));
    expect(numbers).toHaveLength(2);
    for (const nationalIdentifier of numbers) {
      expect(await sweden.residenceRegister.match({ ...anna, nationalIdentifier }, records)).toEqual({
        outcome: 'one',
        key: nationalIdentifier,
      });
    }
  });
});

describe('given a company in the Estonian business register', () => {
  const records = holding(estonia);
  const { register } = estonia.offers.find((offer) => offer.register.evidenceType === 'legal-entity-extract')!;
  const jaan = { familyName: 'Kask', givenName: 'Jaan', dateOfBirth: '1999-01-01', nationalIdentifier: '39901012239' };
  const company = '19999992' as RegisterKey;
  const mayAct = (person: SubjectClaims, key = company) => register.mayActFor?.(person, key, records);

  it('then whoever represents it alone may see what is on record of it', async () => {
    expect(await mayAct(jaan)).toBe(true);
  });

  it('then nobody else may: not another person, not their number with another name, not somebody without a number', async () => {
    const mari = {
      familyName: 'Tamm',
      givenName: 'Mari',
      dateOfBirth: '2000-01-01',
      nationalIdentifier: '60001019906',
    };
    expect(await mayAct(mari)).toBe(false);
    expect(await mayAct({ ...mari, nationalIdentifier: jaan.nationalIdentifier })).toBe(false);
    const { nationalIdentifier: _, ...nameless } = jaan;
    expect(await mayAct(nameless)).toBe(false);
    expect(await mayAct(jaan, 'no-company' as RegisterKey)).toBe(false);
  });

  it('then one of two who act jointly may not alone', async () => {
    const row = await records.get('ariregister', company);
    const joint = holding(estonia);
    const [representative] = (row?.['esindajad'] ?? []) as readonly object[];
    await joint.put('ariregister', company, { ...row, esindajad: [{ ...representative, esindusoigus: 'ühine' }] });
    expect(await register.mayActFor?.(jaan, company, joint)).toBe(false);
  });
});

describe('given a system check that somebody looks at', () => {
  const { register } = finland.offers.find((offer) => offer.register.evidenceType === 'system-check')!;
  const records = holding(finland);

  it('then its invented person signs in under a number that is none, and nobody else does', async () => {
    const checked = systemCheckSubject('FI', 'EE');
    expect(await register.match({ ...checked, nationalIdentifier: 'SYSTEM-CHECK' }, records)).toMatchObject({
      outcome: 'one',
    });
    expect(await register.match({ ...checked, nationalIdentifier: '010100A904L' }, records)).toEqual(none);
  });
});
