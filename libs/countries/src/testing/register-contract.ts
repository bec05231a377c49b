import { type EvidenceDocument, validateEvidence } from '@oots/evidence';
import type { CountryProfile, RegisterKey, RegisterRecords } from '@oots/node';
import { ORGANISATION_IDENTIFIERS, PERSON_IDENTIFIERS } from '../identifiers/validators.js';
import { MemoryRegisterRecords } from './memory-register-records.js';

const validators = new Map(Object.entries(PERSON_IDENTIFIERS));
const organisationValidators = new Map([
  ['0212', ORGANISATION_IDENTIFIERS.FI],
  ['0191', ORGANISATION_IDENTIFIERS.EE],
  ['0007', ORGANISATION_IDENTIFIERS.SE],
  ['0192', ORGANISATION_IDENTIFIERS.NO],
  ['unregistered:LV', ORGANISATION_IDENTIFIERS.LV],
  ['0200', ORGANISATION_IDENTIFIERS.LT],
]);
const SEED = 2026;
const ISSUED_AT = new Date('2026-11-18T08:03:11Z');

/** What the contract has to know about a country to hold its registers to it. */
export interface RegisterContract {
  readonly profile: CountryProfile;
  readonly populationRegister: string;
  readonly businessRegister: string;
  /** Family name of the two Annas. */
  readonly namesake: string;
  /** Whether a row of the population register is under protection, in the register's own code. */
  readonly isProtected: (row: Readonly<Record<string, unknown>>) => boolean;
}

/** What every register of every country keeps to. */
export function registersKeepTheContract(country: RegisterContract): void {
  const { profile } = country;
  const company = ORGANISATION_IDENTIFIERS[profile.country as keyof typeof ORGANISATION_IDENTIFIERS];
  const content = profile.population(SEED);
  const rowsOf = (register: string) => content.find((candidate) => candidate.register === register)?.records ?? [];
  const people = rowsOf(country.populationRegister);
  const hidden = people.filter(({ record }) => country.isProtected(record)).map(({ key }) => key);

  /** Keys of everything a register may hold an evidence of the type about. */
  const holdersOf = (evidenceType: string): readonly string[] => {
    if (evidenceType === 'system-check') return [evidenceType];
    return (evidenceType === 'legal-entity-extract' ? rowsOf(country.businessRegister) : people).map(({ key }) => key);
  };

  describe(`the registers of ${profile.name}`, () => {
    let records: RegisterRecords;
    beforeAll(() => {
      records = MemoryRegisterRecords.holding(content);
    });

    it('hold at least 40 people and 10 companies', () => {
      expect(people.length).toBeGreaterThanOrEqual(40);
      expect(rowsOf(country.businessRegister).length).toBeGreaterThanOrEqual(10);
    });

    it('hold somebody protected', () => {
      expect(hidden).not.toEqual([]);
    });

    it('hold two people of one name and date of birth, whom only an identifier tells apart', async () => {
      const namesakes = { givenName: 'Anna', familyName: country.namesake, dateOfBirth: '1990-05-17' };
      expect(await profile.residenceRegister.match(namesakes, records)).toEqual({ outcome: 'several', count: 2 });
    });

    it('find nobody under a valid identifier that is in no register', async () => {
      const ghost = { eidasIdentifier: `${profile.country}/XX/ghost`, familyName: 'Ghost', dateOfBirth: '1980-01-01' };
      expect(await profile.residenceRegister.match(ghost, records)).toEqual({ outcome: 'none' });
    });

    it('answer nothing about the protected, whatever is asked', async () => {
      for (const { register } of profile.offers) {
        for (const number of register.evidenceType === 'legal-entity-extract' ? [] : hidden) {
          expect(await register.extract(number as RegisterKey, records, ISSUED_AT)).toBeUndefined();
        }
      }
    });

    it('keep the dead, and people with former names and children', async () => {
      const families = profile.offers.find(({ register }) => register.evidenceType === 'family-composition')?.register;
      const documents = await Promise.all(
        people.map(async ({ key }) => await families?.extract(key as RegisterKey, records, ISSUED_AT)),
      );
      const text = JSON.stringify(documents);
      for (const element of ['dateOfDeath', 'birthName', 'CHILD', 'SPOUSE', 'PARENT', 'custody']) {
        expect(text).toContain(`"${element}"`);
      }
    });

    it('are the same for the same seed and others for another', () => {
      expect(profile.population(SEED)).toEqual(content);
      expect(profile.population(SEED + 1)).not.toEqual(content);
    });

    it('hold nobody twice', () => {
      for (const { records: rows } of content) expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    });

    it('answer for at least five evidence types', () => {
      expect(new Set(profile.offers.map(({ register }) => register.evidenceType)).size).toBeGreaterThanOrEqual(5);
    });

    it('give every company a valid number', () => {
      const unsound = rowsOf(country.businessRegister).filter(({ key }) => !company(key).valid);
      expect(unsound).toEqual([]);
    });

    describe.each(
      profile.offers.map(({ register, service }) => [register.evidenceType, { register, service }] as const),
    )('asked for %s', (evidenceType, { register, service }) => {
      const holders = holdersOf(evidenceType);
      let documents: EvidenceDocument[];
      beforeAll(async () => {
        const extracted = await Promise.all(
          holders.map((key) => register.extract(key as RegisterKey, records, ISSUED_AT)),
        );
        documents = extracted.filter((document) => document !== undefined);
      });

      it('have something to give', () => {
        expect(documents.length).toBeGreaterThan(0);
      });

      it('give what conforms to the model', () => {
        expect(documents.flatMap((document) => validateEvidence(document))).toEqual([]);
      });

      it('give it under the classification and model their data service declares', () => {
        for (const document of documents) {
          expect(document['evidenceTypeClassification']).toBe(service.classification);
          expect(service.distributions[0]?.conformsTo).toContain(`/datamodels/${evidenceType}-`);
        }
      });

      it('give people by valid numbers only', () => {
        const unsound = documents
          .flatMap(identifiersIn)
          .filter(({ scheme, value }) => validators.get(scheme)?.(value).valid === false);
        expect(unsound).toEqual([]);
      });

      it('give organisations by valid numbers only', () => {
        const unsound = documents
          .flatMap(identifiersIn)
          .filter(({ scheme, value }) => organisationValidators.get(scheme)?.(value).valid === false);
        expect(unsound).toEqual([]);
      });

      it('never name somebody protected', () => {
        const named = documents.flatMap(identifiersIn).map(({ value }) => value);
        expect(named.filter((value) => hidden.includes(value))).toEqual([]);
      });

      it('give the same identifier for the same state of the register', async () => {
        const [first] = documents;
        const again = await Promise.all(
          holders.map((key) => register.extract(key as RegisterKey, records, new Date('2027-01-01T00:00:00Z'))),
        );
        expect(again.map((document) => document?.['evidenceId'])).toContain(first?.['evidenceId']);
      });
    });
  });
}

/** @returns every identifier with a scheme anywhere in a document */
function identifiersIn(value: unknown): readonly SchemedIdentifier[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('scheme' in value && typeof value.scheme === 'string') {
    const number = 'value' in value ? value.value : 'id' in value ? value.id : undefined;
    if (typeof number === 'string') return [{ scheme: value.scheme, value: number }];
  }
  return Object.values(value).flatMap(identifiersIn);
}

interface SchemedIdentifier {
  readonly scheme: string;
  readonly value: string;
}
