import type { PersonNumber, Sex } from '../identifiers/person-numbers.js';
import type { Custody, PopulationEntry, RegisteredResidence, Relative } from '../register/population-entry.js';

/** The day the simulated registers are first opened: who is a child, and what was last reported, is reckoned from it. */
export const REGISTERS_OPEN = '2026-11-01';

/** A person while the simulation still gives them relatives; complete, it is a {@link PopulationEntry}. */
export interface SimulatedPerson extends PopulationEntry {
  familyName: string;
  formerFamilyNames: string[];
  maritalStatus: NonNullable<PopulationEntry['maritalStatus']>;
  dateOfDeath?: string;
  otherNumbers: (PersonNumber & { readonly foreign?: boolean })[];
  readonly sex: Sex;
  residence: RegisteredResidence;
  relatives: Relative[];
  protected: boolean;
  /** eIDAS identifiers of other countries under which this person is known here. */
  readonly foreignEidas: readonly string[];
}

/** A persona of the stories, written down in full; what is not said has its plain value. */
export type Persona = Pick<
  SimulatedPerson,
  'number' | 'familyName' | 'givenName' | 'dateOfBirth' | 'sex' | 'citizenship' | 'residence'
> &
  Partial<SimulatedPerson>;

export function simulatedPerson(persona: Persona): SimulatedPerson {
  return {
    otherNumbers: [],
    formerFamilyNames: [],
    maritalStatus: 'SINGLE',
    relatives: [],
    protected: false,
    foreignEidas: [],
    ...persona,
  };
}

export function marry(one: SimulatedPerson, other: SimulatedPerson): void {
  for (const [person, spouse] of [
    [one, other],
    [other, one],
  ] as const) {
    person.maritalStatus = 'MARRIED';
    person.relatives.push({ relationship: 'SPOUSE', number: spouse.number.value });
  }
}

/** @param custody of the parent, while the child is under age */
export function parent(adult: SimulatedPerson, child: SimulatedPerson, custody?: Custody): void {
  adult.relatives.push({
    relationship: 'CHILD',
    number: child.number.value,
    ...(custody === undefined ? {} : { custody }),
  });
  child.relatives.push({ relationship: 'PARENT', number: adult.number.value });
}
