import { writeBackgroundBasis } from '../background/background.xml.js';
import {
  anySlot,
  booleanSlot,
  collectionSlot,
  dateTimeSlot,
  optionalStringSlot,
  stringSlot,
} from '../regrep/slot.xml.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { writeClassifiedAgent, writeIdentifiedAgent } from '../sdg/agent.xml.js';
import { writeLegalPerson, writeNaturalPerson } from '../sdg/person.xml.js';
import { writeTexts } from '../sdg/texts.xml.js';
import type { Subject } from '../subject/subject.js';
import { writeJudged } from '../xml/write-judged.js';
import { element, optionalText, textElement, type Markup } from '../xml/xml-writer.js';
import type {
  EvidenceRequest,
  ProviderClassification,
  RequestedDistribution,
  RequestedEvidenceType,
  RequestedRequirement,
} from './evidence-request.js';

function requirement({ identifier, names, descriptions }: RequestedRequirement): Markup {
  return element(
    'sdg:Requirement',
    {},
    textElement('sdg:Identifier', identifier),
    writeTexts('sdg:Name', names),
    writeTexts('sdg:Description', descriptions),
  );
}

function supportedValue(value: ProviderClassification['value']): Markup {
  switch (value.kind) {
    case 'string':
      return textElement('sdg:StringValue', value.value);
    case 'date':
      return textElement('sdg:DateValue', value.value);
    case 'boolean':
      return textElement('sdg:BooleanValue', String(value.value));
  }
}

function providerClassification(classification: ProviderClassification): Markup {
  return element(
    'sdg:EvidenceProviderClassification',
    {},
    textElement('sdg:Identifier', classification.identifier, { schemeID: classification.scheme }),
    textElement('sdg:Type', classification.type),
    optionalText('sdg:ValueExpression', classification.valueExpression),
    writeTexts('sdg:Description', classification.descriptions),
    element('sdg:SupportedValue', {}, supportedValue(classification.value)),
  );
}

function distribution({ format, languages, conformsTo, associatedDocuments }: RequestedDistribution): Markup {
  return element(
    'sdg:DistributedAs',
    {},
    textElement('sdg:Format', format),
    languages.map((language) => textElement('sdg:Language', language)),
    optionalText('sdg:ConformsTo', conformsTo),
    (associatedDocuments ?? []).map((kind) => textElement('sdg:AssociatedDocumentRequest', kind)),
  );
}

function evidenceType(type: RequestedEvidenceType): Markup {
  return element(
    'sdg:DataServiceEvidenceType',
    {},
    textElement('sdg:Identifier', type.dataServiceId),
    textElement('sdg:EvidenceTypeClassification', type.classification),
    writeTexts('sdg:Title', type.titles),
    writeTexts('sdg:Description', type.descriptions),
    type.distributions.map(distribution),
  );
}

function subjectSlot(subject: Subject): Markup {
  return subject.kind === 'natural'
    ? anySlot('NaturalPerson', writeNaturalPerson('sdg:Person', subject.person))
    : anySlot('LegalPerson', writeLegalPerson(subject.person));
}

function query({ subject, representative, evidenceType: type }: EvidenceRequest): Markup {
  return element(
    'query:Query',
    { queryDefinition: 'DocumentQuery' },
    subjectSlot(subject),
    representative?.natural &&
      anySlot('AuthorizedRepresentative', writeNaturalPerson('sdg:Person', representative.natural)),
    representative?.legal && anySlot('AuthorizedRepresentativeLegalPerson', writeLegalPerson(representative.legal)),
    anySlot('EvidenceRequest', evidenceType(type)),
  );
}

/**
 * Writes `query:QueryRequest`.
 *
 * @returns the document, UTF-8 by its declaration
 * @throws {UnwritableMessage} when the request breaks a rule of its specification
 * @throws {RangeError} when a text holds a character that XML cannot carry
 * @see TDD 4.5.1
 */
export function writeEvidenceRequest(request: EvidenceRequest): string {
  const { providerClassifications = [] } = request;
  const root = element(
    'query:QueryRequest',
    { id: request.id },
    stringSlot('SpecificationIdentifier', request.specification),
    dateTimeSlot('IssueDateTime', request.issuedAt),
    stringSlot('Procedure', request.procedure),
    optionalStringSlot('PreviewLocation', request.preview?.previewLocation),
    optionalStringSlot('ReturnLocation', request.preview?.returnLocation),
    booleanSlot('PossibilityForPreview', request.possibilityForPreview),
    booleanSlot('ExplicitRequestGiven', request.explicitRequestGiven),
    collectionSlot('Requirements', request.requirements.map(requirement)),
    collectionSlot('EvidenceRequester', [
      writeClassifiedAgent(request.requester, 'ER'),
      ...request.intermediaries.map((agent) => writeClassifiedAgent(agent, 'IP')),
    ]),
    anySlot('EvidenceProvider', writeIdentifiedAgent(request.provider)),
    providerClassifications.length === 0
      ? undefined
      : collectionSlot('EvidenceProviderClassification', providerClassifications.map(providerClassification)),
    request.background && writeBackgroundBasis(request.background),
    element('query:ResponseOption', { returnType: 'LeafClassWithRepositoryItem' }),
    query(request),
  );
  return writeJudged(root, ['query', 'rim', 'sdg', 'xsi'], RULE_SETS[request.specification].request);
}
