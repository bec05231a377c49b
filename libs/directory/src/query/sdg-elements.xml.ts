import { element, textElement, type Markup } from '@oots/edm/xml';
import type { LocalisedText, OrganisationIdentifier } from '@oots/edm';

/** `sdg:Name`, `sdg:Title` or `sdg:Description` in one language. */
export function localised(name: string, { lang, text }: LocalisedText): Markup {
  return textElement(name, text, { lang });
}

/** `sdg:Jurisdiction` of a whole country. */
export function jurisdiction(country: string): Markup {
  return element('sdg:Jurisdiction', {}, textElement('sdg:AdminUnitLevel1', country));
}

/** `sdg:Identifier` of an organisation or access point. */
export function organisationIdentifier({ scheme, value }: OrganisationIdentifier): Markup {
  return textElement('sdg:Identifier', value, { schemeID: scheme });
}
