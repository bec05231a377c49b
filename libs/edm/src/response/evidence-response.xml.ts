import { writeBackgroundAccount } from '../background/background.xml.js';
import type { RegistryObjectId } from '../identifiers.js';
import { anySlot, collectionSlot, dateTimeSlot, stringSlot } from '../regrep/slot.xml.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { writeClassifiedAgent, writeIdentifiedAgent } from '../sdg/agent.xml.js';
import { writeLegalPerson, writeNaturalPerson } from '../sdg/person.xml.js';
import { writeTexts } from '../sdg/texts.xml.js';
import { minimalSubject, type Subject } from '../subject/subject.js';
import { writeJudged } from '../xml/write-judged.js';
import { element, optionalText, textElement, type Markup } from '../xml/xml-writer.js';
import { derivedId } from './derived-id.js';
import type {
  EvidencePackage,
  EvidenceResponse,
  MainEvidence,
  ServedDistribution,
  SupplementaryDocument,
} from './evidence-response.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType';
const ASSOCIATION = 'urn:oasis:names:tc:ebxml-regrep:AssociationType';

function distribution({ format, languages, conformsTo }: ServedDistribution): Markup {
  return element(
    'sdg:Distribution',
    {},
    textElement('sdg:Format', format),
    languages.map((language) => textElement('sdg:Language', language)),
    optionalText('sdg:ConformsTo', conformsTo),
  );
}

function isAbout(subject: Subject): Markup {
  const { kind, person } = minimalSubject(subject);
  return element(
    'sdg:IsAbout',
    {},
    kind === 'natural' ? writeNaturalPerson('sdg:NaturalPerson', person) : writeLegalPerson(person),
  );
}

function mainMetadata(evidence: MainEvidence): Markup {
  const { evidenceType, validity } = evidence;
  return element(
    'sdg:Evidence',
    {},
    textElement('sdg:Identifier', evidence.identifier),
    isAbout(evidence.isAbout),
    writeIdentifiedAgent(evidence.issuingAuthority, 'sdg:IssuingAuthority'),
    element(
      'sdg:IsConformantTo',
      {},
      textElement('sdg:EvidenceTypeClassification', evidenceType.classification),
      writeTexts('sdg:Title', evidenceType.titles),
      writeTexts('sdg:Description', evidenceType.descriptions),
    ),
    textElement('sdg:IssuingDate', evidence.issuedOn),
    distribution(evidence.distribution),
    validity &&
      element(
        'sdg:ValidityPeriod',
        {},
        textElement('sdg:StartDate', validity.from),
        textElement('sdg:EndDate', validity.to),
      ),
  );
}

function supplementMetadata({ identifier, distribution: served }: SupplementaryDocument): Markup {
  return element('sdg:Evidence', {}, textElement('sdg:Identifier', identifier), distribution(served));
}

function document(item: MainEvidence | SupplementaryDocument, node: string, metadata: Markup): Markup {
  return element(
    'rim:RegistryObject',
    { 'xsi:type': 'rim:ExtrinsicObjectType', id: item.id },
    anySlot('EvidenceMetadata', metadata),
    element('rim:Classification', {
      id: derivedId(item.id, 'classification'),
      classificationScheme: 'urn:fdc:oots:classification:edm',
      classificationNode: node,
    }),
    element('rim:RepositoryItemRef', { 'xlink:href': `cid:${item.contentId}`, 'xlink:title': item.title }),
  );
}

function association({ id, kind }: SupplementaryDocument, target: RegistryObjectId): Markup {
  return element('rim:RegistryObject', {
    'xsi:type': 'rim:AssociationType',
    id: derivedId(id, 'association'),
    type: `${ASSOCIATION}:${kind}`,
    sourceObject: id,
    targetObject: target,
  });
}

function evidencePackage({ id, mainEvidence, supplements }: EvidencePackage): Markup {
  return element(
    'rim:RegistryObject',
    { 'xsi:type': 'rim:RegistryPackageType', id },
    element(
      'rim:RegistryObjectList',
      {},
      document(mainEvidence, 'MainEvidence', mainMetadata(mainEvidence)),
      supplements.map((supplement) => document(supplement, supplement.kind, supplementMetadata(supplement))),
      supplements.map((supplement) => association(supplement, mainEvidence.id)),
    ),
  );
}

/**
 * Writes `query:QueryResponse` of a success or a deferral. Of the subject, the minimum data set is written.
 *
 * @returns the document, UTF-8 by its declaration
 * @throws {UnwritableMessage} when the response breaks a rule of its specification
 * @throws {RangeError} when a text holds a character that XML cannot carry
 * @see TDD 4.5.2
 */
export function writeEvidenceResponse(response: EvidenceResponse): string {
  const root = element(
    'query:QueryResponse',
    { requestId: response.requestId, status: `${STATUS}:${response.status}` },
    stringSlot('SpecificationIdentifier', response.specification),
    stringSlot('EvidenceResponseIdentifier', response.id),
    dateTimeSlot('IssueDateTime', response.issuedAt),
    response.status === 'Unavailable' ? dateTimeSlot('ResponseAvailableDateTime', response.availableAt) : undefined,
    collectionSlot('EvidenceProvider', [
      writeClassifiedAgent(response.provider, 'EP'),
      ...response.intermediaries.map((agent) => writeClassifiedAgent(agent, 'IP')),
    ]),
    anySlot('EvidenceRequester', writeIdentifiedAgent(response.requester)),
    response.background && writeBackgroundAccount(response.background),
    element('rim:RegistryObjectList', {}, response.packages.map(evidencePackage)),
  );
  return writeJudged(root, ['query', 'rim', 'sdg', 'xlink', 'xsi'], RULE_SETS[response.specification].response);
}
