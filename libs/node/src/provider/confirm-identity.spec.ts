import { LegalPerson, NaturalPerson, type Subject } from '@oots/edm';
import type { EntityManager } from 'typeorm';
import { testland } from '../testing/index.js';
import { type AssertedIdentity, ConfirmIdentity } from './confirm-identity.js';
import type { EvidenceRegister, Match, RegisterKey, SubjectClaims } from './evidence-register.js';
import type { ServedRequest } from './release-evidence.js';

const invalid = (reason: string) => new RangeError(reason);
const names = { familyName: 'Tamm', givenName: 'Mari', dateOfBirth: '2000-01-01' };
const asserted: AssertedIdentity = { ...names, nationalIdentifier: '1' };
const mari: Subject = { kind: 'natural', person: NaturalPerson.of({ ...names, eidasIdentifier: 'EE/FI/1' }, invalid) };
const company: Subject = {
  kind: 'legal',
  person: LegalPerson.of({ eidasIdentifier: 'EE/FI/2', legalName: 'Näide OÜ' }, invalid),
};
/** The registers of this test read nothing. */
const transaction = Object.create(null) as EntityManager;
const one = (key: string): Match => ({ outcome: 'one', key: key as RegisterKey });

/** @param match as the register under test finds people and companies */
function confirmed(
  subject: Subject,
  match: (claims: SubjectClaims) => Match,
  mayActFor?: EvidenceRegister['mayActFor'],
): Promise<RegisterKey | undefined> {
  const register: EvidenceRegister = {
    evidenceType: 'residence',
    match: (claims) => Promise.resolve(match(claims)),
    extract: () => Promise.resolve(undefined),
    ...(mayActFor === undefined ? {} : { mayActFor }),
  };
  const offer = { ...testland.offers[0]!, register };
  const request = { subject } as ServedRequest['request'];
  return new ConfirmIdentity().run({ request, offer }, asserted, transaction);
}

describe('given a request about a person', () => {
  it('then the sign-in and the request have to lead to one entry', async () => {
    expect(await confirmed(mari, () => one('1'))).toBe('1');
    const asked = ({ eidasIdentifier }: SubjectClaims) => eidasIdentifier !== undefined;
    expect(await confirmed(mari, (claims) => (asked(claims) ? one('2') : one('1')))).toBeUndefined();
  });

  it('then the request is read with the number that the eID asserts', async () => {
    const seen: SubjectClaims[] = [];
    await confirmed(mari, (claims) => (seen.push(claims), one('1')));
    expect(seen).toEqual([asserted, { ...asserted, eidasIdentifier: 'EE/FI/1' }]);
  });

  it.each<Match>([{ outcome: 'none' }, { outcome: 'protected' }, { outcome: 'several', count: 2 }])(
    'then $outcome confirms nobody, after the same two searches',
    async (match) => {
      let searches = 0;
      expect(await confirmed(mari, () => ((searches += 1), match))).toBeUndefined();
      expect(searches).toBe(2);
    },
  );
});

describe('given a request about a company', () => {
  it('then whoever may act for it is confirmed, and the request means the company', async () => {
    expect(
      await confirmed(
        company,
        () => one('2'),
        (person) => Promise.resolve(person === asserted),
      ),
    ).toBe('2');
  });

  it('then nobody is confirmed who may not, or where the register cannot tell, or has no such company', async () => {
    expect(
      await confirmed(
        company,
        () => one('2'),
        () => Promise.resolve(false),
      ),
    ).toBeUndefined();
    expect(await confirmed(company, () => one('2'))).toBeUndefined();
    expect(
      await confirmed(
        company,
        () => ({ outcome: 'none' }),
        () => Promise.resolve(true),
      ),
    ).toBeUndefined();
  });
});
