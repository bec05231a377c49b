import type { EvidenceDocument } from '@oots/evidence';
import {
  ArrivalNotEntered,
  type Match,
  type RegisterKey,
  type RegisterRecords,
  type ResidenceChange,
  type ResidenceRegister,
  type SubjectClaims,
} from '@oots/node';
import type { SyntheticNumbers } from '../identifiers/person-numbers.js';
import { linkEidasIdentifier } from './eidas-links.js';
import type { EvidenceSource } from './evidence-source.js';
import { type Population, memberOf } from './population.js';
import type { PopulationEntry, RegisteredResidence } from './population-entry.js';

/** The residence a population register has for a person, and the changes that moves between countries make to it. */
export class PopulationResidence implements ResidenceRegister {
  readonly evidenceType = 'residence';

  /** @param newNumbers for people who move in and have no number of this country yet */
  constructor(
    private readonly population: Population,
    private readonly source: EvidenceSource<'residence'>,
    private readonly newNumbers: SyntheticNumbers,
  ) {}

  match(subject: SubjectClaims, records: RegisterRecords): Promise<Match> {
    return this.population.match(subject, records);
  }

  async extract(key: RegisterKey, records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined> {
    const person = await this.population.releasable(key, records);
    if (!person) return undefined;
    const { movedTo: _knownToTheRegister, ...residence } = person.residence;
    const named = await this.population.namedRelatives(person, records);
    const household = named.filter(
      ({ relative, person: other }) => relative.relationship !== 'PARENT' && other.dateOfDeath === undefined,
    );
    return this.source.issue(
      {
        subject: this.population.subject(person),
        residence,
        ...(household.length === 0 ? {} : { household: { members: household.map(memberOf) } }),
      },
      issuedAt,
      { validFrom: residence.startDate, validUntil: residence.endDate },
    );
  }

  /** @throws {ArrivalNotEntered} when it is not clear who arrives */
  async registerArrival(
    subject: SubjectClaims,
    change: ResidenceChange,
    records: RegisterRecords,
  ): Promise<RegisterKey> {
    const { fitting, contradictory } = await this.population.search(subject, records);
    const [known, another] = fitting;
    if (another) throw new ArrivalNotEntered('several persons fit');
    if (contradictory) throw new ArrivalNotEntered('identifier and person do not fit');
    const person = known ?? (await this.newcomer(subject, change, records));
    const number = person.number.value;
    if (change.movedOn >= lastChangeOf(person.residence)) {
      await this.settle(person, { type: 'permanent', address: change.address, startDate: change.movedOn }, records);
    }
    if (subject.eidasIdentifier !== undefined) {
      await linkEidasIdentifier({ eidasIdentifier: subject.eidasIdentifier, kind: 'person', number }, records);
    }
    return number as RegisterKey;
  }

  async registerDeparture(key: RegisterKey, change: ResidenceChange, records: RegisterRecords): Promise<void> {
    const person = await this.population.find(key, records);
    if (!person || change.movedOn < lastChangeOf(person.residence)) return;
    await this.settle(person, { ...person.residence, endDate: change.movedOn, movedTo: change.address }, records);
  }

  private async newcomer(
    { familyName, givenName, dateOfBirth }: SubjectClaims,
    { movedOn, address, sex, citizenship = [] }: ResidenceChange,
    records: RegisterRecords,
  ): Promise<PopulationEntry> {
    if (familyName === undefined || givenName === undefined || dateOfBirth === undefined) {
      throw new ArrivalNotEntered('name or date of birth is missing');
    }
    for (const number of this.newNumbers(dateOfBirth, sex)) {
      if (await this.population.find(number.value, records)) continue;
      return {
        number,
        otherNumbers: [],
        familyName,
        givenName,
        formerFamilyNames: [],
        dateOfBirth,
        ...(sex === undefined ? {} : { sex }),
        citizenship,
        residence: { type: 'permanent', address, startDate: movedOn },
        relatives: [],
        protected: false,
      };
    }
    throw new ArrivalNotEntered('no number is free');
  }

  private async settle(
    person: PopulationEntry,
    residence: RegisteredResidence,
    records: RegisterRecords,
  ): Promise<void> {
    await this.population.register.put(person.number.value, { ...person, residence }, records);
  }
}

/** @returns the day from which what stands in the register holds: a change with an earlier day comes too late */
function lastChangeOf({ startDate, endDate = startDate }: RegisteredResidence): string {
  return endDate;
}
