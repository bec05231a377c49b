import { QUERY_SERVICE, REGREP_MEDIA_TYPE } from '../header/ebms-header.js';
import { EDM_2_0 } from '../specification.js';
import {
  attributeIs,
  attributeLike,
  both,
  organisation,
  SHAPES,
  textIs,
  textLike,
  type Condition,
} from './conditions.js';
import { Path } from './path.js';
import { fatal, warning, type Rule } from './rule.js';

export const GATEWAY_ROLE = 'http://sdg.europa.eu/edelivery/gateway';
export const SERVICE_TYPE = 'urn:oasis:names:tc:ebcore:ebrs:ebms:binding:1.0';

const userMessage = Path.root('eb:Messaging').child('eb:UserMessage');
const collaboration = userMessage.child('eb:CollaborationInfo');
const parties = userMessage.child('eb:PartyInfo').children();
export const properties = userMessage.child('eb:MessageProperties');
const parts = userMessage.child('eb:PayloadInfo').child('eb:PartInfo');
export const service = collaboration.child('eb:Service');
export const action = collaboration.child('eb:Action');

const property = (...names: readonly string[]) => properties.child('eb:Property').where(attributeIs('name', ...names));
const actionIs =
  (...actions: readonly string[]): Condition =>
  (message) =>
    actions.includes(message.first('eb:CollaborationInfo')?.first('eb:Action')?.text ?? '');
const payloadOf = (...actions: readonly string[]) => userMessage.where(actionIs(...actions)).child('eb:PayloadInfo');
const holdsRegRep: Condition = (partProperties) =>
  partProperties
    .all('eb:Property')
    .some((candidate) => candidate.attribute('name') === 'MimeType' && candidate.text === REGREP_MEDIA_TYPE);

export const PROPERTIES = ['originalSender', 'finalRecipient', 'ExchangeId', 'SpecificationId'] as const;

/** @param specification the literal of the line */
export function headerSpecification(specification: string): Rule {
  return fatal(
    'R-EDM-ebMS-038',
    '2.0',
    `SpecificationId is ${specification}`,
    property('SpecificationId'),
    textIs(specification),
  );
}

/** R-EDM-ebMS, and the documented constraints whose official number is not known. @see TDD 4.7.1 */
export const HEADER_RULES: readonly Rule[] = [
  fatal(
    'R-EDM-ebMS-017',
    '1.1',
    'ConversationId is a bare UUID',
    collaboration.child('eb:ConversationId'),
    textLike(SHAPES.uuid),
  ),
  fatal(
    'R-EDM-ebMS-018',
    '2.0',
    'a message has exactly four properties',
    properties,
    (list) => list.all('eb:Property').length === PROPERTIES.length,
  ),
  fatal(
    'R-EDM-ebMS-019',
    '2.0',
    'originalSender, finalRecipient, ExchangeId and SpecificationId are given once each',
    properties,
    (list) => PROPERTIES.every((name) => list.all('eb:Property').filter(attributeIs('name', name)).length === 1),
  ),
  fatal(
    'R-EDM-ebMS-023',
    '1.1',
    'a request or error has exactly one part',
    payloadOf('ExecuteQueryRequest', 'ExceptionResponse'),
    (payload) => payload.all('eb:PartInfo').length === 1,
  ),
  fatal(
    'R-EDM-ebMS-030',
    '1.1',
    'the part of a request or error is a RegRep document',
    payloadOf('ExecuteQueryRequest', 'ExceptionResponse').child('eb:PartInfo').child('eb:PartProperties'),
    holdsRegRep,
  ),
  warning(
    'R-EDM-ebMS-032',
    '1.1',
    'the first part of a response is the RegRep document',
    payloadOf('ExecuteQueryResponse')
      .child('eb:PartInfo')
      .where((part) => part.parent?.first('eb:PartInfo') === part)
      .child('eb:PartProperties'),
    holdsRegRep,
  ),
  fatal('R-EDM-ebMS-037', '2.0', 'ExchangeId is a bare UUID', property('ExchangeId'), textLike(SHAPES.uuid)),
  headerSpecification(EDM_2_0),
  fatal('POC-ebMS-01', '1.0', `both roles are ${GATEWAY_ROLE}`, parties.child('eb:Role'), textIs(GATEWAY_ROLE)),
  fatal(
    'POC-ebMS-02',
    '1.0',
    'the service is QueryManager with its type',
    service,
    both(textIs(QUERY_SERVICE), attributeIs('type', SERVICE_TYPE)),
  ),
  fatal(
    'POC-ebMS-03',
    '1.0',
    'the action is ExecuteQueryRequest, ExecuteQueryResponse or ExceptionResponse',
    action,
    textIs('ExecuteQueryRequest', 'ExecuteQueryResponse', 'ExceptionResponse'),
  ),
  fatal(
    'POC-ebMS-04',
    '1.0',
    'parties and corners are identified by EAS:<code> or unregistered:<country or oots>',
    Path.either(parties.child('eb:PartyId'), property('originalSender', 'finalRecipient')),
    organisation('type'),
  ),
  fatal('POC-ebMS-05', '1.0', 'a part is addressed by a cid: URL', parts, attributeLike('href', SHAPES.cid)),
  fatal(
    'POC-ebMS-06',
    '1.0',
    'MessageId is <uuid>@<domain>',
    userMessage.child('eb:MessageInfo').child('eb:MessageId'),
    textLike(/^[^@\s]+@[^@\s]+$/),
  ),
];
