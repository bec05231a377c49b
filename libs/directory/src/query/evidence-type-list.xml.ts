import { element, textElement, type Markup } from '@oots/edm/xml';
import type { EvidenceTypeList } from '../declaration.js';
import { COMMON_SERVICES_2_0, type CommonServicesVersion } from './common-services-version.js';
import { jurisdiction, localised } from './sdg-elements.xml.js';

/** `sdg:EvidenceTypeList`. Its jurisdiction stands on the list since 2.0, and on each type before. @see TDD 3.2.4 */
export function evidenceTypeList(list: EvidenceTypeList, version: CommonServicesVersion): Markup {
  const ofList = version === COMMON_SERVICES_2_0 ? jurisdiction(list.country) : undefined;
  const ofType = version === COMMON_SERVICES_2_0 ? undefined : jurisdiction(list.country);
  return element(
    'sdg:EvidenceTypeList',
    {},
    textElement('sdg:Identifier', list.identifier),
    list.names.map((name) => localised('sdg:Name', name)),
    list.evidenceTypes.map((type) => evidenceType(type, ofType)),
    ofList,
  );
}

/** `sdg:EvidenceType` of a list or on its own. */
export function evidenceType(
  { classification, titles }: EvidenceTypeList['evidenceTypes'][number],
  jurisdictionOfType?: Markup,
): Markup {
  return element(
    'sdg:EvidenceType',
    {},
    textElement('sdg:EvidenceTypeClassification', classification),
    titles.map((title) => localised('sdg:Title', title)),
    jurisdictionOfType,
  );
}
