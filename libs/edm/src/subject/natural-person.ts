import type { Address } from '../address.js';
import { INSPECT } from './redaction.js';

/** How surely the person was authenticated. */
export type LevelOfAssurance = 'Low' | 'Substantial' | 'High';

/** An attribute outside the person's minimum data set, such as the scope of a power of representation. */
export interface SectorSpecificAttribute {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
}

/** `sdg:Person` in a request, `sdg:NaturalPerson` in a response. @see TDD 4.5.1, 3.6 */
export interface PersonAttributes {
  /** Mandatory in a request, forbidden in a response. */
  readonly levelOfAssurance?: LevelOfAssurance | undefined;
  /** `EE/FI/60001019906`: country that asserts, country asserted to, 6 to 256 characters. */
  readonly eidasIdentifier?: string | undefined;
  readonly familyName: string;
  readonly givenName: string;
  /** ISO 8601 calendar date, `1987-03-14`. */
  readonly dateOfBirth: string;
  readonly birthName?: string | undefined;
  readonly placeOfBirth?: string | undefined;
  readonly currentAddress?: Address | undefined;
  readonly gender?: string | undefined;
  /** Country codes. */
  readonly nationalities?: readonly string[] | undefined;
  readonly countryOfBirth?: string | undefined;
  readonly townOfBirth?: string | undefined;
  readonly countryOfResidence?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly sectorSpecificAttributes?: readonly SectorSpecificAttribute[] | undefined;
}

/** The person a piece of evidence is about. Personal data: never logged, encrypted where stored. */
export class NaturalPerson implements PersonAttributes {
  readonly levelOfAssurance: LevelOfAssurance | undefined;
  readonly eidasIdentifier: string | undefined;
  readonly familyName: string;
  readonly givenName: string;
  readonly dateOfBirth: string;
  readonly birthName: string | undefined;
  readonly placeOfBirth: string | undefined;
  readonly currentAddress: Address | undefined;
  readonly gender: string | undefined;
  readonly nationalities: readonly string[];
  readonly countryOfBirth: string | undefined;
  readonly townOfBirth: string | undefined;
  readonly countryOfResidence: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly emailAddress: string | undefined;
  readonly sectorSpecificAttributes: readonly SectorSpecificAttribute[];

  private constructor(attributes: PersonAttributes) {
    this.levelOfAssurance = attributes.levelOfAssurance;
    this.eidasIdentifier = attributes.eidasIdentifier;
    this.familyName = attributes.familyName;
    this.givenName = attributes.givenName;
    this.dateOfBirth = attributes.dateOfBirth;
    this.birthName = attributes.birthName;
    this.placeOfBirth = attributes.placeOfBirth;
    this.currentAddress = attributes.currentAddress;
    this.gender = attributes.gender;
    this.nationalities = attributes.nationalities ?? [];
    this.countryOfBirth = attributes.countryOfBirth;
    this.townOfBirth = attributes.townOfBirth;
    this.countryOfResidence = attributes.countryOfResidence;
    this.phoneNumber = attributes.phoneNumber;
    this.emailAddress = attributes.emailAddress;
    this.sectorSpecificAttributes = attributes.sectorSpecificAttributes ?? [];
  }

  /** The caller names the error: a foreign message deserves a refusal, our own configuration a crash. */
  static of(attributes: PersonAttributes, invalid: (reason: string) => Error): NaturalPerson {
    if (attributes.familyName.trim() === '' || attributes.givenName.trim() === '') {
      throw invalid('a person has a family name and a given name');
    }
    if (!isCalendarDate(attributes.dateOfBirth)) throw invalid('dateOfBirth is an ISO 8601 calendar date');
    return new NaturalPerson(attributes);
  }

  /** The minimum data set, by which a response confirms whom it is about. @see R-EDM-RESP-S041 */
  minimal(): NaturalPerson {
    const { eidasIdentifier, familyName, givenName, dateOfBirth, placeOfBirth } = this;
    return new NaturalPerson({ eidasIdentifier, familyName, givenName, dateOfBirth, placeOfBirth });
  }

  toJSON(): string {
    return '[NaturalPerson]';
  }

  [INSPECT](): string {
    return this.toJSON();
  }
}

/** @returns whether the text is a day that exists, `2000-02-29` but not `1900-02-29` */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
