import type { Agent, LocalisedText, OrganisationIdentifier } from '@oots/edm';

/** One form in which a provider hands out an evidence type, in the provider's order of preference. */
export interface Distribution {
  /** Code of the OOTSMediaTypes list. */
  readonly format: string;
  /** Upper-case two-letter codes. */
  readonly languages: readonly string[];
  /** Semantic Repository URL `https://sr.oots.tech.ec.europa.eu/datamodels/…`; only for structured formats. */
  readonly conformsTo?: string;
}

/** What a public body must be shown in a procedure. @see TDD 3.2.4 */
export interface Requirement {
  /** `https://sr.oots.tech.ec.europa.eu/requirements/<lower-case uuid>` */
  readonly identifier: string;
  readonly names: readonly LocalisedText[];
  /** Codes of the Procedures list in which the requirement is asked for. */
  readonly procedures: readonly string[];
}

/** Evidence types that together prove a requirement in one country: AND inside a list, OR between the lists of one requirement. */
export interface EvidenceTypeList {
  /** UUID */
  readonly identifier: string;
  readonly names: readonly LocalisedText[];
  /** Of the provider. */
  readonly country: string;
  readonly requirement: string;
  readonly evidenceTypes: readonly {
    readonly classification: string;
    readonly titles: readonly LocalisedText[];
  }[];
}

/**
 * A question whose answer decides which authority of a country provides, with the answers one data service is responsible
 * for: `ApplicantHasBeenResident` of `countryresidence`. @see TDD 3.1.4
 */
export interface ProviderClassification {
  /** UUID */
  readonly identifier: string;
  /** URL of the value list in the Semantic Repository. */
  readonly valueExpression?: string;
  /** The question, one text per language. */
  readonly descriptions: readonly LocalisedText[];
  /** Answers that this data service serves; empty in a question the directory asks back. */
  readonly values: readonly string[];
}

/** One data service: an authority that hands out one evidence type through one access point. @see TDD 3.1.4 */
export interface DataService {
  /** Bare UUID of the directory's record. */
  readonly identifier: string;
  /** `https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/<CC>/<lower-case uuid>` */
  readonly classification: string;
  readonly titles: readonly LocalisedText[];
  readonly distributions: readonly Distribution[];
  readonly publisher: Agent;
  /** Party of the access point that receives for the publisher. */
  readonly accessPoint: OrganisationIdentifier;
  /** Specifications the access service speaks, `oots-edm:v2.0`, `oots-edm-bg:v0.1`. */
  readonly conformsTo: readonly string[];
  readonly levelOfAssurance: LevelOfAssurance;
  /** Only where several authorities of the country hold the same evidence type. */
  readonly classifications?: readonly ProviderClassification[];
}

/** What is known of an evidence type while it is open who provides it. */
export type EvidenceTypeSummary = Pick<DataService, 'identifier' | 'classification' | 'titles' | 'distributions'>;

/** eIDAS level of assurance that the person's authentication has at least. */
export type LevelOfAssurance = 'Low' | 'Substantial' | 'High';

/** Everything one Member State tells the directories. */
export interface CountryDeclarations {
  readonly country: string;
  readonly requirements: readonly Requirement[];
  readonly evidenceTypeLists: readonly EvidenceTypeList[];
  readonly dataServices: readonly DataService[];
}

/** A country as its profile describes it, as far as the directories are concerned. */
export interface DeclaringCountry extends Omit<CountryDeclarations, 'dataServices'> {
  readonly offers: readonly { readonly service: DataService }[];
}

/** @returns what a country tells the directories; what stands behind its services stays at home */
export function declarationsOf({
  country,
  requirements,
  evidenceTypeLists,
  offers,
}: DeclaringCountry): CountryDeclarations {
  return { country, requirements, evidenceTypeLists, dataServices: offers.map(({ service }) => service) };
}
