import { LegalPerson, NaturalPerson, type Subject } from '@oots/edm';
import { storedSubject, subjectOf } from './subject-claims.js';

const invalid = (reason: string) => new RangeError(reason);
const named = { familyName: 'Virtanen', givenName: 'Mari', dateOfBirth: '2000-01-01' };
const natural = (attributes: object): Subject => ({
  kind: 'natural',
  person: NaturalPerson.of({ ...named, ...attributes }, invalid),
});
const legal: Subject = {
  kind: 'legal',
  person: LegalPerson.of({ eidasIdentifier: 'EE/LV/19999992', legalName: 'Näide OÜ' }, invalid),
};

describe('given a subject that is stored and read again', () => {
  it.each<[string, Subject]>([
    ['a person without identifier', natural({})],
    [
      'a person with identifier and level of assurance',
      natural({ eidasIdentifier: 'EE/FI/1', levelOfAssurance: 'High' }),
    ],
    ['a person with a birth name', natural({ birthName: 'Tamm' })],
    ['a company', legal],
  ])('then nothing that finds %s is lost', (_who, subject) => {
    const stored = storedSubject(subject);
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
    expect(subjectOf(stored)).toEqual(subject);
  });

  it('then what is not claimed is not there', () => {
    expect(storedSubject(natural({})).claims).toEqual(named);
    expect(storedSubject(legal).claims).toEqual({ eidasIdentifier: 'EE/LV/19999992', legalName: 'Näide OÜ' });
  });

  it('then stored claims that are no subject are a defect', () => {
    expect(() => subjectOf({ kind: 'natural', claims: { familyName: 'Virtanen' } })).toThrow(RangeError);
  });
});
