import type { Agent } from '../agent.js';
import { readBackgroundBasis } from '../background/background.xml.js';
import { RequestId } from '../identifiers.js';
import { isFatal } from '../reading.js';
import {
  requiredContent,
  requiredSlotText,
  slotBoolean,
  slotContent,
  slotContents,
  slotDateTime,
  slotText,
} from '../regrep/read-slot.js';
import { expectRoot, specificationOf } from '../regrep/specification-of.js';
import { REQUEST_CONTENT } from '../rules/request-content.js';
import { judge } from '../rules/rule.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { readAgent } from '../sdg/agent.xml.js';
import { readLegalPerson, readNaturalPerson } from '../sdg/person.xml.js';
import { readTexts } from '../sdg/texts.xml.js';
import { EDM_BACKGROUND_0_1 } from '../specification.js';
import type { Subject } from '../subject/subject.js';
import { readBoolean, readDate } from '../xml/data-types.js';
import { parseXml } from '../xml/parse-xml.js';
import { present, unlessEmpty } from '../xml/present.js';
import { attempt, readJudged } from '../xml/read-judged.js';
import type { ReadLimits } from '../xml/read-limits.js';
import {
  childText,
  childTexts,
  requiredAttribute,
  requiredChild,
  requiredText,
  SchemaViolation,
} from '../xml/schema-violation.js';
import type { XmlElement } from '../xml/xml-element.js';
import type {
  AssociatedDocument,
  EvidenceRequest,
  PreviewLocations,
  ProviderClassification,
  Representatives,
  RequestedDistribution,
  RequestedEvidenceType,
  RequestedRequirement,
  RequestReading,
} from './evidence-request.js';

/**
 * Reads and judges `query:QueryRequest`: any prefixes, slots in any order, stray text beside elements tolerated.
 *
 * @param limits default 2 MiB and 64 levels
 * @throws {UnreadableMessage} when it is no request that rules could judge
 * @see TDD 4.5.1
 */
export function readEvidenceRequest(xml: string | Uint8Array, limits?: Partial<ReadLimits>): RequestReading {
  return requestFrom(parseXml(xml, limits));
}

/** @param root of a document that has been parsed */
export function requestFrom(root: XmlElement): RequestReading {
  expectRoot(root, 'query:QueryRequest', 'R-EDM-REQ-S001');
  const specification = specificationOf(root, 'R-EDM-REQ-C001');
  const reading = readJudged(root, RULE_SETS[specification].request, (request) => ({
    specification,
    ...readRequest(request),
    ...(specification === EDM_BACKGROUND_0_1 ? { background: readBackgroundBasis(request) } : {}),
  }));
  const id = root.attribute('id');
  return {
    ...reading,
    ...present({
      requestId: id !== undefined && RequestId.is(id) ? id : undefined,
      requester: reading.value?.requester ?? repeatableRequester(root),
    }),
  };
}

function readRequest(root: XmlElement): Omit<EvidenceRequest, 'specification' | 'background'> {
  const query = requiredChild(root, 'query:Query');
  const agents = slotContents(root, 'EvidenceRequester', 'sdg:Agent').map(readAgent);
  return {
    id: RequestId.of(requiredAttribute(root, 'id')),
    issuedAt: slotDateTime(root, 'IssueDateTime'),
    procedure: requiredSlotText(root, 'Procedure'),
    possibilityForPreview: slotBoolean(root, 'PossibilityForPreview'),
    explicitRequestGiven: slotBoolean(root, 'ExplicitRequestGiven'),
    requirements: slotContents(root, 'Requirements', 'sdg:Requirement').map(readRequirement),
    requester: requesterAmong(agents, root),
    intermediaries: agents.filter(({ classification }) => classification === 'IP'),
    provider: readAgent(requiredContent(root, 'EvidenceProvider', 'sdg:Agent')),
    subject: readSubject(query),
    evidenceType: readEvidenceType(requiredContent(query, 'EvidenceRequest', 'sdg:DataServiceEvidenceType')),
    ...present({
      preview: readPreview(root),
      providerClassifications: unlessEmpty(
        slotContents(root, 'EvidenceProviderClassification', 'sdg:EvidenceProviderClassification').map(
          readProviderClassification,
        ),
      ),
      representative: readRepresentatives(query),
    }),
  };
}

function requesterAmong(agents: readonly Agent[], root: XmlElement): Agent {
  const requester = agents.find(({ classification }) => classification === 'ER');
  if (requester === undefined) throw new SchemaViolation('no agent is the requester', root.path);
  return requester;
}

/** Rules of the agent that an answer repeats: where they fail, no conformant answer can name it. @see TDD 4.5.3 */
const REPEATED_RULES = new Set(['R-EDM-REQ-C011', 'R-EDM-REQ-C012', 'R-EDM-REQ-C108', 'R-EDM-REQ-C109']);
const repeatedRules = REQUEST_CONTENT.filter(({ id }) => REPEATED_RULES.has(id));

function repeatableRequester(root: XmlElement): Agent | undefined {
  if (judge(root, repeatedRules).some(isFatal)) return undefined;
  return attempt(() => requesterAmong(slotContents(root, 'EvidenceRequester', 'sdg:Agent').map(readAgent), root)).value;
}

function readPreview(root: XmlElement): PreviewLocations | undefined {
  const previewLocation = slotText(root, 'PreviewLocation');
  const returnLocation = slotText(root, 'ReturnLocation');
  if (previewLocation === undefined || returnLocation === undefined) return undefined;
  return { previewLocation, returnLocation };
}

function readRequirement(requirement: XmlElement): RequestedRequirement {
  return {
    identifier: requiredText(requirement, 'sdg:Identifier'),
    names: readTexts(requirement, 'sdg:Name'),
    ...present({ descriptions: unlessEmpty(readTexts(requirement, 'sdg:Description')) }),
  };
}

function readProviderClassification(classification: XmlElement): ProviderClassification {
  const identifier = requiredChild(classification, 'sdg:Identifier');
  return {
    identifier: identifier.text,
    type: requiredText(classification, 'sdg:Type'),
    value: readSupportedValue(requiredChild(classification, 'sdg:SupportedValue')),
    ...present({
      scheme: identifier.attribute('schemeID'),
      valueExpression: childText(classification, 'sdg:ValueExpression'),
      descriptions: unlessEmpty(readTexts(classification, 'sdg:Description')),
    }),
  };
}

function readSupportedValue(supported: XmlElement): ProviderClassification['value'] {
  const [value, ...more] = supported.children;
  if (value !== undefined && more.length === 0) {
    if (value.is('sdg:StringValue')) return { kind: 'string', value: value.text };
    if (value.is('sdg:DateValue')) return { kind: 'date', value: readDate(value.text, value.path) };
    if (value.is('sdg:BooleanValue')) return { kind: 'boolean', value: readBoolean(value.text, value.path) };
  }
  throw new SchemaViolation('SupportedValue holds one value', supported.path);
}

function readSubject(query: XmlElement): Subject {
  const natural = slotContent(query, 'NaturalPerson', 'sdg:Person');
  if (natural !== undefined) return { kind: 'natural', person: readNaturalPerson(natural) };
  return { kind: 'legal', person: readLegalPerson(requiredContent(query, 'LegalPerson', 'sdg:LegalPerson')) };
}

function readRepresentatives(query: XmlElement): Representatives | undefined {
  const natural = slotContent(query, 'AuthorizedRepresentative', 'sdg:Person');
  const legal = slotContent(query, 'AuthorizedRepresentativeLegalPerson', 'sdg:LegalPerson');
  if (natural === undefined && legal === undefined) return undefined;
  return present({ natural: natural && readNaturalPerson(natural), legal: legal && readLegalPerson(legal) });
}

function readEvidenceType(type: XmlElement): RequestedEvidenceType {
  return {
    dataServiceId: requiredText(type, 'sdg:Identifier'),
    classification: requiredText(type, 'sdg:EvidenceTypeClassification'),
    titles: readTexts(type, 'sdg:Title'),
    distributions: type.all('sdg:DistributedAs').map(readDistribution),
    ...present({ descriptions: unlessEmpty(readTexts(type, 'sdg:Description')) }),
  };
}

function readDistribution(distribution: XmlElement): RequestedDistribution {
  return {
    format: requiredText(distribution, 'sdg:Format'),
    languages: childTexts(distribution, 'sdg:Language'),
    ...present({
      conformsTo: childText(distribution, 'sdg:ConformsTo'),
      associatedDocuments: unlessEmpty(
        childTexts(distribution, 'sdg:AssociatedDocumentRequest') as readonly AssociatedDocument[],
      ),
    }),
  };
}
