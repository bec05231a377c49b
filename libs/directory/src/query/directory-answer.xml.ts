import { element, textElement, writeDocument, type Markup } from '@oots/edm/xml';
import { v5 as nameBasedUuid } from 'uuid';
import type { DirectoryRefusal } from '../directory-error.js';
import { COMMON_SERVICES_2_0, type CommonServicesVersion } from './common-services-version.js';
import { classificationQuestion, dataServiceEvidenceTypes, evidenceTypeSummary } from './data-service.xml.js';
import type { DirectoryAnswer, ReferenceFramework, RequirementRecord } from './directory-answer.js';
import { DIRECTORY_EXCEPTIONS } from './directory-exception.js';
import { evidenceTypeList } from './evidence-type-list.xml.js';
import { jurisdiction, localised } from './sdg-elements.xml.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';
const SET = 'urn:oasis:names:tc:ebxml-regrep:CollectionType:Set';

/**
 * A directory's answer as RegRep document. The same answer is written the same way every time, so that it may be compared
 * and cached.
 *
 * @see TDD 3.1.4, 3.2.4
 */
export function writeDirectoryAnswer(answer: DirectoryAnswer, version: CommonServicesVersion): string {
  const objects =
    answer.kind === 'requirements'
      ? answer.requirements.map((record) => registryObject('Requirement', requirement(record, version)))
      : dataServiceEvidenceTypes(answer.dataServices, version).map((markup) =>
          registryObject('DataServiceEvidenceType', markup),
        );
  return document('Success', version, element('rim:RegistryObjectList', {}, objects));
}

/** A directory's refusal as RegRep document. It travels with HTTP status 200. */
export function writeDirectoryRefusal(refusal: DirectoryRefusal, version: CommonServicesVersion): string {
  const { type, message, severity } = DIRECTORY_EXCEPTIONS[refusal.code];
  const { about, questions } = refusal;
  return document(
    'Failure',
    version,
    element(
      'rs:Exception',
      { 'xsi:type': type, code: refusal.code, detail: refusal.detail, message, severity },
      about && anyValueSlot('DataServiceEvidenceType', evidenceTypeSummary(about, version)),
      questions.length > 0
        ? collectionSlot('UserRequestedClassificationConcepts', questions.map(classificationQuestion))
        : [],
    ),
  );
}

function document(status: 'Success' | 'Failure', version: CommonServicesVersion, body: Markup): string {
  // Version 1.0 of the directories does not name itself.
  const slot = version === COMMON_SERVICES_2_0 ? stringSlot('SpecificationIdentifier', version) : undefined;
  return writeDocument(element('query:QueryResponse', { status: `${STATUS}${status}` }, slot, body), [
    'query',
    'rim',
    'rs',
    'sdg',
    'xsi',
  ]);
}

function stringSlot(name: string, value: string): Markup {
  return element(
    'rim:Slot',
    { name },
    element('rim:SlotValue', { 'xsi:type': 'rim:StringValueType' }, textElement('rim:Value', value)),
  );
}

function anyValueSlot(name: string, value: Markup): Markup {
  return element('rim:Slot', { name }, element('rim:SlotValue', { 'xsi:type': 'rim:AnyValueType' }, value));
}

function collectionSlot(name: string, values: readonly Markup[]): Markup {
  const elements = values.map((value) => element('rim:Element', { 'xsi:type': 'rim:AnyValueType' }, value));
  return element(
    'rim:Slot',
    { name },
    element('rim:SlotValue', { 'xsi:type': 'rim:CollectionValueType', collectionType: SET }, elements),
  );
}

/** The object's id is made from what it holds: it stays the same for the same record. */
function registryObject(slot: string, value: Markup): Markup {
  const id = nameBasedUuid(JSON.stringify(value), nameBasedUuid.URL);
  return element('rim:RegistryObject', { id: `urn:uuid:${id}` }, anyValueSlot(slot, value));
}

function requirement(record: RequirementRecord, version: CommonServicesVersion): Markup {
  return element(
    'sdg:Requirement',
    {},
    textElement('sdg:Identifier', record.requirement.identifier),
    record.requirement.names.map((name) => localised('sdg:Name', name)),
    record.frameworks.map(referenceFramework),
    record.evidenceTypeLists.map((list) => evidenceTypeList(list, version)),
  );
}

function referenceFramework({ identifier, procedure, country }: ReferenceFramework): Markup {
  return element(
    'sdg:ReferenceFramework',
    {},
    textElement('sdg:Identifier', identifier),
    textElement('sdg:Title', `Procedure ${procedure} in ${country}`, { lang: 'EN' }),
    element('sdg:RelatedTo', {}, textElement('sdg:Identifier', procedure)),
    jurisdiction(country),
  );
}
