import { STRUCTURED_MEDIA_TYPES } from '../code-lists/media-types.js';
import { BACKGROUND_SERVICE, QUERY_SERVICE } from '../header/ebms-header.js';
import { EDM_BACKGROUND_0_1 } from '../specification.js';
import type { XmlElement } from '../xml/xml-element.js';
import { both, exactlyOne, SHAPES, slotsNamed, textIn, typed, type Condition } from './conditions.js';
import { action, headerSpecification, HEADER_RULES, SERVICE_TYPE } from './header-rules.js';
import { Path } from './path.js';
import { requestSpecification } from './request-content.js';
import { closedListOfRequestSlots, QUERY, REQUEST } from './request-structure.js';
import { classified, closedListOfResponseChildren, objects, RESPONSE } from './response-structure.js';
import { responseSpecification } from './response-content.js';
import { amended, fatal, type Rule } from './rule.js';

/** Rules of `oots-edm-bg:v0.1`, and the 2.0 rules that it reads anew. */

const REQUEST_SLOTS = [
  'BgExchangeMode',
  'BgLegalBasis',
  'BgPurpose',
  'BgNotice',
  'BgConsent',
  'BgCaseReference',
  'BgRequestedAttributes',
];
const RESPONSE_SLOTS = ['BgUsageReference', 'BgDisclosedAttributes', 'BgSubscriptionIdentifier'];

/** A text of an element inside, by shape. */
const inside =
  (name: `bg:${string}`, shape: RegExp): Condition =>
  (element) =>
    element.all(name).length === 1 && shape.test(element.first(name)?.text ?? '');

const optionally =
  (name: `bg:${string}`, shape: RegExp): Condition =>
  (element) =>
    element.all(name).length <= 1 && element.all(name).every((found) => shape.test(found.text));

const ANYTHING = /\S/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

const legalBasis = both(
  inside('bg:Type', /^GDPR-6-1-[ace]$/),
  inside('bg:Instrument', ANYTHING),
  inside('bg:Article', ANYTHING),
  inside('bg:MemberState', /^[A-Z]{2}$/),
  optionally('bg:SpecialCategoryGround', /^GDPR-9-2-[a-j]$/),
  optionally('bg:PreviewExemption', ANYTHING),
);

const purpose = both(
  inside('bg:Code', ANYTHING),
  (element) =>
    element.all('bg:Description').length > 0 &&
    element.all('bg:Description').every((text) => /^[A-Z]{2}$/.test(text.attribute('lang') ?? '') && text.text !== ''),
);

const notice = both(
  inside('bg:Identifier', ANYTHING),
  inside('bg:Digest', /^sha256:[0-9a-f]{64}$/),
  inside('bg:GivenAt', INSTANT),
);

const consent = both(
  inside('bg:Identifier', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  inside('bg:Version', /^\+?0*[1-9]\d*$/),
  inside('bg:Issuer', ANYTHING),
  inside('bg:ExpiresAt', INSTANT),
  inside('bg:Token', /^[\w-]+\.[\w-]*\.[\w-]+$/),
);

function values(list: XmlElement, slot: string): readonly XmlElement[] {
  return slotsNamed(list, slot).flatMap((found) => found.all('rim:SlotValue'));
}

function valueText(list: XmlElement, slot: string): string | undefined {
  return values(list, slot)[0]?.first('rim:Value')?.text;
}

function carries(list: XmlElement, slot: string, name: `bg:${string}`, valid: Condition): boolean {
  const [value, ...more] = values(list, slot);
  if (value === undefined || more.length > 0 || !typed('AnyValueType')(value)) return false;
  const content = value.first(name);
  return value.children.length === 1 && content !== undefined && valid(content);
}

function basisOf(request: XmlElement): XmlElement | undefined {
  return values(request, 'BgLegalBasis')[0]?.first('bg:LegalBasis');
}

const restsOnConsent: Condition = (request) => basisOf(request)?.first('bg:Type')?.text === 'GDPR-6-1-a';

function requesterCountry(request: XmlElement): string | undefined {
  return values(request, 'EvidenceRequester')
    .flatMap((value) => value.all('rim:Element'))
    .flatMap((element) => element.all('sdg:Agent'))
    .find((agent) => agent.first('sdg:Classification')?.text === 'ER')
    ?.first('sdg:Address')
    ?.first('sdg:AdminUnitLevel1')?.text;
}

/** `/qualification/title`: reference tokens of a JSON Pointer (RFC 6901), none of them empty. */
const ATTRIBUTE_PATH = /^(\/([^/~\s]|~[01])+)+$/;

/** A collection of strings, each the path of an attribute, none twice. */
const attributePaths: Condition = (value) => {
  const elements = value.all('rim:Element');
  const paths = elements.map((element) => element.first('rim:Value')?.text ?? '');
  return (
    typed('CollectionValueType')(value) &&
    elements.length > 0 &&
    elements.every(typed('StringValueType')) &&
    paths.every((path) => ATTRIBUTE_PATH.test(path)) &&
    new Set(paths).size === paths.length
  );
};

const structured: Condition = (distribution) => distribution.all('sdg:Format').some(textIn(STRUCTURED_MEDIA_TYPES));

/** BG-REQ but for 07, which needs the keys and the consents themselves, and the data model's part of 08. */
const BACKGROUND_REQUEST_RULES: readonly Rule[] = [
  fatal(
    'BG-REQ-01',
    '2.0',
    'BgExchangeMode is given once and is background',
    REQUEST,
    (request) =>
      slotsNamed(request, 'BgExchangeMode').length === 1 && valueText(request, 'BgExchangeMode') === 'background',
  ),
  fatal(
    'BG-REQ-02',
    '2.0',
    'PossibilityForPreview is false and no location is given',
    REQUEST,
    (request) =>
      ['false', '0'].includes(valueText(request, 'PossibilityForPreview') ?? '') &&
      slotsNamed(request, 'PreviewLocation', 'ReturnLocation').length === 0,
  ),
  fatal(
    'BG-REQ-03',
    '2.0',
    'BgLegalBasis, BgPurpose and BgNotice are given once each and are well formed',
    REQUEST,
    (request) =>
      carries(request, 'BgLegalBasis', 'bg:LegalBasis', legalBasis) &&
      carries(request, 'BgPurpose', 'bg:Purpose', purpose) &&
      carries(request, 'BgNotice', 'bg:Notice', notice),
  ),
  fatal(
    'BG-REQ-04',
    '2.0',
    'BgConsent is given, well formed, if and only if the basis is GDPR-6-1-a',
    REQUEST,
    (request) =>
      restsOnConsent(request)
        ? carries(request, 'BgConsent', 'bg:Consent', consent)
        : slotsNamed(request, 'BgConsent').length === 0,
  ),
  fatal(
    'BG-REQ-05',
    '2.0',
    'ExplicitRequestGiven is true when the basis is GDPR-6-1-a',
    REQUEST.where(restsOnConsent),
    (request) => ['true', '1'].includes(valueText(request, 'ExplicitRequestGiven') ?? ''),
  ),
  fatal('BG-REQ-06', '2.0', 'the member state of the legal basis is that of the ER agent', REQUEST, (request) => {
    const memberState = basisOf(request)?.first('bg:MemberState')?.text;
    return memberState !== undefined && memberState === requesterCountry(request);
  }),
  fatal(
    'BG-REQ-08',
    '2.0',
    'requested attributes are paths, each given once',
    REQUEST.value('BgRequestedAttributes'),
    attributePaths,
  ),
  fatal(
    'BG-REQ-09',
    '2.0',
    'a structured distribution is asked for',
    QUERY.value('EvidenceRequest').child('sdg:DataServiceEvidenceType'),
    (evidenceType) => evidenceType.all('sdg:DistributedAs').some(structured),
  ),
];

/** BG-RESP but for 03, which needs the evidence itself; the comparison of 02 needs the request. */
const BACKGROUND_RESPONSE_RULES: readonly Rule[] = [
  fatal(
    'BG-RESP-01',
    '2.0',
    'BgUsageReference is given once and is a UUID',
    RESPONSE,
    (response) =>
      slotsNamed(response, 'BgUsageReference').length === 1 &&
      SHAPES.uuid.test(valueText(response, 'BgUsageReference') ?? ''),
  ),
  fatal(
    'BG-RESP-02',
    '2.0',
    'disclosed attributes are paths, each given once',
    RESPONSE.value('BgDisclosedAttributes'),
    attributePaths,
  ),
  fatal(
    'BG-RESP-04',
    '2.0',
    'a main evidence is structured and names its data model',
    objects.where(classified('MainEvidence')).value('EvidenceMetadata').child('sdg:Evidence').child('sdg:Distribution'),
    (distribution) => structured(distribution) && exactlyOne('sdg:ConformsTo')(distribution),
  ),
];

const HEADER_PAIRS: Readonly<Record<string, readonly string[]>> = {
  [QUERY_SERVICE]: ['ExecuteQueryRequest', 'ExecuteQueryResponse', 'ExceptionResponse'],
  [BACKGROUND_SERVICE]: ['Notify'],
};

const BACKGROUND_HEADER_RULES: readonly Rule[] = [
  fatal(
    'BG-HDR-01',
    '2.0',
    'requests and answers use the service QueryManager, notifications the background service',
    Path.root('eb:Messaging').child('eb:UserMessage').child('eb:CollaborationInfo'),
    (collaboration) =>
      HEADER_PAIRS[collaboration.first('eb:Service')?.text ?? '']?.includes(
        collaboration.first('eb:Action')?.text ?? '',
      ) === true,
  ),
];

/** @returns the rules of a request of the background profile, from those of the 2.0 line */
export function backgroundRequestRules(rules: readonly Rule[]): readonly Rule[] {
  const read = [requestSpecification(EDM_BACKGROUND_0_1), closedListOfRequestSlots(...REQUEST_SLOTS)];
  return [...amended(rules, read), ...BACKGROUND_REQUEST_RULES];
}

/** @returns the rules of a response of the background profile, from those of the 2.0 line */
export function backgroundResponseRules(rules: readonly Rule[]): readonly Rule[] {
  const read = [responseSpecification(EDM_BACKGROUND_0_1), closedListOfResponseChildren(...RESPONSE_SLOTS)];
  return [...amended(rules, read), ...BACKGROUND_RESPONSE_RULES];
}

/** The header rules of the background profile: those of the 2.0 line, with its literal, service and action. */
export const BACKGROUND_HEADER: readonly Rule[] = [
  ...amended(HEADER_RULES, [
    headerSpecification(EDM_BACKGROUND_0_1),
    fatal(
      'POC-ebMS-02',
      '2.0',
      'QueryManager comes with its type, the background service without',
      Path.root('eb:Messaging').child('eb:UserMessage').child('eb:CollaborationInfo').child('eb:Service'),
      (service) =>
        service.text === QUERY_SERVICE
          ? service.attribute('type') === SERVICE_TYPE
          : service.text === BACKGROUND_SERVICE && service.attribute('type') === undefined,
    ),
    fatal('POC-ebMS-03', '2.0', 'the action is one of the profile', action, (element) =>
      Object.values(HEADER_PAIRS).some((actions) => actions.includes(element.text)),
    ),
  ]),
  ...BACKGROUND_HEADER_RULES,
];
