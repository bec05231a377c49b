import type { SubjectClaims } from '@oots/node';
import { assessPerson } from './assess-person.js';
import { PERSON_POLICY } from './matching-policy.js';

const ONA = {
  familyName: 'Petrauskienė',
  givenName: 'Ona Marija',
  formerFamilyNames: ['Kazlauskaitė'],
  dateOfBirth: '1984-02-29',
};
const CLAIMS = { familyName: 'Petrauskienė', givenName: 'Ona Marija', dateOfBirth: '1984-02-29' };
const { familyName, givenName, dateOfBirth, swapped } = PERSON_POLICY;

describe('given a woman on record under her married name', () => {
  it.each<[string, SubjectClaims, number]>([
    ['everything as it stands there', CLAIMS, 100],
    ['her name before marriage', { ...CLAIMS, familyName: 'Kazlauskaitė' }, 70 + familyName.former],
    ['the same in capitals without diacritics', { ...CLAIMS, familyName: 'KAZLAUSKAITE' }, 70 + familyName.former],
    [
      'a name she took since, and her birth name',
      { ...CLAIMS, familyName: 'Muster', birthName: 'Kazlauskaitė' },
      70 + familyName['birth-name'],
    ],
    ['a name she took since, and another birth name', { ...CLAIMS, familyName: 'Muster', birthName: 'Muster' }, 70],
    ['her name, and a birth name the register does not know', { ...CLAIMS, birthName: 'Muster' }, 100],
    ['a slip in the name before marriage', { ...CLAIMS, familyName: 'Kazlauskaitis' }, 70],
    ['one of two given names', { ...CLAIMS, givenName: 'Ona' }, 70 + givenName.part],
    ['a slip in a given name', { ...CLAIMS, givenName: 'Ona Mraija' }, 70 + givenName.misspelt],
    ['another day of birth', { ...CLAIMS, dateOfBirth: '1984-02-28' }, 60],
    ['day and month of birth in each other’s place', { ...CLAIMS, dateOfBirth: '1984-29-02' }, 60],
    ['names in each other’s place', { ...CLAIMS, familyName: 'Ona Marija', givenName: 'Petrauskienė' }, 100 - swapped],
    [
      'names in each other’s place, one of them wrong, and her birth name',
      { ...CLAIMS, familyName: 'Ona Marija', givenName: 'Muster', birthName: 'Kazlauskaitė' },
      40 + familyName['birth-name'],
    ],
    ['her given name as both', { ...CLAIMS, familyName: 'Ona Marija' }, 70],
    ['no given name', { familyName: 'Petrauskienė', dateOfBirth: '1984-02-29' }, 70],
    ['nothing', {}, 0],
  ])('when %s is claimed, then the points are what the policy says', (_what, claims, score) => {
    expect(assessPerson(claims, ONA).score).toBe(score);
  });

  it('then the reasons add up to the score and name no value', () => {
    const { score, reasons } = assessPerson({ ...CLAIMS, familyName: 'Kazlauskaitė', givenName: 'Ona' }, ONA);
    expect(reasons).toEqual([
      { element: 'familyName', finding: 'former', points: familyName.former },
      { element: 'givenName', finding: 'part', points: givenName.part },
      { element: 'dateOfBirth', finding: 'same', points: dateOfBirth.same },
    ]);
    expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  });

  it('then a swap is a reason of its own', () => {
    const { reasons } = assessPerson({ ...CLAIMS, familyName: 'Ona Marija', givenName: 'Petrauskienė' }, ONA);
    expect(reasons).toContainEqual({ element: 'order', finding: 'swapped', points: -swapped });
  });
});

describe('given the policy for people', () => {
  const best = familyName.same + givenName.same + dateOfBirth.same;
  const { thresholds } = PERSON_POLICY;

  it('then everything together is a hundred points', () => {
    expect(best).toBe(100);
  });

  it('then whoever contradicts one element is never found, however good the identifier', () => {
    for (const contradicted of [familyName.same, givenName.same, dateOfBirth.same]) {
      expect(best - contradicted).toBeLessThan(Math.min(...Object.values(thresholds)));
    }
  });

  it('then without an identifier nothing but spelling and former names is forgiven', () => {
    const forgiven = (points: number) => best - familyName.same + points >= thresholds.none;
    expect([familyName.transliterated, familyName.former].every(forgiven)).toBe(true);
    expect([familyName.part, familyName['birth-name'], familyName.misspelt].some(forgiven)).toBe(false);
    expect(best - swapped).toBeLessThan(thresholds.none);
  });

  it('then a worse identifier asks for more', () => {
    const { current, former, linked, none } = thresholds;
    expect([current, former, linked, none]).toEqual([current, former, linked, none].sort((one, other) => one - other));
  });
});
