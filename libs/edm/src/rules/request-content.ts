import { COUNTRIES, OOTS_COUNTRIES } from '../code-lists/countries.js';
import { MEDIA_TYPES, STRUCTURED_MEDIA_TYPES } from '../code-lists/media-types.js';
import { LANGUAGES } from '../code-lists/languages.js';
import { isProcedure } from '../code-lists/procedures.js';
import { EDM_2_0 } from '../specification.js';
import type { XmlElement } from '../xml/xml-element.js';
import {
  attributeIs,
  exactEvidenceTypeClassification,
  expecting,
  filled,
  hasAttribute,
  holds,
  not,
  SHAPES,
  specifies,
  textIn,
  textIs,
  textLike,
  type Condition,
} from './conditions.js';
import { language, organisationIdentifier, wordings } from './families.js';
import type { Path } from './path.js';
import { QUERY, REQUEST } from './request-structure.js';
import { caution, fatal, warning, type Rule } from './rule.js';

const requirement = REQUEST.collected('Requirements').child('sdg:Requirement');
const requester = REQUEST.collected('EvidenceRequester').child('sdg:Agent');
const provider = REQUEST.value('EvidenceProvider').child('sdg:Agent');
const classification = REQUEST.collected('EvidenceProviderClassification').child('sdg:EvidenceProviderClassification');
const evidenceType = QUERY.value('EvidenceRequest').child('sdg:DataServiceEvidenceType');
const distribution = evidenceType.child('sdg:DistributedAs');

const isRequester = (agent: XmlElement) => agent.first('sdg:Classification')?.exactText === 'ER';
const formatIn =
  (format: Condition): Condition =>
  (element) =>
    element.all('sdg:Format').some(format);

/** @param specification the literal of the line */
export function requestSpecification(specification: string): Rule {
  return fatal(
    'R-EDM-REQ-C001',
    '1.0',
    `the specification is ${specification}`,
    REQUEST.value('SpecificationIdentifier'),
    specifies(specification),
  );
}

function https(id: string, slot: string, since: '1.0' | '2.0'): Rule {
  return fatal(id, since, `${slot} starts with https://`, REQUEST.value(slot), textLike(SHAPES.https));
}

function region(id: string, agents: Path): Rule {
  return fatal(
    id,
    '2.0',
    'AdminUnitLevel2 has the shape of a NUTS code',
    agents.child('sdg:Address').child('sdg:AdminUnitLevel2'),
    textLike(SHAPES.nuts),
  );
}

/** R-EDM-REQ-C but for persons: what a request says. @see TDD 4.5.1 */
export const REQUEST_CONTENT: readonly Rule[] = [
  requestSpecification(EDM_2_0),
  fatal(
    'R-EDM-REQ-C002',
    '1.0',
    'IssueDateTime is a date and time',
    REQUEST.value('IssueDateTime').child('rim:Value'),
    textLike(SHAPES.dateTime),
  ),
  fatal(
    'R-EDM-REQ-C003',
    '1.0',
    'the procedure is a code of Procedures, or 00',
    REQUEST.value('Procedure').child('rim:Value'),
    (value) => isProcedure(value.text),
  ),
  https('R-EDM-REQ-C005', 'PreviewLocation', '1.0'),
  fatal(
    'R-EDM-REQ-C008',
    '1.0',
    'a requirement is identified in the Semantic Repository',
    requirement.child('sdg:Identifier'),
    textLike(SHAPES.requirement),
  ),
  ...language('R-EDM-REQ-C010', 'R-EDM-REQ-C009', '1.1', requirement.child('sdg:Name')),
  ...organisationIdentifier('R-EDM-REQ-C011', 'R-EDM-REQ-C012', '1.0', requester.child('sdg:Identifier')),
  fatal('R-EDM-REQ-C013', '1.0', 'a requesting agent is classified', requester, filled('sdg:Classification')),
  fatal(
    'R-EDM-REQ-C014',
    '1.0',
    'a requesting agent is ER or IP',
    requester.child('sdg:Classification'),
    textIs('ER', 'IP'),
  ),
  fatal(
    'R-EDM-REQ-C015',
    '1.0',
    'AdminUnitLevel1 of a requesting agent is a country code',
    requester.child('sdg:Address').child('sdg:AdminUnitLevel1'),
    textIn(COUNTRIES),
  ),
  region('R-EDM-REQ-C016', requester),
  ...organisationIdentifier('R-EDM-REQ-C017', 'R-EDM-REQ-C018', '1.0', provider.child('sdg:Identifier')),
  fatal(
    'R-EDM-REQ-C019',
    '1.0',
    'the identifier of a provider classification is a UUID',
    classification.child('sdg:Identifier'),
    textLike(SHAPES.endsWithUuid),
  ),
  fatal('R-EDM-REQ-C020', '1.0', 'a provider classification has a type', classification, filled('sdg:Type')),
  ...language('R-EDM-REQ-C022', 'R-EDM-REQ-C021', '1.0', classification.child('sdg:Description')),
  fatal(
    'R-EDM-REQ-C023',
    '1.0',
    'a provider classification carries the value the user chose',
    classification,
    filled('sdg:SupportedValue'),
  ),
  fatal(
    'R-EDM-REQ-C024',
    '1.0',
    'the return type is LeafClassWithRepositoryItem',
    REQUEST.child('query:ResponseOption'),
    attributeIs('returnType', 'LeafClassWithRepositoryItem'),
  ),
  fatal(
    'R-EDM-REQ-C025',
    '1.0',
    'the query definition is DocumentQuery',
    QUERY,
    attributeIs('queryDefinition', 'DocumentQuery'),
  ),
  fatal(
    'R-EDM-REQ-C026',
    '1.0',
    'the directory record is identified by a UUID',
    evidenceType.child('sdg:Identifier'),
    textLike(SHAPES.endsWithUuid),
  ),
  fatal(
    'R-EDM-REQ-C027',
    '1.0',
    'the evidence type is classified in the Semantic Repository for a participating country',
    evidenceType.child('sdg:EvidenceTypeClassification'),
    exactEvidenceTypeClassification,
  ),
  ...language('R-EDM-REQ-C029', 'R-EDM-REQ-C028', '1.0', evidenceType.child('sdg:Title')),
  ...language('R-EDM-REQ-C031', 'R-EDM-REQ-C030', '1.0', evidenceType.child('sdg:Description')),
  fatal('R-EDM-REQ-C032', '2.0', 'at least one distribution is asked for', evidenceType, holds('sdg:DistributedAs')),
  fatal(
    'R-EDM-REQ-C033',
    '1.0',
    'the format is a code of OOTSMediaTypes',
    distribution.child('sdg:Format'),
    textIn(MEDIA_TYPES),
  ),
  fatal(
    'R-EDM-REQ-C034',
    '1.0',
    'ConformsTo is a data model of the Semantic Repository',
    distribution.child('sdg:ConformsTo'),
    textLike(SHAPES.dataModel),
  ),
  warning(
    'R-EDM-REQ-C070',
    '1.1',
    'an XML distribution names its data model',
    distribution.where(formatIn(textIs('application/xml'))),
    holds('sdg:ConformsTo'),
  ),
  warning(
    'R-EDM-REQ-C071',
    '1.1',
    'a JSON distribution names its data model',
    distribution.where(formatIn(textIs('application/json'))),
    holds('sdg:ConformsTo'),
  ),
  fatal(
    'R-EDM-REQ-C073',
    '1.1',
    'the ER agent has exactly one country',
    requester.where(isRequester),
    (agent) =>
      agent
        .all('sdg:Address')
        .flatMap((address) => address.all('sdg:AdminUnitLevel1'))
        .filter((country) => country.text !== '').length === 1,
  ),
  fatal(
    'R-EDM-REQ-C074',
    '1.1',
    'exactly one requesting agent is classified ER',
    REQUEST.value('EvidenceRequester'),
    (value) =>
      value
        .all('rim:Element')
        .flatMap((element) => element.all('sdg:Agent'))
        .filter(isRequester).length === 1,
  ),
  wordings('R-EDM-REQ-C092'),
  ...language('R-EDM-REQ-C094', 'R-EDM-REQ-C093', '1.1', requirement.child('sdg:Description')),
  fatal(
    'R-EDM-REQ-C098',
    '1.1',
    'the scheme of a provider classification is a code list of a participating country',
    classification.child('sdg:Identifier').where(hasAttribute('schemeID')),
    (identifier) => OOTS_COUNTRIES.has(/\/codelists\/([^/]*)/.exec(identifier.attribute('schemeID') ?? '')?.[1] ?? ''),
  ),
  fatal('R-EDM-REQ-C106', '1.1', 'the directory record is identified', evidenceType, filled('sdg:Identifier')),
  fatal(
    'R-EDM-REQ-C107',
    '1.1',
    'an unstructured distribution names no data model',
    distribution.where(not(formatIn(textIn(STRUCTURED_MEDIA_TYPES)))),
    not(holds('sdg:ConformsTo')),
  ),
  ...language('R-EDM-REQ-C109', 'R-EDM-REQ-C108', '1.1', requester.child('sdg:Name')),
  ...language('R-EDM-REQ-C111', 'R-EDM-REQ-C110', '1.1', provider.child('sdg:Name')),
  caution(
    'R-EDM-REQ-C115',
    '1.1',
    'the evidence type is classified in the production repository',
    evidenceType.child('sdg:EvidenceTypeClassification'),
    expecting('https://sr.oots.tech.ec.europa.eu/…', (element) => SHAPES.production.test(element.exactText)),
  ),
  fatal(
    'R-EDM-REQ-C118',
    '2.0',
    'the requested language is a code of LanguageCode',
    distribution.child('sdg:Language'),
    textIn(LANGUAGES),
  ),
  fatal(
    'R-EDM-REQ-C119',
    '2.0',
    'an associated document is an Annex, a HumanReadableVersion or a Translation',
    distribution.child('sdg:AssociatedDocumentRequest'),
    textIs('Annex', 'HumanReadableVersion', 'Translation'),
  ),
  https('R-EDM-REQ-C120', 'ReturnLocation', '2.0'),
];
