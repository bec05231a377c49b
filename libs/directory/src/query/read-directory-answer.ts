import { UnreadableMessage } from '@oots/edm';
import { parseXml, type XmlElement } from '@oots/edm/xml';
import type { EvidenceTypeList } from '../declaration.js';
import { DirectoryRefusal, DirectoryUnavailable } from '../directory-error.js';
import { COMMON_SERVICES_2_0 } from './common-services-version.js';
import type { DirectoryAnswer, ReferenceFramework, RequirementRecord } from './directory-answer.js';
import { isDirectoryErrorCode } from './directory-exception.js';
import { classification, dataServices, evidenceTypeSummary } from './read-data-service.js';
import { countryOf, IncompleteDocument, localised, one, slotsOf, text } from './read-sdg-elements.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';

/**
 * Reads an answer in the 2.0 form. Call it with proven bytes only.
 *
 * @param xml at most 1 MiB, without DOCTYPE
 * @throws {DirectoryRefusal} when the directory declined
 * @throws {DirectoryUnavailable} when the document is no such answer
 */
export function readDirectoryAnswer(xml: Uint8Array): DirectoryAnswer {
  try {
    return answerIn(xml);
  } catch (error) {
    if (error instanceof IncompleteDocument) throw notAnAnswer(error.message);
    throw error;
  }
}

/** A document that is the directory's and still not one of its answers. */
function notAnAnswer(what: string): DirectoryUnavailable {
  return new DirectoryUnavailable(`the answer cannot be read: ${what}`);
}

function answerIn(xml: Uint8Array): DirectoryAnswer {
  const root = queryResponse(xml);
  const slots = slotsOf(root);
  if (slots.get('SpecificationIdentifier')?.text !== COMMON_SERVICES_2_0) throw notAnAnswer('another version');
  if (root.attribute('status') === `${STATUS}Failure`) throw refusal(one(root, 'rs:Exception'));
  if (root.attribute('status') !== `${STATUS}Success`) throw notAnAnswer('unknown status');

  const objects = one(root, 'rim:RegistryObjectList').all('rim:RegistryObject').map(slotsOf);
  const requirements = objects.flatMap((object) => object.get('Requirement') ?? []);
  const services = objects.flatMap((object) => object.get('DataServiceEvidenceType') ?? []);
  if (requirements.length + services.length !== objects.length) throw notAnAnswer('an object of another kind');
  if (requirements.length > 0 && services.length > 0) throw notAnAnswer('objects of two kinds');
  if (services.length > 0) {
    return {
      kind: 'data-services',
      dataServices: services.flatMap((value) => dataServices(one(value, 'sdg:DataServiceEvidenceType'))),
    };
  }
  return {
    kind: 'requirements',
    requirements: requirements.map((value) => requirementRecord(one(value, 'sdg:Requirement'))),
  };
}

function queryResponse(xml: Uint8Array): XmlElement {
  try {
    const root = parseXml(xml, { maxBytes: 1024 * 1024 });
    if (!root.is('query:QueryResponse')) throw notAnAnswer('another root');
    return root;
  } catch (error) {
    if (error instanceof UnreadableMessage) throw notAnAnswer(error.reason);
    throw error;
  }
}

function refusal(exception: XmlElement): Error {
  const code = exception.attribute('code') ?? '';
  if (!isDirectoryErrorCode(code)) return notAnAnswer('unknown error code');
  const slots = slotsOf(exception);
  const questions = slots.get('UserRequestedClassificationConcepts')?.all('rim:Element') ?? [];
  const about = slots.get('DataServiceEvidenceType')?.first('sdg:DataServiceEvidenceType');
  return new DirectoryRefusal(code, exception.attribute('detail') ?? '', {
    questions: questions.map((element) => classification(one(element, 'sdg:EvidenceProviderClassification'))),
    ...(about === undefined ? {} : { about: evidenceTypeSummary(about) }),
  });
}

function requirementRecord(requirement: XmlElement): RequirementRecord {
  const identifier = text(requirement, 'sdg:Identifier');
  return {
    requirement: { identifier, names: localised(requirement, 'sdg:Name') },
    frameworks: requirement.all('sdg:ReferenceFramework').flatMap(referenceFrameworks),
    evidenceTypeLists: requirement.all('sdg:EvidenceTypeList').map((list) => evidenceTypeList(list, identifier)),
  };
}

/** A framework of real directories may lack procedure or country; it then belongs to no procedure that could be asked for. */
function referenceFrameworks(framework: XmlElement): ReferenceFramework[] {
  const country = countryOf(framework);
  if (country === undefined) return [];
  return framework.all('sdg:RelatedTo').map((related) => ({
    identifier: text(framework, 'sdg:Identifier'),
    procedure: text(related, 'sdg:Identifier'),
    country,
  }));
}

function evidenceTypeList(list: XmlElement, requirement: string): EvidenceTypeList {
  const country = countryOf(list);
  if (country === undefined) throw notAnAnswer('an evidence type list without country');
  return {
    identifier: text(list, 'sdg:Identifier'),
    names: localised(list, 'sdg:Name'),
    country,
    requirement,
    evidenceTypes: list.all('sdg:EvidenceType').map((type) => ({
      classification: text(type, 'sdg:EvidenceTypeClassification'),
      titles: localised(type, 'sdg:Title'),
    })),
  };
}
