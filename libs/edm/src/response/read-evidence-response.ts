import { readBackgroundAccount } from '../background/background.xml.js';
import { EvidenceResponseId, RegistryObjectId, RequestId } from '../identifiers.js';
import type { Reading } from '../reading.js';
import type { AssociatedDocument } from '../request/evidence-request.js';
import { requiredContent, requiredSlotText, slotContents, slotDateTime } from '../regrep/read-slot.js';
import { expectRoot, specificationOf } from '../regrep/specification-of.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { readAgent } from '../sdg/agent.xml.js';
import { readLegalPerson, readNaturalPerson } from '../sdg/person.xml.js';
import { readTexts } from '../sdg/texts.xml.js';
import { EDM_BACKGROUND_0_1 } from '../specification.js';
import type { Subject } from '../subject/subject.js';
import { readDate } from '../xml/data-types.js';
import { parseXml } from '../xml/parse-xml.js';
import { present, unlessEmpty } from '../xml/present.js';
import { readJudged } from '../xml/read-judged.js';
import type { ReadLimits } from '../xml/read-limits.js';
import {
  childText,
  childTexts,
  optionalChild,
  requiredAttribute,
  requiredChild,
  requiredText,
  SchemaViolation,
} from '../xml/schema-violation.js';
import type { XmlElement } from '../xml/xml-element.js';
import type {
  Availability,
  EvidencePackage,
  EvidenceResponse,
  MainEvidence,
  ServedDistribution,
  SupplementaryDocument,
} from './evidence-response.js';

/**
 * Reads and judges `query:QueryResponse` of a success or a deferral.
 *
 * @param limits default 2 MiB and 64 levels
 * @throws {UnreadableMessage} when it is no response that rules could judge
 * @see TDD 4.5.2
 */
export function readEvidenceResponse(
  xml: string | Uint8Array,
  limits?: Partial<ReadLimits>,
): Reading<EvidenceResponse> {
  return responseFrom(parseXml(xml, limits));
}

/** @param root of a document that has been parsed */
export function responseFrom(root: XmlElement): Reading<EvidenceResponse> {
  expectRoot(root, 'query:QueryResponse', 'R-EDM-RESP-S001');
  const specification = specificationOf(root, 'R-EDM-RESP-C002');
  return readJudged(root, RULE_SETS[specification].response, (response) => {
    const agents = slotContents(response, 'EvidenceProvider', 'sdg:Agent').map(readAgent);
    const provider = agents.find(({ classification }) => classification === 'EP');
    if (provider === undefined) throw new SchemaViolation('no agent is the provider', response.path);
    return {
      ...availability(response),
      specification,
      id: EvidenceResponseId.of(requiredSlotText(response, 'EvidenceResponseIdentifier')),
      requestId: RequestId.of(requiredAttribute(response, 'requestId')),
      issuedAt: slotDateTime(response, 'IssueDateTime'),
      provider,
      intermediaries: agents.filter(({ classification }) => classification === 'IP'),
      requester: readAgent(requiredContent(response, 'EvidenceRequester', 'sdg:Agent')),
      packages: objectsIn(response).map(readPackage),
      ...(specification === EDM_BACKGROUND_0_1 ? { background: readBackgroundAccount(response) } : {}),
    };
  });
}

function availability(response: XmlElement): Availability {
  return response.attribute('status')?.endsWith(':Unavailable') === true
    ? { status: 'Unavailable', availableAt: slotDateTime(response, 'ResponseAvailableDateTime') }
    : { status: 'Success' };
}

function objectsIn(element: XmlElement): readonly XmlElement[] {
  return element.all('rim:RegistryObjectList').flatMap((list) => list.all('rim:RegistryObject'));
}

function nodeOf(object: XmlElement): string | undefined {
  return object
    .all('rim:Classification')
    .find((classification) => classification.attribute('classificationScheme') === 'urn:fdc:oots:classification:edm')
    ?.attribute('classificationNode');
}

function readPackage(object: XmlElement): EvidencePackage {
  const documents = objectsIn(object).filter((inside) => inside.typeName !== 'AssociationType');
  const main = documents.find((document) => nodeOf(document) === 'MainEvidence');
  if (main === undefined) throw new SchemaViolation('no object is the main evidence', object.path);
  return {
    id: objectId(object),
    mainEvidence: readMainEvidence(main),
    supplements: documents.filter((document) => document !== main).map(readSupplement),
  };
}

function objectId(object: XmlElement): RegistryObjectId {
  return RegistryObjectId.of(requiredAttribute(object, 'id'));
}

function readDocument(object: XmlElement, evidence: XmlElement) {
  const reference = requiredChild(object, 'rim:RepositoryItemRef');
  return {
    id: objectId(object),
    identifier: requiredText(evidence, 'sdg:Identifier'),
    title: requiredAttribute(reference, 'xlink:title'),
    contentId: requiredAttribute(reference, 'xlink:href').slice('cid:'.length),
    distribution: readDistribution(requiredChild(evidence, 'sdg:Distribution')),
  };
}

function readSupplement(object: XmlElement): SupplementaryDocument {
  const evidence = requiredContent(object, 'EvidenceMetadata', 'sdg:Evidence');
  return { ...readDocument(object, evidence), kind: nodeOf(object) as AssociatedDocument };
}

function readMainEvidence(object: XmlElement): MainEvidence {
  const evidence = requiredContent(object, 'EvidenceMetadata', 'sdg:Evidence');
  const type = requiredChild(evidence, 'sdg:IsConformantTo');
  const validity = optionalChild(evidence, 'sdg:ValidityPeriod');
  return {
    ...readDocument(object, evidence),
    isAbout: readSubject(requiredChild(evidence, 'sdg:IsAbout')),
    issuingAuthority: readAgent(requiredChild(evidence, 'sdg:IssuingAuthority')),
    evidenceType: {
      classification: requiredText(type, 'sdg:EvidenceTypeClassification'),
      titles: readTexts(type, 'sdg:Title'),
      ...present({ descriptions: unlessEmpty(readTexts(type, 'sdg:Description')) }),
    },
    issuedOn: readDay(evidence, 'sdg:IssuingDate'),
    ...present({
      validity: validity && { from: readDay(validity, 'sdg:StartDate'), to: readDay(validity, 'sdg:EndDate') },
    }),
  };
}

function readDay(element: XmlElement, name: 'sdg:IssuingDate' | 'sdg:StartDate' | 'sdg:EndDate'): string {
  const day = requiredChild(element, name);
  return readDate(day.text, day.path);
}

function readSubject(isAbout: XmlElement): Subject {
  if (isAbout.children.length !== 1) throw new SchemaViolation('IsAbout names one person', isAbout.path);
  const natural = isAbout.first('sdg:NaturalPerson');
  if (natural !== undefined) return { kind: 'natural', person: readNaturalPerson(natural) };
  return { kind: 'legal', person: readLegalPerson(requiredChild(isAbout, 'sdg:LegalPerson')) };
}

function readDistribution(distribution: XmlElement): ServedDistribution {
  return {
    format: requiredText(distribution, 'sdg:Format'),
    languages: childTexts(distribution, 'sdg:Language'),
    ...present({ conformsTo: childText(distribution, 'sdg:ConformsTo') }),
  };
}
