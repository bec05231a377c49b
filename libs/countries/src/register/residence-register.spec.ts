import type { RegisterKey, ResidenceChange, SubjectClaims } from '@oots/node';
import { COUNTRIES, PERSON_IDENTIFIERS, estonia, finland } from '../index.js';
import { MemoryRegisterRecords } from '../testing/index.js';

const SEED = 2026;
const ISSUED_AT = new Date('2026-11-20T09:00:00Z');
const MARI: SubjectClaims = {
  eidasIdentifier: 'EE/FI/60001019906',
  familyName: 'Tamm',
  givenName: 'Mari',
  dateOfBirth: '2000-01-01',
};
const IN_HELSINKI: ResidenceChange = {
  movedOn: '2026-11-15',
  address: { fullAddress: 'Runeberginkatu 1 A 2, 00100 Helsinki', postCode: '00100', adminUnitL1: 'FI' },
};

describe('given Mari Tamm in the Estonian register', () => {
  const key = '60001019906' as RegisterKey;
  let records: MemoryRegisterRecords;
  beforeEach(() => {
    records = MemoryRegisterRecords.holding(estonia.population(SEED));
  });
  const residence = async () => (await estonia.residenceRegister.extract(key, records, ISSUED_AT))?.['residence'];

  it('then she lives where the story says', async () => {
    expect(await estonia.residenceRegister.extract(key, records, ISSUED_AT)).toMatchObject({
      evidenceType: 'residence',
      validFrom: '2024-03-01',
      language: 'et',
      provider: { scheme: '0191', id: '70000562' },
      subject: {
        identifiers: [{ scheme: 'EE-IK', value: '60001019906', current: true }],
        familyName: 'Tamm',
        givenName: 'Mari',
        dateOfBirth: '2000-01-01',
        sex: 'FEMALE',
        citizenship: ['EE'],
        maritalStatus: 'SINGLE',
        maritalStatusSourceCode: 'vallaline',
      },
      residence: {
        type: 'permanent',
        address: {
          fullAddress: 'Sadama 3-5, 10111 Tallinn',
          thoroughfare: 'Sadama',
          locatorDesignator: '3-5',
          postCode: '10111',
          postName: 'Tallinn',
          adminUnitL1: 'EE',
          adminUnitL2: 'EE00',
        },
        startDate: '2024-03-01',
      },
    });
  });

  describe('when Finland reports that she moved there', () => {
    beforeEach(() => estonia.residenceRegister.registerDeparture(key, IN_HELSINKI, records));

    it('then her Estonian residence has ended on that day, and its address is still the Estonian one', async () => {
      expect(await residence()).toMatchObject({
        endDate: '2026-11-15',
        address: { fullAddress: 'Sadama 3-5, 10111 Tallinn' },
      });
    });

    it('then the same report again changes nothing', async () => {
      const before = await records.get('rahvastikuregister', key);
      await estonia.residenceRegister.registerDeparture(key, IN_HELSINKI, records);
      expect(await records.get('rahvastikuregister', key)).toEqual(before);
    });

    it('then an older report comes too late', async () => {
      await estonia.residenceRegister.registerDeparture(key, { ...IN_HELSINKI, movedOn: '2026-10-01' }, records);
      expect(await residence()).toMatchObject({ endDate: '2026-11-15' });
    });

    it('then a return ends the absence', async () => {
      const back = { movedOn: '2027-06-01', address: { fullAddress: 'Pikk 1, 10123 Tallinn', adminUnitL1: 'EE' } };
      await estonia.residenceRegister.registerArrival(MARI, back, records);
      expect(await residence()).toEqual({ type: 'permanent', address: back.address, startDate: '2027-06-01' });
    });
  });

  it('then a departure before she moved in is no departure', async () => {
    await estonia.residenceRegister.registerDeparture(key, { ...IN_HELSINKI, movedOn: '2020-01-01' }, records);
    expect(await residence()).not.toHaveProperty('endDate');
  });

  it('then a departure of somebody unknown is nothing', async () => {
    await expect(
      estonia.residenceRegister.registerDeparture('60001017869' as RegisterKey, IN_HELSINKI, records),
    ).resolves.toBeUndefined();
  });
});

describe('given Finland, which does not know Mari Tamm', () => {
  let records: MemoryRegisterRecords;
  beforeEach(() => {
    records = MemoryRegisterRecords.holding(finland.population(SEED));
  });
  const arrive = (claims: SubjectClaims = MARI, change: ResidenceChange = IN_HELSINKI) =>
    finland.residenceRegister.registerArrival(claims, change, records);

  it('then she gets the henkilötunnus of the story when she arrives', async () => {
    expect(await arrive()).toBe('010100A904L');
  });

  it('then she is known by her Estonian identifier from then on, with her new residence', async () => {
    const key = await arrive();
    expect(await finland.residenceRegister.match(MARI, records)).toEqual({ outcome: 'one', key });
    expect(await finland.residenceRegister.extract(key, records, ISSUED_AT)).toMatchObject({
      subject: { identifiers: [{ scheme: 'FI-HETU', value: '010100A904L', current: true }], familyName: 'Tamm' },
      residence: { address: IN_HELSINKI.address, startDate: '2026-11-15' },
    });
  });

  it('then the same arrival again gives the same number and no second person', async () => {
    const first = await arrive();
    const before = await records.get('vaestotietojarjestelma', first);
    expect(await arrive()).toBe(first);
    expect(await records.get('vaestotietojarjestelma', first)).toEqual(before);
    expect(await records.where('vaestotietojarjestelma', { syntymaaika: '20000101' })).toHaveLength(1);
  });

  it('then of two arrivals the one with the later day stands, in whichever order they come', async () => {
    const later = { movedOn: '2026-12-01', address: { fullAddress: 'Isokatu 5, 90100 Oulu', adminUnitL1: 'FI' } };
    for (const changes of [
      [IN_HELSINKI, later],
      [later, IN_HELSINKI],
    ]) {
      records = MemoryRegisterRecords.holding(finland.population(SEED));
      let key: RegisterKey | undefined;
      for (const change of changes) key = await arrive(MARI, change);
      const evidence = await finland.residenceRegister.extract(key!, records, ISSUED_AT);
      expect(evidence?.['residence']).toMatchObject({ startDate: '2026-12-01' });
    }
  });

  it('then somebody else born on that day gets the next number, odd for a man', async () => {
    const first = await arrive();
    const man = {
      eidasIdentifier: 'EE/FI/50001010017',
      familyName: 'Oja',
      givenName: 'Juku',
      dateOfBirth: '2000-01-01',
    };
    const second = await arrive(man, { ...IN_HELSINKI, sex: 'MALE', citizenship: ['EE'] });
    expect(second).not.toBe(first);
    expect(PERSON_IDENTIFIERS['FI-HETU'](second)).toMatchObject({
      valid: true,
      sex: 'MALE',
      dateOfBirth: '2000-01-01',
    });
  });

  it('then nobody without a name or a date of birth is entered', async () => {
    await expect(arrive({ eidasIdentifier: 'EE/FI/60001019906', familyName: 'Tamm' })).rejects.toThrow(
      'arrival not entered: name or date of birth is missing',
    );
  });

  it('then an arrival under the identifier of somebody else is left to a clerk, and the identifier stays theirs', async () => {
    const key = await arrive();
    await expect(arrive({ ...MARI, familyName: 'Oja', givenName: 'Juku' })).rejects.toThrow(
      'arrival not entered: identifier and person do not fit',
    );
    expect(await finland.residenceRegister.match(MARI, records)).toEqual({ outcome: 'one', key });
  });

  it('then an arrival that fits two people is left to a clerk', async () => {
    const anna = { familyName: 'Korhonen', givenName: 'Anna', dateOfBirth: '1990-05-17' };
    await expect(arrive(anna)).rejects.toThrow('arrival not entered: several persons fit');
  });
});

describe.each(COUNTRIES.map((profile) => [profile.name, profile] as const))('an arrival in %s', (_name, profile) => {
  it('is entered under a valid new number and released as evidence', async () => {
    const records = MemoryRegisterRecords.holding(profile.population(SEED));
    const stranger = { eidasIdentifier: 'XX/YY/1', familyName: 'Müller', givenName: 'Zoë', dateOfBirth: '1987-03-14' };
    const change = {
      movedOn: '2026-11-15',
      address: { fullAddress: 'Somewhere 1', adminUnitL1: profile.country },
      sex: 'FEMALE' as const,
      citizenship: ['DE'],
    };
    const key = await profile.residenceRegister.registerArrival(stranger, change, records);
    const evidence = await profile.residenceRegister.extract(key, records, ISSUED_AT);
    const { identifiers } = evidence?.['subject'] as {
      identifiers: { scheme: keyof typeof PERSON_IDENTIFIERS; value: string }[];
    };
    expect(identifiers).toHaveLength(1);
    expect(PERSON_IDENTIFIERS[identifiers[0]!.scheme](identifiers[0]!.value).valid).toBe(true);
    expect(evidence).toMatchObject({ subject: { citizenship: ['DE'] }, residence: { address: change.address } });
  });
});
