import { inspect } from 'node:util';
import { isCalendarDate, LegalPerson, minimalSubject, NaturalPerson } from '../index.js';
import { aCompany, aPerson } from '../testing/index.js';

class Impossible extends Error {}
const impossible = (reason: string) => new Impossible(reason);
const named = { familyName: 'Näidis', givenName: 'Mari', dateOfBirth: '2000-02-29' };

describe('given what somebody says about a person', () => {
  it.each([
    ['no family name', { ...named, familyName: ' ' }],
    ['no given name', { ...named, givenName: '' }],
    ['a day that never was', { ...named, dateOfBirth: '1900-02-29' }],
    ['a day written otherwise', { ...named, dateOfBirth: '29.02.2000' }],
    ['an instant in the place of a day', { ...named, dateOfBirth: '2000-02-29T00:00:00Z' }],
  ])('when there is %s, then no person is built and the caller names the error', (_what, attributes) => {
    expect(() => NaturalPerson.of(attributes, impossible)).toThrow(Impossible);
  });

  it.each([
    ['no name', { legalName: '', eidasIdentifier: 'EE/FI/10000003' }],
    ['no identifier', { legalName: 'Näidis OÜ', eidasIdentifier: ' ' }],
  ])('when a company has %s, then none is built', (_what, attributes) => {
    expect(() => LegalPerson.of(attributes, impossible)).toThrow(Impossible);
  });
});

describe('given a person', () => {
  it.each([
    ['serialised', (value: object) => JSON.stringify({ value })],
    ['inspected', (value: object) => inspect({ value })],
    ['interpolated into an error', (value: object) => new Error(JSON.stringify(value)).message],
  ])('when it is %s, then nothing of it is seen', (_how, shown) => {
    expect(shown(aPerson())).not.toMatch(/Näidis|Mari|2000|6000/);
    expect(shown(aCompany())).not.toMatch(/Näidis|10000003/);
  });

  it('when a response repeats it, then only the minimum data set is left', () => {
    const { kind, person } = minimalSubject({
      kind: 'natural',
      person: aPerson({ birthName: 'Muu', placeOfBirth: 'Tartu' }),
    });
    expect(kind).toBe('natural');
    expect(person).toMatchObject({
      levelOfAssurance: undefined,
      birthName: undefined,
      familyName: 'Näidis',
      placeOfBirth: 'Tartu',
    });
    expect(minimalSubject({ kind: 'legal', person: aCompany() }).person.levelOfAssurance).toBeUndefined();
  });
});

it.each([
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2026-04-31', false],
  ['2026-4-30', false],
  ['', false],
])('%s is a calendar date: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});
