import type { Address } from '@oots/evidence';
import type { SyntheticNumbers } from '../identifiers/person-numbers.js';

/** A family name, whose form may follow who bears it: `Petrauskas`, `Petrauskaitė`, `Petrauskienė`. */
export interface FamilyName {
  readonly male: string;
  readonly female: string;
  /** Of a woman who took her husband's name, where that has a form of its own. */
  readonly married?: string;
}

/** A town and where one can live in it. */
export interface Town {
  readonly name: string;
  readonly postCode: string;
  /** National code of the municipality. */
  readonly municipality: string;
  readonly nuts: string;
  readonly streets: readonly string[];
}

/** What the simulation needs to know to invent people and companies who could live in a country. */
export interface CountryFacts {
  readonly country: string;
  readonly femaleNames: readonly string[];
  readonly maleNames: readonly string[];
  readonly familyNames: readonly FamilyName[];
  readonly towns: readonly Town[];
  readonly numbers: SyntheticNumbers;
  /** Other spellings of a number in eIDAS identifiers, where the country has them. */
  readonly spellings?: (number: string) => readonly string[];
  /** The way an address is written on one line. */
  readonly fullAddress: (street: string, house: string, town: Town) => string;
  readonly company: {
    /** Legal forms, with how a name carries them. */
    readonly forms: readonly {
      readonly code: string;
      readonly named: (name: string) => string;
      readonly capital: number;
    }[];
    readonly names: readonly string[];
    /** NACE Rev. 2.1 classes. */
    readonly activities: readonly string[];
    /** Valid numbers in a fixed order. */
    readonly numbers: () => Iterable<string>;
    readonly vatNumber: (number: string) => string;
  };
}

/** @returns an address in the common form; how a register keeps it is the register's business */
export function addressIn(
  facts: Pick<CountryFacts, 'country' | 'fullAddress'>,
  street: string,
  house: string,
  town: Town,
): Address {
  return {
    fullAddress: facts.fullAddress(street, house, town),
    thoroughfare: street,
    locatorDesignator: house,
    postCode: town.postCode,
    postName: town.name,
    adminUnitL1: facts.country,
    adminUnitL2: town.nuts,
  };
}
