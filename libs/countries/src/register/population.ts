import type { HouseholdMember, Subject } from '@oots/evidence';
import type { Match, RegisterKey, RegisterRecords, SubjectClaims } from '@oots/node';
import type { NationalRegister } from './national-register.js';
import { PersonMatcher, type PersonSearch } from './person-matcher.js';
import { type MaritalStatus, type PopulationEntry, type Relative, subjectOf } from './population-entry.js';
import type { Codec } from './record-shape.js';

/** A relative that may be named in somebody else's evidence. */
export interface NamedRelative {
  readonly relative: Relative;
  readonly person: PopulationEntry;
}

/** The people of one country, as every register of it looks them up. */
export class Population {
  private readonly matcher: PersonMatcher;

  constructor(
    readonly register: NationalRegister<PopulationEntry>,
    readonly country: string,
    private readonly maritalStatus: Codec<MaritalStatus>,
  ) {
    this.matcher = new PersonMatcher(register, `${country}/`);
  }

  async match(claims: SubjectClaims, records: RegisterRecords): Promise<Match> {
    const { fitting } = await this.search(claims, records);
    const [only] = fitting;
    if (!only) return { outcome: 'none' };
    if (fitting.length > 1) return { outcome: 'several', count: fitting.length };
    if (only.protected) return { outcome: 'protected' };
    return { outcome: 'one', key: only.number.value as RegisterKey };
  }

  /** Whom the claims fit, the protected included: for the register's own work, never for release. */
  search(claims: SubjectClaims, records: RegisterRecords): Promise<PersonSearch> {
    return this.matcher.search(claims, records);
  }

  find(number: string, records: RegisterRecords): Promise<PopulationEntry | undefined> {
    return this.register.get(number, records);
  }

  /** @returns undefined for a protected person too: nothing about them leaves the country by itself */
  async releasable(number: string, records: RegisterRecords): Promise<PopulationEntry | undefined> {
    const person = await this.find(number, records);
    return person?.protected ? undefined : person;
  }

  /** @returns false for somebody the register does not hold */
  async isProtected(number: string, records: RegisterRecords): Promise<boolean> {
    return (await this.find(number, records))?.protected ?? false;
  }

  subject(person: PopulationEntry): Subject {
    const { maritalStatus } = person;
    return subjectOf(person, maritalStatus && String(this.maritalStatus.national(maritalStatus)));
  }

  /** @returns the relatives in the register, without the protected ones and without a trace of them */
  async namedRelatives({ relatives }: PopulationEntry, records: RegisterRecords): Promise<readonly NamedRelative[]> {
    const named: NamedRelative[] = [];
    for (const relative of relatives) {
      const person = await this.releasable(relative.number, records);
      if (person) named.push({ relative, person });
    }
    return named;
  }
}

/** What a household or family lists of one of its members. */
export function memberOf({ relative, person }: NamedRelative): HouseholdMember {
  const { identifiers, familyName, givenName, dateOfBirth } = subjectOf(person);
  return { relationship: relative.relationship, familyName, givenName, dateOfBirth, identifiers };
}
