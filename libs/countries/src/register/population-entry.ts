import type { Address, Birth, FamilyComposition, PersonIdentifier, Residence, Subject } from '@oots/evidence';
import type { PersonNumber, Sex } from '../identifiers/person-numbers.js';

/** Marital status as the models have it; each register keeps its own code. */
export type MaritalStatus = NonNullable<Subject['maritalStatus']>;
export type Custody = NonNullable<FamilyComposition['household']['members'][number]['custody']>;
export type PlaceOfBirth = Birth['birth']['child']['placeOfBirth'];
export type ResidenceType = Residence['residence']['type'];

export interface RegisteredResidence {
  readonly type: ResidenceType;
  readonly address: Address;
  readonly startDate: string;
  readonly endDate?: string;
  /** Where the person went, when the residence ended by a move abroad. */
  readonly movedTo?: Address;
}

/** Somebody else in the same register, and the subject's custody of a child under age. */
export interface Relative {
  readonly relationship: 'SPOUSE' | 'CHILD' | 'PARENT';
  readonly number: string;
  readonly custody?: Custody;
}

/** A number the person had before, or one that another country gave. */
export interface OtherNumber extends PersonNumber {
  readonly foreign?: boolean;
}

export interface RegisteredBirth {
  readonly place: PlaceOfBirth;
  readonly registeredOn: string;
  readonly entry: string;
}

/** A person as any population register has them, before the country's own shape. */
export interface PopulationEntry {
  readonly number: PersonNumber;
  readonly otherNumbers: readonly OtherNumber[];
  readonly familyName: string;
  readonly givenName: string;
  /** The oldest first: the first is the name at birth. */
  readonly formerFamilyNames: readonly string[];
  readonly dateOfBirth: string;
  readonly dateOfDeath?: string;
  readonly sex?: Sex;
  /** alpha-2 */
  readonly citizenship: readonly string[];
  readonly maritalStatus?: MaritalStatus;
  /** Present when the birth is registered here. */
  readonly birth?: RegisteredBirth;
  readonly residence: RegisteredResidence;
  readonly relatives: readonly Relative[];
  /** Turvakielto, skyddad folkbokföring, adressesperre and their like. */
  readonly protected: boolean;
}

/** @returns the person as evidence describes its subject */
export function subjectOf(entry: PopulationEntry, maritalStatusSourceCode?: string): Subject {
  const [birthName] = entry.formerFamilyNames;
  return {
    identifiers: [
      { scheme: entry.number.scheme, value: entry.number.value, current: true },
      ...entry.otherNumbers.map(({ scheme, value, foreign = false }): PersonIdentifier => ({
        scheme,
        value,
        current: foreign,
      })),
    ],
    familyName: entry.familyName,
    givenName: entry.givenName,
    ...(birthName === undefined ? {} : { birthName }),
    dateOfBirth: entry.dateOfBirth,
    ...(entry.sex === undefined ? {} : { sex: entry.sex }),
    ...(entry.citizenship.length === 0 ? {} : { citizenship: [...entry.citizenship] }),
    ...(entry.maritalStatus === undefined ? {} : { maritalStatus: entry.maritalStatus }),
    ...(maritalStatusSourceCode === undefined ? {} : { maritalStatusSourceCode }),
  };
}
