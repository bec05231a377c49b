import type { RegisterKey, SubjectClaims } from '@oots/node';
import { estonia, finland, latvia, lithuania, norway, sweden } from '../index.js';
import { MemoryRegisterRecords } from '../testing/index.js';

const SEED = 2026;
const holding = (profile: typeof estonia) => MemoryRegisterRecords.holding(profile.population(SEED));
const none = { outcome: 'none' };

describe('given the Estonian population register', () => {
  const records = holding(estonia);
  const match = (claims: SubjectClaims) => estonia.residenceRegister.match(claims, records);
  const mari: SubjectClaims = { familyName: 'Tamm', givenName: 'Mari', dateOfBirth: '2000-01-01' };
  const one = { outcome: 'one', key: '60001019906' };

  it('then an eIDAS identifier that the names and the date of birth confirm finds her', async () => {
    expect(await match({ ...mari, eidasIdentifier: 'EE/FI/60001019906' })).toEqual(one);
  });

  it('then an eIDAS identifier with nothing beside it finds nobody: nothing confirms it', async () => {
    expect(await match({ eidasIdentifier: 'EE/FI/60001019906' })).toEqual(none);
  });

  it('then an identifier forgives one slip of the pen, and without it the same slip finds nobody', async () => {
    const slipped = { ...mari, givenName: 'Mrai' };
    expect(await match({ ...slipped, eidasIdentifier: 'EE/FI/60001019906' })).toEqual(one);
    expect(await match(slipped)).toEqual(none);
  });

  it('then an identifier whose slip is the name of somebody else born that day finds neither', async () => {
    const row = await records.get('rahvastikuregister', '60001019906');
    const twin = { ...row, isikukood: '60001018800', eesnimi: 'Mare' };
    const withTwin = holding(estonia);
    await withTwin.put('rahvastikuregister', '60001018800', twin);
    const claims = { ...mari, givenName: 'Mare', eidasIdentifier: 'EE/FI/60001019906' };
    expect(await estonia.residenceRegister.match(claims, records)).toEqual(one);
    expect(await estonia.residenceRegister.match(claims, withTwin)).toEqual(none);
  });

  it('then names and date of birth are enough without an identifier', async () => {
    expect(await match(mari)).toEqual(one);
    expect(await match({ ...mari, familyName: 'TAMM', givenName: 'mari' })).toEqual(one);
  });

  it('then an identifier of another country that is not known here leaves it to the names', async () => {
    expect(await match({ ...mari, eidasIdentifier: 'FI/EE/010100A904L' })).toEqual(one);
  });

  it('then an identifier issued here that nobody has finds nobody, whatever the names', async () => {
    expect(await match({ ...mari, eidasIdentifier: 'EE/FI/60001017869' })).toEqual(none);
  });

  it.each([
    ['family name', { familyName: 'Kask' }],
    ['given name', { givenName: 'Liis' }],
    ['date of birth', { dateOfBirth: '2000-01-02' }],
  ])('then an identifier that contradicts the %s finds nobody', async (_what, contradiction) => {
    expect(await match({ ...mari, ...contradiction, eidasIdentifier: 'EE/FI/60001019906' })).toEqual(none);
  });

  it.each(['familyName', 'givenName', 'dateOfBirth'] as const)(
    'then without an identifier a missing %s finds nobody',
    async (missing) => {
      const { [missing]: _left, ...claims } = mari;
      expect(await match(claims)).toEqual(none);
    },
  );

  it('then nothing claimed finds nobody', async () => {
    expect(await match({})).toEqual(none);
  });

  it('then a company number finds no person, and a person number no company', async () => {
    expect(await match({ ...mari, eidasIdentifier: 'EE/LV/19999992' })).toEqual(none);
    const business = estonia.offers.find(({ register }) => register.evidenceType === 'legal-entity-extract')!.register;
    const claims = { legalName: 'Näide OÜ', eidasIdentifier: 'EE/FI/60001019906' };
    expect(await business.match(claims, records)).toEqual(none);
  });
});

describe('given the Estonian business register', () => {
  const records = holding(estonia);
  const { register } = estonia.offers.find(
    ({ register: { evidenceType } }) => evidenceType === 'legal-entity-extract',
  )!;

  it.each<[string, SubjectClaims]>([
    ['its eIDAS identifier and its legal name', { eidasIdentifier: 'EE/LV/19999992', legalName: 'Näide OÜ' }],
    ['the legal form spelled out', { eidasIdentifier: 'EE/LV/19999992', legalName: 'osaühing „NÄIDE“' }],
    ['its legal name', { legalName: 'Näide OÜ' }],
    ['its legal name in another composition', { legalName: 'Na\u0308ide OU\u0308' }],
  ])('then Näide OÜ is found by %s', async (_how, claims) => {
    expect(await register.match(claims, records)).toEqual({ outcome: 'one', key: '19999992' });
  });

  it.each<[string, SubjectClaims]>([
    ['the name of another company', { eidasIdentifier: 'EE/LV/19999992', legalName: 'Muu OÜ' }],
    ['the same name in another legal form', { eidasIdentifier: 'EE/LV/19999992', legalName: 'Näide AS' }],
    ['no name', { eidasIdentifier: 'EE/LV/19999992' }],
    ['an identifier that nobody has', { eidasIdentifier: 'EE/LV/19999986', legalName: 'Näide OÜ' }],
    ['an identifier of another country', { eidasIdentifier: 'LV/EE/49999000014', legalName: 'Näide OÜ' }],
  ])('then a request with %s finds none', async (_what, claims) => {
    expect(await register.match(claims, records)).toEqual(none);
  });

  it('then Jaan Kask alone represents Näide OÜ', async () => {
    const extract = await register.extract('19999992' as RegisterKey, records, new Date(0));
    expect(extract).toMatchObject({
      legalEntity: { legalName: { lang: 'et', text: 'Näide OÜ' }, status: 'active', registrationDate: '2018-05-04' },
      vat: { number: 'EE999999992' },
    });
    expect(extract?.['representatives']).toEqual([
      {
        identifiers: [{ scheme: 'EE-IK', value: '39901012239' }],
        familyName: 'Kask',
        givenName: 'Jaan',
        scope: 'ALONE',
        from: '2018-05-04',
      },
    ]);
  });
});

describe('given people with more than one number', () => {
  it('then Ilze Kalniņa is found by the code she has and by the one she had, and her insurance with her', async () => {
    const records = holding(latvia);
    const ilze = { familyName: 'Kalniņa', givenName: 'Ilze', dateOfBirth: '1975-11-16' };
    for (const code of ['328673-00679', '161175-19997', '32867300679', '16117519997']) {
      expect(await latvia.residenceRegister.match({ ...ilze, eidasIdentifier: `LV/FI/${code}` }, records)).toEqual({
        outcome: 'one',
        key: '32867300679',
      });
    }
    const insurance = latvia.offers.find(({ register }) => register.evidenceType === 'insurance-periods')!.register;
    expect(await insurance.extract('32867300679' as RegisterKey, records, new Date(0))).toMatchObject({
      subject: {
        identifiers: [
          { value: '32867300679', current: true },
          { value: '16117519997', current: false },
        ],
      },
      periods: [{ from: '1998-09-01' }, { from: '2005-06-01' }, { from: '2006-07-01' }],
    });
  });

  it.each([
    ['Sweden', sweden, 'FI/SE/030883-925M', 'SE-SAM'],
    ['Latvia', latvia, 'FI/LV/030883-925M', 'LV-PK'],
    ['Finland', finland, 'FI/LV/030883-925M', 'FI-HETU'],
  ] as const)(
    'then %s knows Eino Mäkinen and where he was insured',
    async (_country, profile, eidasIdentifier, scheme) => {
      const records = holding(profile);
      const { register } = profile.offers.find(
        ({ register: { evidenceType } }) => evidenceType === 'insurance-periods',
      )!;
      const claims = { eidasIdentifier, familyName: 'Mäkinen', givenName: 'Eino', dateOfBirth: '1983-08-03' };
      const match = await register.match(claims, records);
      if (match.outcome !== 'one') throw new Error(match.outcome);
      expect(await register.extract(match.key, records, new Date(0))).toMatchObject({
        subject: {
          identifiers: expect.arrayContaining([expect.objectContaining({ scheme, current: true })]) as unknown,
        },
      });
    },
  );

  it('then a Lithuanian identifier leads to the D-number of Tomas Petrauskas, and his child to both parents', async () => {
    const records = holding(norway);
    const tomas = {
      eidasIdentifier: 'LT/NO/50001018865',
      familyName: 'Petrauskas',
      givenName: 'Tomas',
      dateOfBirth: '2000-01-01',
    };
    expect(await norway.residenceRegister.match(tomas, records)).toMatchObject({ outcome: 'one' });
    const births = norway.offers.find(({ register }) => register.evidenceType === 'birth')!.register;
    const match = await births.match(
      { familyName: 'Petrauskaitė', givenName: 'Nida', dateOfBirth: '2026-10-30' },
      records,
    );
    expect(match).toEqual({ outcome: 'one', key: '30902660085' });
    expect(await births.extract('30902660085' as RegisterKey, records, new Date(0))).toMatchObject({
      birth: {
        registration: { date: '2026-11-03', number: '2026/118', authority: { scheme: '0192', id: '974761076' } },
        parents: [
          {
            familyName: 'Petrauskas',
            parentalResponsibility: true,
            identifiers: expect.arrayContaining([{ scheme: 'LT-AK', value: '50001018865', current: true }]) as unknown,
          },
          { givenName: 'Ruta' },
        ],
      },
    });
    expect(await lithuania.residenceRegister.match(tomas, holding(lithuania))).toEqual({
      outcome: 'one',
      key: '50001018865',
    });
  });
});

describe('given somebody under protection', () => {
  const records = holding(sweden);
  const elsa = { familyName: 'Lind', givenName: 'Elsa', dateOfBirth: '1996-10-20' };

  it('then the match says so and nothing more, by identifier and by name', async () => {
    for (const claims of [elsa, { ...elsa, eidasIdentifier: 'SE/EE/199610202385' }]) {
      expect(await sweden.residenceRegister.match(claims, records)).toEqual({ outcome: 'protected' });
    }
  });

  it('then her namesake without protection is found as ever', async () => {
    expect(await sweden.residenceRegister.match({ ...elsa, dateOfBirth: '1991-07-17' }, records)).toEqual({
      outcome: 'one',
      key: '199107172380',
    });
  });
});
