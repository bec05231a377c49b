import type { SubjectClaims } from '@oots/node';
import { PERSON_POLICY, type FamilyNameFinding, type PersonPolicy } from './matching-policy.js';
import { type NameRelation, compareNames } from './name-comparison.js';

/** What a register knows of a person that can be compared with claims. */
export interface PersonOnRecord {
  readonly familyName: string;
  readonly givenName: string;
  readonly formerFamilyNames: readonly string[];
  /** ISO 8601 calendar date */
  readonly dateOfBirth: string;
}

/** One element's part in a score. Names no value: fit for a log. */
export interface Reason {
  readonly element: 'familyName' | 'givenName' | 'dateOfBirth' | 'order' | 'legalName';
  readonly finding: string;
  /** Negative when it was taken off. */
  readonly points: number;
}

/** How well claims fit one candidate. */
export interface Assessment {
  /** 0 to 100, the sum of the reasons' points. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/**
 * How well the names and the date of birth that a request claims fit one person. Reads names in the order they came in and in
 * the other, and takes the better reading.
 *
 * @param claims what is not claimed earns nothing
 */
export function assessPerson(
  claims: SubjectClaims,
  candidate: PersonOnRecord,
  policy: PersonPolicy = PERSON_POLICY,
): Assessment {
  const { familyName, givenName, dateOfBirth } = claims;
  const born = reason('dateOfBirth', dateFinding(dateOfBirth, candidate.dateOfBirth), policy.dateOfBirth);
  const asIs = assessment([...names(claims, candidate, policy), born]);
  const swapped = { familyName: givenName, givenName: familyName };
  const turned = assessment([
    ...names(swapped, candidate, policy),
    { element: 'order', finding: 'swapped', points: -policy.swapped },
    born,
  ]);
  // A swap explains two names that fit; it is no way to save one of them.
  return turned.score > asIs.score && turned.reasons.every(({ finding }) => finding !== 'different') ? turned : asIs;
}

export function assessment(reasons: readonly Reason[]): Assessment {
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

function names(
  {
    familyName,
    givenName,
    birthName,
  }: { readonly [Name in 'familyName' | 'givenName' | 'birthName']?: string | undefined },
  candidate: PersonOnRecord,
  policy: PersonPolicy,
): readonly Reason[] {
  const family = familyName === undefined ? undefined : familyFinding(familyName, birthName, candidate);
  const given = givenName === undefined ? undefined : compareNames(givenName, candidate.givenName);
  return [reason('familyName', family, policy.familyName), reason('givenName', given, policy.givenName)];
}

/** A former name or a birth name counts when it is spelled right: two doubts at once are too many. */
function familyFinding(
  claimed: string,
  birthName: string | undefined,
  { familyName, formerFamilyNames }: PersonOnRecord,
): FamilyNameFinding {
  const now: NameRelation = compareNames(claimed, familyName);
  if (isSpelledRight(now)) return now;
  if (formerFamilyNames.some((former) => isSpelledRight(compareNames(claimed, former)))) return 'former';
  const known = [familyName, ...formerFamilyNames];
  const born = birthName !== undefined && known.some((name) => isSpelledRight(compareNames(birthName, name)));
  return born ? 'birth-name' : now;
}

function isSpelledRight(relation: NameRelation): boolean {
  return relation === 'same' || relation === 'transliterated';
}

function dateFinding(claimed: string | undefined, registered: string): 'same' | 'different' | undefined {
  if (claimed === undefined) return undefined;
  return claimed === registered ? 'same' : 'different';
}

/** @param finding undefined when the element is not claimed */
function reason<Finding extends string>(
  element: Reason['element'],
  finding: Finding | undefined,
  worth: Readonly<Record<Finding, number>>,
): Reason {
  return finding === undefined
    ? { element, finding: 'not-claimed', points: 0 }
    : { element, finding, points: worth[finding] };
}
