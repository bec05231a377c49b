import { element, textElement, type Markup } from '@oots/edm/xml';
import type { CommonServicesVersion } from './common-services-version.js';
import type { ReferenceFramework, RequirementRecord } from './directory-answer.js';
import { evidenceTypeList } from './evidence-type-list.xml.js';
import { jurisdiction, localised } from './sdg-elements.xml.js';

/** `sdg:Requirement` with those who ask for it and what proves it. */
export function requirement(record: RequirementRecord, version: CommonServicesVersion): Markup {
  return element(
    'sdg:Requirement',
    {},
    textElement('sdg:Identifier', record.requirement.identifier),
    record.requirement.names.map((name) => localised('sdg:Name', name)),
    record.frameworks.map(referenceFramework),
    record.evidenceTypeLists.map((list) => evidenceTypeList(list, version)),
  );
}

/** `sdg:ReferenceFramework`: a procedure in one country. */
export function referenceFramework({ identifier, procedure, country }: ReferenceFramework): Markup {
  return element(
    'sdg:ReferenceFramework',
    {},
    textElement('sdg:Identifier', identifier),
    textElement('sdg:Title', `Procedure ${procedure} in ${country}`, { lang: 'EN' }),
    element('sdg:RelatedTo', {}, textElement('sdg:Identifier', procedure)),
    jurisdiction(country),
  );
}
