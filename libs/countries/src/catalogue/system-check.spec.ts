import { validateEvidence } from '@oots/evidence';
import type { CountryProfile, RegisterKey, SubjectClaims } from '@oots/node';
import { COUNTRIES, systemCheckSubject } from '../index.js';
import { MemoryRegisterRecords } from '../testing/index.js';

const NOW = new Date('2026-11-23T10:00:00.000Z');
const none = new MemoryRegisterRecords();

function systemCheckOf({ offers }: CountryProfile) {
  const offer = offers.find(({ register }) => register.evidenceType === 'system-check');
  if (offer === undefined) throw new RangeError('no system check is offered');
  return offer;
}

describe.each(COUNTRIES.map((profile) => [profile.country, profile] as const))(
  'given the system check of %s',
  (country, profile) => {
    const { register, service } = systemCheckOf(profile);

    it('then whoever runs the node asks for it and answers it', () => {
      const procedure = profile.procedures.find((offered) => offered.procedure === '00');

      expect(procedure?.authority.identifier).toEqual(profile.intermediary.identifier);
      expect(service.publisher.identifier).toEqual(profile.intermediary.identifier);
    });

    it('when the invented person of any other country is asked about, then it answers, about nobody', async () => {
      for (const requester of COUNTRIES.filter((other) => other.country !== country)) {
        const match = await register.match(systemCheckSubject(country, requester.country), none);
        const document = match.outcome === 'one' ? await register.extract(match.key, none, NOW) : undefined;

        expect(validateEvidence(document)).toEqual([]);
        expect(document).toMatchObject({ systemCheck: { country, result: 'answered' } });
        expect(document).not.toHaveProperty('subject');
      }
    });

    it.each<[string, SubjectClaims]>([
      ['somebody else', { familyName: 'Tamm', givenName: 'Mari', dateOfBirth: '2000-01-01' }],
      ['somebody else of that name', { familyName: 'Check', givenName: 'System', dateOfBirth: '2000-01-01' }],
      ['somebody identified', { ...systemCheckSubject('EE', 'FI'), eidasIdentifier: 'EE/FI/60001019906' }],
      ['a company', { eidasIdentifier: 'EE/FI/SYSTEM-CHECK', legalName: 'Check' }],
    ])('when %s is asked about, then it finds nobody', async (_who, claims) => {
      expect(await register.match(claims, none)).toEqual({ outcome: 'none' });
    });

    it('when it is asked under the key of somebody, then it has nothing', async () => {
      expect(await register.extract('60001019906' as RegisterKey, none, NOW)).toBeUndefined();
    });
  },
);
