import type { Address } from '../address.js';
import { INSPECT } from './redaction.js';
import type { LevelOfAssurance, SectorSpecificAttribute } from './natural-person.js';

/** An identifier of a legal person beside the eIDAS one. */
export interface LegalIdentifier {
  /** Code of the IdentifierSchemes list, `VAT`. */
  readonly scheme: string;
  readonly value: string;
}

/** `sdg:LegalPerson`. @see TDD 4.5.1, 3.6 */
export interface LegalPersonAttributes {
  /** Mandatory in a request, forbidden in a response. */
  readonly levelOfAssurance?: LevelOfAssurance | undefined;
  readonly identifiers?: readonly LegalIdentifier[] | undefined;
  /** `EE/FI/12345678`. */
  readonly eidasIdentifier: string;
  readonly legalName: string;
  readonly registeredAddress?: Address | undefined;
  readonly phoneNumber?: string | undefined;
  readonly emailAddress?: string | undefined;
  readonly sectorSpecificAttributes?: readonly SectorSpecificAttribute[] | undefined;
}

/** The company or other body a piece of evidence is about. May identify its owner: treated as personal data. */
export class LegalPerson implements LegalPersonAttributes {
  readonly levelOfAssurance: LevelOfAssurance | undefined;
  readonly identifiers: readonly LegalIdentifier[];
  readonly eidasIdentifier: string;
  readonly legalName: string;
  readonly registeredAddress: Address | undefined;
  readonly phoneNumber: string | undefined;
  readonly emailAddress: string | undefined;
  readonly sectorSpecificAttributes: readonly SectorSpecificAttribute[];

  private constructor(attributes: LegalPersonAttributes) {
    this.levelOfAssurance = attributes.levelOfAssurance;
    this.identifiers = attributes.identifiers ?? [];
    this.eidasIdentifier = attributes.eidasIdentifier;
    this.legalName = attributes.legalName;
    this.registeredAddress = attributes.registeredAddress;
    this.phoneNumber = attributes.phoneNumber;
    this.emailAddress = attributes.emailAddress;
    this.sectorSpecificAttributes = attributes.sectorSpecificAttributes ?? [];
  }

  /** The caller names the error: a foreign message deserves a refusal, our own configuration a crash. */
  static of(attributes: LegalPersonAttributes, invalid: (reason: string) => Error): LegalPerson {
    if (attributes.legalName.trim() === '') throw invalid('a legal person has a legal name');
    if (attributes.eidasIdentifier.trim() === '') throw invalid('a legal person has an eIDAS identifier');
    return new LegalPerson(attributes);
  }

  /** The minimum data set, by which a response confirms whom it is about. @see R-EDM-RESP-S042 */
  minimal(): LegalPerson {
    return new LegalPerson({ eidasIdentifier: this.eidasIdentifier, legalName: this.legalName });
  }

  toJSON(): string {
    return '[LegalPerson]';
  }

  [INSPECT](): string {
    return this.toJSON();
  }
}
