import { yearsAfter } from '../identifiers/calendar.js';
import { type Sex, firstFree } from '../identifiers/person-numbers.js';
import type { Custody, RegisteredResidence } from '../register/population-entry.js';
import { type CountryFacts, type FamilyName, addressIn } from './country-facts.js';
import type { Random } from './random.js';
import { REGISTERS_OPEN, type SimulatedPerson, marry, parent, simulatedPerson } from './simulated-person.js';

const COUPLES = 9;
const SEPARATED_PARENTS = 3;
/** Of the separated parents, in their order. */
const HIDING = ['mother', 'father'] as const;
const SINGLES = 8;
const WIDOWED = 2;

/** Invents families of one country: couples, separated parents, singles, widows; some protected, some with former names. */
export class Families {
  private readonly people: SimulatedPerson[] = [];
  private readonly taken: Set<string>;

  /** @param personas the people of the stories, whose numbers nobody else gets */
  constructor(
    private readonly facts: CountryFacts,
    private readonly random: Random,
    personas: readonly SimulatedPerson[],
  ) {
    this.taken = new Set(
      personas.flatMap(({ number, otherNumbers }) => [number, ...otherNumbers].map(({ value }) => value)),
    );
  }

  settle(): readonly SimulatedPerson[] {
    for (let count = 0; count < COUPLES; count += 1) this.couple(count === 0);
    for (let count = 0; count < SEPARATED_PARENTS; count += 1) this.separatedParents(HIDING[count]);
    for (let count = 0; count < SINGLES; count += 1) this.single();
    for (let count = 0; count < WIDOWED; count += 1) this.widowed();
    this.namesakes();
    return this.people;
  }

  /** @param hidden a family under protection: with one member, all who live together */
  private couple(hidden: boolean): void {
    const home = this.home();
    const name = this.random.pick(this.facts.familyNames);
    const [wife, husband] = [this.adult('FEMALE', name, home), this.adult('MALE', name, home)];
    this.takeName(wife, name);
    marry(wife, husband);
    const children = this.children(name, home, this.random.whole(0, 3));
    for (const child of children) for (const adult of [wife, husband]) parent(adult, child, 'JOINT');
    if (hidden) for (const member of [wife, husband, ...children]) member.protected = true;
  }

  /** @param hiding who is under protection from the other: the mother with the children, or the father */
  private separatedParents(hiding: (typeof HIDING)[number] | undefined): void {
    const name = this.random.pick(this.facts.familyNames);
    const home = this.home();
    const mother = this.adult('FEMALE', this.random.pick(this.facts.familyNames), home);
    const father = this.adult('MALE', name, this.home());
    const custody: Custody = this.random.chance(50) ? 'JOINT' : 'SOLE';
    for (const adult of [mother, father]) adult.maritalStatus = 'DIVORCED';
    const children = this.children(name, home, this.random.whole(1, 2));
    for (const child of children) {
      parent(mother, child, custody);
      parent(father, child, custody === 'SOLE' ? 'NONE' : 'JOINT');
    }
    if (hiding === 'mother') for (const member of [mother, ...children]) member.protected = true;
    if (hiding === 'father') father.protected = true;
  }

  private single(): void {
    const sex = this.random.pick(['FEMALE', 'MALE'] as const);
    this.adult(sex, this.random.pick(this.facts.familyNames), this.home());
  }

  private widowed(): void {
    const home = this.home(1975);
    const name = this.random.pick(this.facts.familyNames);
    const [widow, late] = [this.adult('FEMALE', name, home, 1938, 1950), this.adult('MALE', name, home, 1935, 1948)];
    this.takeName(widow, name);
    marry(widow, late);
    widow.maritalStatus = 'WIDOWED';
    late.dateOfDeath = this.random.dateWithin(2015, 2025);
    late.residence = { ...late.residence, endDate: late.dateOfDeath };
  }

  /** Two people with one name and one date of birth: only an identifier tells them apart. */
  private namesakes(): void {
    const name = this.facts.familyNames[0];
    const [givenName] = this.facts.femaleNames;
    if (name === undefined || givenName === undefined) throw new RangeError('a country has names');
    for (let count = 0; count < 2; count += 1) this.person('FEMALE', givenName, name.female, '1990-05-17', this.home());
  }

  private children(name: FamilyName, home: RegisteredResidence, count: number): SimulatedPerson[] {
    return Array.from({ length: count }, () => {
      const sex = this.random.pick(['FEMALE', 'MALE'] as const);
      const dateOfBirth = this.random.dateWithin(2010, 2025);
      const startDate = dateOfBirth > home.startDate ? dateOfBirth : home.startDate;
      return this.person(sex, this.givenName(sex), nameOf(name, sex), dateOfBirth, { ...home, startDate });
    });
  }

  private adult(
    sex: Sex,
    name: FamilyName,
    home: RegisteredResidence,
    firstYear = 1955,
    lastYear = 2000,
  ): SimulatedPerson {
    return this.person(sex, this.givenName(sex), nameOf(name, sex), this.random.dateWithin(firstYear, lastYear), home);
  }

  private person(
    sex: Sex,
    givenName: string,
    familyName: string,
    dateOfBirth: string,
    home: RegisteredResidence,
  ): SimulatedPerson {
    const { country, numbers } = this.facts;
    const number = firstFree(numbers(dateOfBirth, sex), this.taken);
    this.taken.add(number.value);
    const town = this.random.pick(this.facts.towns);
    const invented = simulatedPerson({
      number,
      familyName,
      givenName,
      dateOfBirth,
      sex,
      citizenship: [country],
      residence: home.startDate < dateOfBirth ? { ...home, startDate: dateOfBirth } : home,
      birth: {
        place: { geographicName: town.name, adminUnitL1: country, adminUnitL2: town.nuts },
        registeredOn: dateOfBirth,
        entry: `${dateOfBirth.slice(0, 4)}/${this.random.whole(1, 9999)}`,
      },
    });
    this.people.push(invented);
    return invented;
  }

  /** Half of the brides take the family name, and keep their own as a former one. */
  private takeName(bride: SimulatedPerson, name: FamilyName): void {
    const own = nameOf(this.random.pick(this.facts.familyNames), 'FEMALE');
    const taken = name.married ?? name.female;
    if (this.random.chance(50) && own !== taken) {
      bride.formerFamilyNames = [own];
      bride.familyName = taken;
    } else {
      bride.familyName = own;
    }
  }

  private givenName(sex: Sex): string {
    return this.random.pick(sex === 'FEMALE' ? this.facts.femaleNames : this.facts.maleNames);
  }

  /** @param since first year in which somebody may have moved in */
  private home(since = 2001): RegisteredResidence {
    const town = this.random.pick(this.facts.towns);
    const house = `${this.random.whole(1, 60)}-${this.random.whole(1, 40)}`;
    return {
      type: 'permanent',
      address: addressIn(this.facts, this.random.pick(town.streets), house, town),
      startDate: this.random.dateWithin(since, 2025),
    };
  }
}

function nameOf(name: FamilyName, sex: Sex): string {
  return sex === 'FEMALE' ? name.female : name.male;
}

/** @returns whether somebody is of age on the day the registers open */
export function isAdult({ dateOfBirth }: Pick<SimulatedPerson, 'dateOfBirth'>): boolean {
  return yearsAfter(dateOfBirth, 18) <= REGISTERS_OPEN;
}
