import type { OrganisationIdentifier } from '../agent.js';
import { ConversationId, ExchangeId, MessageId } from '../identifiers.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { EDM_2_0, isSpecificationId, type SpecificationId } from '../specification.js';
import { readDateTime } from '../xml/data-types.js';
import { parseXml } from '../xml/parse-xml.js';
import { present } from '../xml/present.js';
import { attempt, readJudged } from '../xml/read-judged.js';
import type { ReadLimits } from '../xml/read-limits.js';
import {
  optionalChild,
  requiredAttribute,
  requiredChild,
  requiredText,
  SchemaViolation,
} from '../xml/schema-violation.js';
import { UnreadableMessage } from '../xml/unreadable-message.js';
import type { XmlElement } from '../xml/xml-element.js';
import {
  BACKGROUND_SERVICE,
  isEbmsAction,
  QUERY_SERVICE,
  type EbmsAction,
  type EbmsHeader,
  type EbmsService,
  type HeaderPart,
  type HeaderReading,
} from './ebms-header.js';

/**
 * Reads and judges `eb:Messaging`. The property SpecificationId chooses the rules before any payload is opened.
 *
 * @param limits default 2 MiB and 64 levels
 * @throws {UnreadableMessage} when it is no header that rules could judge
 * @see TDD 4.7.1
 */
export function readEbmsHeader(xml: string | Uint8Array, limits?: Partial<ReadLimits>): HeaderReading {
  return headerFrom(parseXml(xml, limits));
}

/** @param root of a document that has been parsed, or of the header inside an envelope */
export function headerFrom(root: XmlElement): HeaderReading {
  if (!root.is('eb:Messaging')) throw new UnreadableMessage('unknown-root', 'not an eb:Messaging');
  const specificationId = specificationOf(root);
  const read = () => readHeader(root, specificationId);
  return {
    ...readJudged(root, RULE_SETS[specificationId].header, read),
    ...present({ legible: attempt(read).value }),
  };
}

/** Without the property it is a 1.x message, which the rules of 2.0 refuse by name. */
function specificationOf(root: XmlElement): SpecificationId {
  const properties = root.first('eb:UserMessage')?.first('eb:MessageProperties');
  const declared = properties === undefined ? undefined : propertyOf(properties, 'SpecificationId');
  const specification = declared?.text ?? EDM_2_0;
  if (isSpecificationId(specification)) return specification;
  throw new UnreadableMessage('unknown-version', 'the specification is not one of those read here', {
    rule: 'R-EDM-ebMS-038',
  });
}

function readHeader(root: XmlElement, specificationId: SpecificationId): EbmsHeader {
  const [message, ...more] = root.children;
  if (message?.is('eb:UserMessage') !== true || more.length > 0) {
    throw new SchemaViolation('a header holds one UserMessage', root.path);
  }
  const info = requiredChild(message, 'eb:MessageInfo');
  const parties = requiredChild(message, 'eb:PartyInfo');
  const collaboration = requiredChild(message, 'eb:CollaborationInfo');
  const properties = requiredChild(message, 'eb:MessageProperties');
  const timestamp = requiredChild(info, 'eb:Timestamp');
  const answered = optionalChild(info, 'eb:RefToMessageId');
  return {
    messageId: identified(MessageId, requiredChild(info, 'eb:MessageId')),
    timestamp: readDateTime(timestamp.text, timestamp.path),
    ...present({ refToMessageId: answered && identified(MessageId, answered) }),
    from: readParty(requiredChild(parties, 'eb:From')),
    to: readParty(requiredChild(parties, 'eb:To')),
    service: readService(collaboration),
    action: readAction(collaboration),
    conversationId: identified(ConversationId, requiredChild(collaboration, 'eb:ConversationId')),
    originalSender: readOrganisation(requiredProperty(properties, 'originalSender')),
    finalRecipient: readOrganisation(requiredProperty(properties, 'finalRecipient')),
    exchangeId: identified(ExchangeId, requiredProperty(properties, 'ExchangeId')),
    specificationId,
    parts: requiredChild(message, 'eb:PayloadInfo').all('eb:PartInfo').map(readPart),
  };
}

interface Kind<Id extends string> {
  is(text: string): text is Id;
}

function identified<Id extends string>(kind: Kind<Id>, element: XmlElement): Id {
  const { text } = element;
  if (!kind.is(text)) throw new SchemaViolation('not an identifier of this kind', element.path);
  return text;
}

function readParty(party: XmlElement): OrganisationIdentifier {
  return readOrganisation(requiredChild(party, 'eb:PartyId'));
}

function readOrganisation(element: XmlElement): OrganisationIdentifier {
  return { scheme: requiredAttribute(element, 'type'), value: element.text };
}

function readService(collaboration: XmlElement): EbmsService {
  const service = requiredText(collaboration, 'eb:Service');
  if (service === QUERY_SERVICE || service === BACKGROUND_SERVICE) return service;
  throw new SchemaViolation('not a service', collaboration.path);
}

function readAction(collaboration: XmlElement): EbmsAction {
  const action = requiredText(collaboration, 'eb:Action');
  if (isEbmsAction(action)) return action;
  throw new SchemaViolation('not an action', collaboration.path);
}

function propertyOf(list: XmlElement, name: string): XmlElement | undefined {
  return list.all('eb:Property').find((candidate) => candidate.attribute('name') === name);
}

function requiredProperty(list: XmlElement, name: string): XmlElement {
  const property = propertyOf(list, name);
  if (property === undefined) throw new SchemaViolation(`the property ${name} is missing`, list.path);
  return property;
}

function readPart(part: XmlElement): HeaderPart {
  const properties = requiredChild(part, 'eb:PartProperties');
  return {
    contentId: requiredAttribute(part, 'href').replace(/^cid:/, ''),
    mimeType: requiredProperty(properties, 'MimeType').text,
  };
}
