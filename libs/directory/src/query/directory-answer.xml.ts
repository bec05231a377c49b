import { element, writeDocument, type Markup } from '@oots/edm/xml';
import { v5 as nameBasedUuid } from 'uuid';
import type { DirectoryRefusal } from '../directory-error.js';
import { COMMON_SERVICES_2_0, type CommonServicesVersion } from './common-services-version.js';
import { classificationQuestion, dataServiceEvidenceTypes, evidenceTypeSummary } from './data-service.xml.js';
import type { DirectoryAnswer } from './directory-answer.js';
import { DIRECTORY_EXCEPTIONS } from './directory-exception.js';
import { anyValueSlot, collectionSlot, stringSlot } from './regrep-slots.xml.js';
import { requirement } from './requirement.xml.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';

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

/** The object's id is made from what it holds: it stays the same for the same record. */
function registryObject(slot: string, value: Markup): Markup {
  const id = nameBasedUuid(JSON.stringify(value), nameBasedUuid.URL);
  return element('rim:RegistryObject', { id: `urn:uuid:${id}` }, anyValueSlot(slot, value));
}
