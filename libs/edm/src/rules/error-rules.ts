import { COUNTRIES } from '../code-lists/countries.js';
import { LANGUAGES } from '../code-lists/languages.js';
import { EDM_EXCEPTIONS } from '../exceptions/edm-exception.js';
import { EDM_2_0 } from '../specification.js';
import {
  attributeIn,
  attributeIs,
  attributeLike,
  both,
  filled,
  hasAttribute,
  holds,
  inNamespace,
  not,
  oneSlot,
  SHAPES,
  specifies,
  slotsNamed,
  textIn,
  textIs,
  textLike,
  typed,
  exactlyOne,
  type Condition,
} from './conditions.js';
import {
  conventionalPrefixes,
  language,
  mandatorySlot,
  organisationIdentifier,
  slotNamesDiffer,
  slotType,
  wordings,
} from './families.js';
import { Path } from './path.js';
import { RESPONSE, statusIs } from './response-structure.js';
import { caution, fatal, type Rule } from './rule.js';

export const ERROR_SEVERITY = 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error';
export const PREVIEW_SEVERITY = 'urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:EDMErrorResponse:PreviewRequired';

/** Slots of an exception of the 2.0 line. */
export const EXCEPTION_SLOTS = ['Timestamp', 'PreviewLocation', 'PreviewDescription'];

const anyException = Path.document.anywhere('rs:Exception');
const exception = RESPONSE.child('rs:Exception');
const provider = RESPONSE.value('ErrorProvider').child('sdg:Agent');
const requester = RESPONSE.value('EvidenceRequester').child('sdg:Agent');

const localName = (type: string) => type.slice(type.indexOf(':') + 1);
const listedType = typed(...Object.values(EDM_EXCEPTIONS).map(({ type }) => localName(type)));
const saysInvalidRequest: Condition = (error) => error.all('rs:Exception').some(typed('InvalidRequestExceptionType'));
const hasSlot =
  (name: string): Condition =>
  (element) =>
    slotsNamed(element, name).length > 0;

/** R-EDM-ERR-S: how an error is built. @see TDD 4.5.3 */
export const ERROR_STRUCTURE: readonly Rule[] = [
  fatal(
    'R-EDM-ERR-S001',
    '1.0',
    'the document element is QueryResponse',
    Path.document,
    (root) => root.local === 'QueryResponse',
  ),
  fatal('R-EDM-ERR-S002', '1.0', 'the document element is of RegRep query 4.0', Path.document, inNamespace('query')),
  caution(
    'R-EDM-ERR-S003',
    '1.0',
    'the request that is answered is named, unless it could not be read',
    RESPONSE,
    (error) => hasAttribute('requestId')(error) || saysInvalidRequest(error),
  ),
  fatal(
    'R-EDM-ERR-S004',
    '1.0',
    'requestId is urn:uuid:<UUID>',
    RESPONSE.where(hasAttribute('requestId')),
    attributeLike('requestId', SHAPES.urnUuid),
  ),
  fatal('R-EDM-ERR-S006', '1.0', 'the status is Failure', RESPONSE, statusIs('Failure')),
  fatal('R-EDM-ERR-S007', '1.0', 'an error has no object list', RESPONSE, not(holds('rim:RegistryObjectList'))),
  fatal('R-EDM-ERR-S008', '1.0', 'an error raises an exception', RESPONSE, holds('rs:Exception')),
  mandatorySlot('R-EDM-ERR-S009', '1.0', RESPONSE, 'SpecificationIdentifier'),
  mandatorySlot('R-EDM-ERR-S010', '1.0', RESPONSE, 'EvidenceResponseIdentifier'),
  mandatorySlot('R-EDM-ERR-S011', '1.0', RESPONSE, 'ErrorProvider'),
  caution('R-EDM-ERR-S012', '1.0', 'the requester is named', RESPONSE, oneSlot('EvidenceRequester')),
  mandatorySlot('R-EDM-ERR-S013', '1.0', anyException, 'Timestamp'),
  caution(
    'R-EDM-ERR-S014',
    '1.0',
    'a PreviewLocation is given once',
    anyException.where(hasSlot('PreviewLocation')),
    oneSlot('PreviewLocation'),
  ),
  caution(
    'R-EDM-ERR-S015',
    '1.0',
    'a PreviewDescription is given once',
    anyException.where(hasSlot('PreviewDescription')),
    oneSlot('PreviewDescription'),
  ),
  fatal(
    'R-EDM-ERR-S017',
    '1.0',
    'an error has no other slots than the listed ones, and no IssueDateTime',
    RESPONSE.slot(),
    attributeIs('name', 'SpecificationIdentifier', 'EvidenceResponseIdentifier', 'ErrorProvider', 'EvidenceRequester'),
  ),
  slotType('R-EDM-ERR-S018', '1.0', RESPONSE, 'SpecificationIdentifier', 'StringValueType'),
  slotType('R-EDM-ERR-S019', '1.0', RESPONSE, 'EvidenceResponseIdentifier', 'StringValueType'),
  slotType('R-EDM-ERR-S020', '1.0', RESPONSE, 'ErrorProvider', 'AnyValueType'),
  slotType('R-EDM-ERR-S021', '1.0', RESPONSE, 'EvidenceRequester', 'AnyValueType'),
  slotType('R-EDM-ERR-S022', '1.0', exception, 'Timestamp', 'DateTimeValueType'),
  slotType('R-EDM-ERR-S023', '1.0', anyException, 'PreviewLocation', 'StringValueType'),
  slotType('R-EDM-ERR-S024', '1.0', anyException, 'PreviewDescription', 'InternationalStringValueType'),
  fatal(
    'R-EDM-ERR-S026',
    '1.0',
    'the provider of an error is one agent',
    RESPONSE.value('ErrorProvider'),
    exactlyOne('sdg:Agent'),
  ),
  fatal(
    'R-EDM-ERR-S027',
    '1.0',
    'an exception has no other slots than the listed ones',
    anyException.slot(),
    attributeIs('name', ...EXCEPTION_SLOTS),
  ),
  fatal(
    'R-EDM-ERR-S028',
    '1.1',
    'a slot has exactly one value',
    Path.document.anywhere('rim:Slot'),
    exactlyOne('rim:SlotValue'),
  ),
  fatal(
    'R-EDM-ERR-S029',
    '1.1',
    'a slot value is not empty',
    Path.document.anywhere('rim:SlotValue'),
    (value) => value.children.length > 0,
  ),
  slotNamesDiffer('POC-ERR-01'),
  conventionalPrefixes('POC-ERR-02'),
];

/** @param specification the literal of the line */
export function errorSpecification(specification: string): Rule {
  return fatal(
    'R-EDM-ERR-C001',
    '1.0',
    `the specification is ${specification}`,
    RESPONSE.value('SpecificationIdentifier'),
    specifies(specification),
  );
}

/** R-EDM-ERR-C: what an error says. @see TDD 4.5.3 */
export const ERROR_CONTENT: readonly Rule[] = [
  errorSpecification(EDM_2_0),
  fatal(
    'R-EDM-ERR-C002',
    '1.0',
    'EvidenceResponseIdentifier is a bare UUID',
    RESPONSE.value('EvidenceResponseIdentifier').child('rim:Value'),
    textLike(SHAPES.uuid),
  ),
  ...organisationIdentifier('R-EDM-ERR-C003', 'R-EDM-ERR-C004', '1.0', provider.child('sdg:Identifier')),
  fatal(
    'R-EDM-ERR-C005',
    '1.0',
    'AdminUnitLevel1 of the provider is a country code',
    provider.child('sdg:Address').child('sdg:AdminUnitLevel1'),
    textIn(COUNTRIES),
  ),
  fatal(
    'R-EDM-ERR-C006',
    '2.0',
    'AdminUnitLevel2 has the shape of a NUTS code',
    provider.child('sdg:Address').child('sdg:AdminUnitLevel2'),
    textLike(SHAPES.nuts),
  ),
  fatal('R-EDM-ERR-C007', '1.0', 'the provider of an error is classified', provider, filled('sdg:Classification')),
  fatal(
    'R-EDM-ERR-C008',
    '1.0',
    'the provider of an error is ERRP, EP or IP',
    provider.child('sdg:Classification'),
    textIs('ERRP', 'EP', 'IP'),
  ),
  ...organisationIdentifier('R-EDM-ERR-C009', 'R-EDM-ERR-C010', '1.0', requester.child('sdg:Identifier')),
  fatal(
    'R-EDM-ERR-C011',
    '1.0',
    'a Failure raises an exception',
    RESPONSE.where(statusIs('Failure')),
    holds('rs:Exception'),
  ),
  fatal('R-EDM-ERR-C012', '1.0', 'an exception has a type', exception, hasAttribute('xsi:type')),
  fatal(
    'R-EDM-ERR-C013',
    '1.0',
    'the type of an exception is one of the eight',
    exception.where(hasAttribute('xsi:type')),
    listedType,
  ),
  fatal(
    'R-EDM-ERR-C014',
    '1.0',
    'the severity is Error or PreviewRequired',
    exception.where(hasAttribute('severity')),
    attributeIs('severity', ERROR_SEVERITY, PREVIEW_SEVERITY),
  ),
  fatal(
    'R-EDM-ERR-C015',
    '1.0',
    'only EDM:ERR:0002 has another severity than Error',
    exception.where(both(hasAttribute('code'), not(attributeIs('code', EDM_EXCEPTIONS.missingAuthorization.code)))),
    attributeIs('severity', ERROR_SEVERITY),
  ),
  fatal('R-EDM-ERR-C016', '1.0', 'an exception has a message', exception, hasAttribute('message')),
  fatal(
    'R-EDM-ERR-C017',
    '1.0',
    'the code is EDM:ERR:0001 to 0008',
    exception.where(hasAttribute('code')),
    attributeIs('code', ...Object.values(EDM_EXCEPTIONS).map(({ code }) => code)),
  ),
  fatal(
    'R-EDM-ERR-C018',
    '1.0',
    'Timestamp is a date and time',
    exception.value('Timestamp').child('rim:Value'),
    textLike(SHAPES.dateTime),
  ),
  fatal(
    'R-EDM-ERR-C019',
    '1.0',
    'PreviewLocation starts with https://',
    exception.value('PreviewLocation'),
    textLike(SHAPES.https),
  ),
  fatal(
    'R-EDM-ERR-C020',
    '1.0',
    'the language of a PreviewDescription is an upper-case code of LanguageCode',
    exception
      .value('PreviewDescription')
      .child('rim:Value')
      .child('rim:LocalizedString')
      .where(hasAttribute('xml:lang')),
    attributeIn('xml:lang', LANGUAGES),
  ),
  fatal(
    'R-EDM-ERR-C022',
    '1.0',
    'a PreviewLocation comes with PreviewRequired and an AuthorizationException',
    exception.where(hasSlot('PreviewLocation')),
    both(attributeIs('severity', PREVIEW_SEVERITY), typed('AuthorizationExceptionType')),
  ),
  fatal(
    'R-EDM-ERR-C023',
    '1.1',
    'the provider of an error is one agent',
    RESPONSE.value('ErrorProvider'),
    exactlyOne('sdg:Agent'),
  ),
  fatal(
    'R-EDM-ERR-C024',
    '1.1',
    'the provider of an error has one address with one country',
    provider,
    (agent) =>
      agent.all('sdg:Address').length === 1 &&
      agent.all('sdg:Address').flatMap((address) => address.all('sdg:AdminUnitLevel1')).length === 1,
  ),
  fatal(
    'R-EDM-ERR-C025',
    '1.1',
    'only an invalid request may go unnamed',
    RESPONSE.where(not(hasAttribute('requestId'))),
    saysInvalidRequest,
  ),
  fatal('R-EDM-ERR-C026', '1.1', 'an exception has a code', exception, hasAttribute('code')),
  wordings('R-EDM-ERR-C027'),
  ...language('R-EDM-ERR-C029', 'R-EDM-ERR-C028', '1.1', requester.child('sdg:Name')),
  ...language('R-EDM-ERR-C031', 'R-EDM-ERR-C030', '1.1', provider.child('sdg:Name')),
];
