import type { OrganisationIdentifier } from '../agent.js';
import { GATEWAY_ROLE, SERVICE_TYPE } from '../rules/header-rules.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { writeDateTime } from '../xml/data-types.js';
import { writeJudged } from '../xml/write-judged.js';
import { element, optionalText, textElement, type Markup } from '../xml/xml-writer.js';
import { QUERY_SERVICE, type EbmsHeader, type HeaderPart } from './ebms-header.js';

function party(name: 'eb:From' | 'eb:To', { scheme, value }: OrganisationIdentifier): Markup {
  return element(name, {}, textElement('eb:PartyId', value, { type: scheme }), textElement('eb:Role', GATEWAY_ROLE));
}

function property(name: string, value: string, type?: string): Markup {
  return textElement('eb:Property', value, { name, type });
}

function corner(name: string, { scheme, value }: OrganisationIdentifier): Markup {
  return property(name, value, scheme);
}

function part({ contentId, mimeType }: HeaderPart): Markup {
  return element(
    'eb:PartInfo',
    { href: `cid:${contentId}` },
    element('eb:PartProperties', {}, property('MimeType', mimeType)),
  );
}

/**
 * Writes `eb:Messaging` with one user message.
 *
 * @throws {UnwritableMessage} when the header breaks a rule of its specification
 * @throws {RangeError} when a text holds a character that XML cannot carry
 * @see TDD 4.7.1
 */
export function writeEbmsHeader(header: EbmsHeader): string {
  const root = element(
    'eb:Messaging',
    {},
    element(
      'eb:UserMessage',
      {},
      element(
        'eb:MessageInfo',
        {},
        textElement('eb:Timestamp', writeDateTime(header.timestamp)),
        textElement('eb:MessageId', header.messageId),
        optionalText('eb:RefToMessageId', header.refToMessageId),
      ),
      element('eb:PartyInfo', {}, party('eb:From', header.from), party('eb:To', header.to)),
      element(
        'eb:CollaborationInfo',
        {},
        textElement('eb:Service', header.service, {
          type: header.service === QUERY_SERVICE ? SERVICE_TYPE : undefined,
        }),
        textElement('eb:Action', header.action),
        textElement('eb:ConversationId', header.conversationId),
      ),
      element(
        'eb:MessageProperties',
        {},
        corner('originalSender', header.originalSender),
        corner('finalRecipient', header.finalRecipient),
        property('ExchangeId', header.exchangeId),
        property('SpecificationId', header.specificationId),
      ),
      element('eb:PayloadInfo', {}, header.parts.map(part)),
    ),
  );
  return writeJudged(root, ['eb'], RULE_SETS[header.specificationId].header);
}
