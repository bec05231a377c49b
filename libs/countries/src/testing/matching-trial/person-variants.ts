import type { SubjectClaims } from '@oots/node';
import { foldedName, spellingsOf, travelDocumentSpelling } from '../../matching/name-folding.js';
import { slipIn } from './slips.js';
import type { TrialCountry, TrialPerson } from './trial-countries.js';

/** One way in which claims about people arrive. */
export interface Variant<Subject> {
  readonly name: string;
  /** What stands in the request as identifier. */
  readonly identifier: string;
  /** Whose evidence should leave: nobody's where the claims are ambiguous, contradictory, about nobody or about the protected. */
  readonly means: 'the subject' | 'nobody';
  /** @returns every request of this kind about one subject; none where the variant does not apply to it */
  readonly claims: (subject: Subject, country: TrialCountry) => readonly SubjectClaims[];
}

type Names = Omit<SubjectClaims, 'eidasIdentifier' | 'legalName'>;

const namesOf = ({ person: { familyName, givenName, dateOfBirth } }: TrialPerson) => ({
  familyName,
  givenName,
  dateOfBirth,
});
const isProtected = ({ person }: TrialPerson) => person.protected;
const isDead = ({ person }: TrialPerson) => person.dateOfDeath !== undefined;
const hasNamesake = ({ hasNamesake: has }: TrialPerson) => has;
const isOrdinary = (subject: TrialPerson) => !isProtected(subject) && !isDead(subject) && !hasNamesake(subject);

const dayAfter = (date: string) => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
};

/** A variant with the current identifier, and the same without any. */
function withAndWithout(
  name: string,
  means: Variant<TrialPerson>['means'],
  who: (subject: TrialPerson) => boolean,
  names: (subject: TrialPerson) => readonly Names[],
  meansWithout = means,
): readonly Variant<TrialPerson>[] {
  const claims = (subject: TrialPerson) => (who(subject) ? names(subject) : []);
  return [
    {
      name,
      identifier: 'current',
      means,
      claims: (subject) =>
        claims(subject).map((claimed) => ({ ...claimed, eidasIdentifier: subject.identifiers.current })),
    },
    { name, identifier: 'none', means: meansWithout, claims },
  ];
}

/** Names in another spelling, of those who have one. */
function respelt(name: string, spell: (name: string) => string): readonly Variant<TrialPerson>[] {
  return withAndWithout(name, 'the subject', isOrdinary, (subject) => {
    const { familyName, givenName, dateOfBirth } = namesOf(subject);
    const changed = [familyName, givenName].some((part) => foldedName(spell(part)) !== foldedName(part));
    return changed ? [{ familyName: spell(familyName), givenName: spell(givenName), dateOfBirth }] : [];
  });
}

/** Everything the trial claims about people. */
export const PERSON_VARIANTS: readonly Variant<TrialPerson>[] = [
  ...withAndWithout('As on record', 'the subject', isOrdinary, (subject) => [namesOf(subject)]),
  {
    name: 'As on record',
    identifier: 'former',
    means: 'the subject',
    claims: (subject) =>
      isOrdinary(subject)
        ? subject.identifiers.former.map((eidasIdentifier) => ({ ...namesOf(subject), eidasIdentifier }))
        : [],
  },
  {
    name: 'As on record',
    identifier: 'foreign, linked here',
    means: 'the subject',
    claims: (subject) =>
      isOrdinary(subject)
        ? subject.identifiers.linked.map((eidasIdentifier) => ({ ...namesOf(subject), eidasIdentifier }))
        : [],
  },
  {
    name: 'As on record',
    identifier: 'foreign, unknown here',
    means: 'the subject',
    claims: (subject, { country }) =>
      isOrdinary(subject) ? [{ ...namesOf(subject), eidasIdentifier: `XX/${country}/unknown` }] : [],
  },
  ...withAndWithout('Former family name', 'the subject', isOrdinary, (subject) =>
    subject.person.formerFamilyNames.map((familyName) => ({ ...namesOf(subject), familyName })),
  ),
  ...withAndWithout('Family name after a marriage abroad', 'the subject', isOrdinary, (subject) => [
    { ...namesOf(subject), familyName: 'Schmidt-Muster' },
  ]),
  ...withAndWithout('The same, with the birth name beside it', 'the subject', isOrdinary, (subject) => [
    { ...namesOf(subject), familyName: 'Schmidt-Muster', birthName: subject.person.familyName },
  ]),
  ...respelt('Diacritics dropped', (name) => spellingsOf(name)[0] ?? name),
  ...respelt('Spelled as in a travel document', travelDocumentSpelling),
  ...withAndWithout('One of several given names', 'the subject', isOrdinary, (subject) => {
    const { givenName } = subject.person;
    return [{ ...namesOf(subject), givenName: `${givenName} Maria` }];
  }),
  ...withAndWithout('Family and given name swapped', 'the subject', isOrdinary, (subject) => {
    const { familyName, givenName, dateOfBirth } = namesOf(subject);
    return [{ familyName: givenName, givenName: familyName, dateOfBirth }];
  }),
  ...withAndWithout('Slip in one name', 'the subject', isOrdinary, (subject) => {
    const names = namesOf(subject);
    return [
      { ...names, familyName: slipIn(names.familyName) },
      { ...names, givenName: slipIn(names.givenName) },
    ];
  }),
  ...withAndWithout('Slip in both names', 'the subject', isOrdinary, (subject) => {
    const names = namesOf(subject);
    return [{ ...names, familyName: slipIn(names.familyName), givenName: slipIn(names.givenName) }];
  }),
  ...withAndWithout('Wrong date of birth', 'nobody', isOrdinary, (subject) => {
    const names = namesOf(subject);
    return [{ ...names, dateOfBirth: dayAfter(names.dateOfBirth) }];
  }),
  ...withAndWithout(
    'Two people of one name and day (“two Annas”)',
    'the subject',
    hasNamesake,
    (subject) => [namesOf(subject)],
    'nobody',
  ),
  {
    name: 'Sibling of the same day who is not on record',
    identifier: 'none',
    means: 'nobody',
    claims: (subject) => [{ ...namesOf(subject), givenName: 'Notonrecord' }],
  },
  {
    name: 'Identifier of somebody else',
    identifier: 'current',
    means: 'nobody',
    claims: (subject, { people }) => {
      const other = people[(people.indexOf(subject) + 1) % people.length];
      const differs = other && !(hasNamesake(subject) && hasNamesake(other));
      return differs ? [{ ...namesOf(subject), eidasIdentifier: other.identifiers.current }] : [];
    },
  },
  {
    name: 'Nobody (“ghost”), with the name and day of somebody',
    identifier: 'issued here, nobody’s',
    means: 'nobody',
    claims: (subject, { country }) => [{ ...namesOf(subject), eidasIdentifier: `${country}/XX/ghost` }],
  },
  {
    name: 'Nobody (“ghost”), with the day of somebody',
    identifier: 'none',
    means: 'nobody',
    claims: (subject) => [{ ...namesOf(subject), familyName: 'Ghost', givenName: 'Casper' }],
  },
  ...withAndWithout('Protected', 'nobody', isProtected, (subject) => [namesOf(subject)]),
  ...withAndWithout('Deceased', 'the subject', isDead, (subject) => [namesOf(subject)]),
];
