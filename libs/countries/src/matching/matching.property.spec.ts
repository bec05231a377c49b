import fc from 'fast-check';
import { assessCompany } from './assess-company.js';
import { assessPerson } from './assess-person.js';
import { compareLegalNames } from './legal-name.js';
import { PERSON_POLICY } from './matching-policy.js';
import { compareNames } from './name-comparison.js';

const words = fc.array(fc.constantFrom('Ann', 'Öde', 'Tamm', 'oü', 'AS', 'Mäki', 'lind', 'Ø', '-', '’', '"'), {
  minLength: 1,
  maxLength: 4,
});
const name = fc.oneof(
  words.map((parts) => parts.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const day = fc.constantFrom('1990-05-17', '1990-05-18', '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const claims = fc
  .record({ familyName: maybe(name), givenName: maybe(name), birthName: maybe(name), dateOfBirth: maybe(day) })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
const person = fc.record({
  familyName: name,
  givenName: name,
  formerFamilyNames: fc.array(name, { maxLength: 2 }),
  dateOfBirth: day,
});

describe('whatever is claimed', () => {
  it('then names relate to each other the same either way round, and to themselves as the same', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(compareNames(one, other)).toBe(compareNames(other, one));
        expect(compareLegalNames(one, other)).toBe(compareLegalNames(other, one));
        expect([compareNames(one, one), compareLegalNames(one, one)]).toEqual(['same', 'same']);
      }),
    );
  });

  it('then a score lies between 0 and 100 and is the sum of its reasons', () => {
    fc.assert(
      fc.property(claims, person, name, (claimed, candidate, legalName) => {
        for (const { score, reasons } of [
          assessPerson(claimed, candidate),
          assessCompany({ legalName }, { name: candidate.familyName }),
        ]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        }
      }),
    );
  });

  it('then nobody born on another day is ever found', () => {
    fc.assert(
      fc.property(claims, person, (claimed, candidate) => {
        fc.pre(claimed['dateOfBirth'] !== candidate.dateOfBirth);
        expect(assessPerson(claimed, candidate).score).toBeLessThan(
          Math.min(...Object.values(PERSON_POLICY.thresholds)),
        );
      }),
    );
  });
});
