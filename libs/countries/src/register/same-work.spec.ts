import type { CountryProfile, RegisterRecords, SubjectClaims } from '@oots/node';
import { COUNTRIES, estonia, sweden } from '../index.js';
import { MemoryRegisterRecords } from '../testing/index.js';

const SEED = 2026;

/** @returns the look-ups of one match, in their order, without what was looked up */
async function workOf(profile: CountryProfile, claims: SubjectClaims, evidenceType: string): Promise<string[]> {
  const records = MemoryRegisterRecords.holding(profile.population(SEED));
  const work: string[] = [];
  const watched: RegisterRecords = {
    get: (register, key) => (work.push(`get ${register}`), records.get(register, key)),
    where: (register, fields) => (work.push(`where ${register}`), records.where(register, fields)),
    put: (register, key, record) => (work.push(`put ${register}`), records.put(register, key, record)),
  };
  const { register } = profile.offers.find(({ register: offered }) => offered.evidenceType === evidenceType)!;
  await register.match(claims, watched);
  return work;
}

describe('given the Swedish population register', () => {
  const elsa = { familyName: 'Lind', givenName: 'Elsa', dateOfBirth: '1996-10-20' };
  const work = ['get eidas-links', 'get folkbokforing', 'where folkbokforing'];

  it.each<[string, SubjectClaims]>([
    ['somebody, by identifier', { ...elsa, dateOfBirth: '1991-07-17', eidasIdentifier: 'SE/EE/199107172380' }],
    ['somebody, by name', { ...elsa, dateOfBirth: '1991-07-17' }],
    ['somebody protected, by identifier', { ...elsa, eidasIdentifier: 'SE/EE/199610202385' }],
    ['somebody protected, by name', elsa],
    ['several', { familyName: 'Andersson', givenName: 'Anna', dateOfBirth: '1990-05-17' }],
    ['nobody, by an identifier issued here', { ...elsa, eidasIdentifier: 'SE/EE/ghost' }],
    ['nobody, by an identifier of another country', { ...elsa, givenName: 'Ghost', eidasIdentifier: 'FI/SE/ghost' }],
    ['nobody, by name', { ...elsa, givenName: 'Ghost' }],
    ['a contradiction', { ...elsa, givenName: 'Ghost', eidasIdentifier: 'SE/EE/199107172380' }],
    ['somebody who signed in', { ...elsa, dateOfBirth: '1991-07-17', nationalIdentifier: '199107172380' }],
    ['somebody protected who signed in', { ...elsa, nationalIdentifier: '199610202385' }],
    ['nobody who signed in', { ...elsa, nationalIdentifier: 'ghost' }],
    ['nothing', {}],
  ])('when a request means %s, then the look-ups are the same', async (_what, claims) => {
    expect(await workOf(sweden, claims, 'residence')).toEqual(work);
  });
});

describe('given the Estonian business register', () => {
  it.each<[string, SubjectClaims]>([
    ['a company', { eidasIdentifier: 'EE/LV/19999992', legalName: 'Näide OÜ' }],
    ['a company by name', { legalName: 'Näide OÜ' }],
    ['no company', { eidasIdentifier: 'EE/LV/ghost', legalName: 'Näide OÜ' }],
    ['a person', { eidasIdentifier: 'EE/FI/60001019906', familyName: 'Tamm' }],
  ])('when a request means %s, then the look-ups are the same', async (_what, claims) => {
    const work = await workOf(estonia, claims, 'legal-entity-extract');
    expect(work).toEqual(['get eidas-links', 'get ariregister', 'where ariregister']);
  });
});

describe.each(COUNTRIES.map((profile) => [profile.name, profile] as const))('given %s', (_name, profile) => {
  it('then every register that knows people or companies makes three look-ups to find nobody', async () => {
    const works = await Promise.all(profile.offers.map(({ register }) => workOf(profile, {}, register.evidenceType)));
    const looking = works.filter((work) => work.length > 0);
    expect(looking.length).toBeGreaterThanOrEqual(5);
    expect(new Set(looking.map((work) => work.length))).toEqual(new Set([3]));
  });
});
