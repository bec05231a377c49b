import { type Agent, type AgentClassification, easScheme, unregisteredScheme } from '@oots/edm';
import type { OrganisationReference } from '@oots/evidence';

/** A public body of one country in the simulation. */
export interface Authority {
  /** Code of the OOTS country list. */
  readonly country: string;
  /** Code of the EAS list; absent where the list has none for the country. */
  readonly eas?: string;
  /** As the scheme writes it. */
  readonly id: string;
  /** Two upper-case letters. */
  readonly language: string;
  /** In the national language. */
  readonly name: string;
  readonly englishName: string;
  /** NUTS code. */
  readonly region?: string;
}

/** @returns the authority as messages and directories write it, in English marked as simulated */
export function agentOf(authority: Authority, classification: AgentClassification): Agent {
  return {
    identifier: { scheme: schemeOf(authority), value: authority.id },
    names: [
      { lang: authority.language, text: authority.name },
      { lang: 'EN', text: `${authority.englishName} (simulated)` },
    ],
    country: authority.country,
    ...(authority.region === undefined ? {} : { region: authority.region }),
    classification,
  };
}

/** @returns the authority as the envelope of an evidence names it */
export function referenceOf(authority: Authority): OrganisationReference {
  return { scheme: authority.eas ?? `unregistered:${authority.country}`, id: authority.id, name: authority.name };
}

function schemeOf({ eas, country }: Authority): string {
  return eas === undefined ? unregisteredScheme(country) : easScheme(eas);
}
