import type { AddressLines } from './address.js';

/** A text in one language. */
export interface LocalisedText {
  /** Two upper-case letters, `EN`: lower case is a FATAL finding. @see TDD 4.5.1 */
  readonly lang: string;
  /** At least two characters. @see R-EDM-REQ-C092 */
  readonly text: string;
}

/** An organisation, written as text: leading zeros count. */
export interface OrganisationIdentifier {
  /**
   * `urn:cef.eu:names:identifier:EAS:<code>` or `urn:oasis:names:tc:ebcore:partyid-type:unregistered:<country or oots>`.
   * The same value is the `type` of a party or corner in the ebMS header.
   */
  readonly scheme: string;
  /** Fewer than 256 characters. */
  readonly value: string;
}

/** What an organisation does in a message: requester, intermediary platform, provider, error provider. */
export type AgentClassification = 'ER' | 'IP' | 'EP' | 'ERRP';

/** `sdg:Agent`: an organisation that takes part in an exchange. */
export interface Agent {
  readonly identifier: OrganisationIdentifier;
  /** One per language, at least one. */
  readonly names: readonly LocalisedText[];
  /** Code of the OOTS country list; where the agent's address is written, it is its `AdminUnitLevel1`. */
  readonly country?: string;
  /** NUTS code, `AdminUnitLevel2`. */
  readonly region?: string;
  readonly addressLines?: AddressLines;
  readonly classification?: AgentClassification;
}

/** @param code of the EAS list, `0191` */
export function easScheme(code: string): string {
  return `urn:cef.eu:names:identifier:EAS:${code}`;
}

/** @param countryOrOots code of the OOTS country list, or `oots` */
export function unregisteredScheme(countryOrOots: string): string {
  return `urn:oasis:names:tc:ebcore:partyid-type:unregistered:${countryOrOots}`;
}
