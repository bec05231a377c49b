import { randomBytes } from 'node:crypto';
import { PersonalDataSeal, pseudonymKey } from './personal-data-seal.js';

const secret = randomBytes(32);
const seal = new PersonalDataSeal(secret);
const person = { familyName: 'Þórsdóttir', givenName: 'Signý' };

describe('given personal data that are sealed', () => {
  it('then the same secret opens them, and nothing of them can be read without', () => {
    const sealed = seal.seal(person);
    expect(seal.open(sealed)).toEqual(person);
    expect(sealed.toString('utf8')).not.toContain('Signý');
  });

  it('then the same data never look the same twice', () => {
    expect(seal.seal(person).equals(seal.seal(person))).toBe(false);
  });

  it('then a change of any byte is noticed', () => {
    const sealed = seal.seal(person);
    for (const index of sealed.keys()) {
      const tampered = Buffer.from(sealed);
      tampered[index] = tampered[index]! ^ 1;
      expect(() => seal.open(tampered)).toThrow();
    }
    expect(() => seal.open(sealed.subarray(0, -1))).toThrow();
  });

  it('then another secret does not open them', () => {
    expect(() => new PersonalDataSeal(randomBytes(32)).open(seal.seal(person))).toThrow();
  });
});

it('given a secret that is too short, then nothing is sealed under it', () => {
  expect(() => new PersonalDataSeal(randomBytes(31))).toThrow(RangeError);
});

it('given one secret, then the key of the pseudonyms opens nothing that is sealed', () => {
  expect(() => new PersonalDataSeal(pseudonymKey(secret)).open(seal.seal(person))).toThrow();
});
