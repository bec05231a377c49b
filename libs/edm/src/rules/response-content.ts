import { COUNTRIES } from '../code-lists/countries.js';
import { LANGUAGES } from '../code-lists/languages.js';
import { MEDIA_TYPES } from '../code-lists/media-types.js';
import { EDM_2_0 } from '../specification.js';
import type { PrefixedName } from '../xml/namespaces.js';
import {
  attributeIs,
  attributeLike,
  eidasIdentifier,
  evidenceTypeClassification,
  exactlyOne,
  filled,
  hasAttribute,
  SHAPES,
  specifies,
  textIn,
  textIs,
  textLike,
} from './conditions.js';
import { language, organisationIdentifier, wordings } from './families.js';
import type { Path } from './path.js';
import { evidenceOf, objects, RESPONSE } from './response-structure.js';
import { fatal, warning, type Rule } from './rule.js';

const provider = RESPONSE.collected('EvidenceProvider').child('sdg:Agent');
const requester = RESPONSE.value('EvidenceRequester').child('sdg:Agent');
const isEidas = attributeIs('schemeID', 'eidas');

/** @param specification the literal of the line */
export function responseSpecification(specification: string): Rule {
  return fatal(
    'R-EDM-RESP-C002',
    '1.0',
    `the specification is ${specification}`,
    RESPONSE.value('SpecificationIdentifier'),
    specifies(specification),
  );
}

function dateTime(id: string, slot: string): Rule {
  return fatal(
    id,
    '1.0',
    `${slot} is a date and time`,
    RESPONSE.value(slot).child('rim:Value'),
    textLike(SHAPES.dateTime),
  );
}

function day(id: string, name: PrefixedName, at: Path): Rule {
  return fatal(id, '1.0', `${name} is a date`, at.child(name), textLike(SHAPES.dateStart));
}

/** What a response says of itself and of its agents. */
const AGENTS: readonly Rule[] = [
  responseSpecification(EDM_2_0),
  fatal(
    'R-EDM-RESP-C003',
    '1.0',
    'EvidenceResponseIdentifier is a bare UUID',
    RESPONSE.value('EvidenceResponseIdentifier').child('rim:Value'),
    textLike(SHAPES.uuid),
  ),
  dateTime('R-EDM-RESP-C004', 'IssueDateTime'),
  dateTime('R-EDM-RESP-C005', 'ResponseAvailableDateTime'),
  ...organisationIdentifier('R-EDM-RESP-C006', 'R-EDM-RESP-C007', '1.0', provider.child('sdg:Identifier')),
  fatal(
    'R-EDM-RESP-C008',
    '1.0',
    'AdminUnitLevel1 of a providing agent is a country code',
    provider.child('sdg:Address').child('sdg:AdminUnitLevel1'),
    textIn(COUNTRIES),
  ),
  fatal(
    'R-EDM-RESP-C009',
    '2.0',
    'AdminUnitLevel2 has the shape of a NUTS code',
    provider.child('sdg:Address').child('sdg:AdminUnitLevel2'),
    textLike(SHAPES.nuts),
  ),
  fatal('R-EDM-RESP-C010', '1.0', 'a providing agent is classified', provider, filled('sdg:Classification')),
  fatal(
    'R-EDM-RESP-C011',
    '1.0',
    'a providing agent is EP or IP',
    provider.child('sdg:Classification'),
    textIs('EP', 'IP'),
  ),
  ...organisationIdentifier('R-EDM-RESP-C012', 'R-EDM-RESP-C013', '1.0', requester.child('sdg:Identifier')),
  fatal(
    'R-EDM-RESP-C046',
    '1.1',
    'exactly one providing agent is classified EP',
    RESPONSE.value('EvidenceProvider'),
    (value) =>
      value
        .all('rim:Element')
        .flatMap((element) => element.all('sdg:Agent'))
        .filter((agent) => agent.first('sdg:Classification')?.exactText === 'EP').length === 1,
  ),
  wordings('R-EDM-RESP-C049'),
];

/** What it says of its documents. @param objects that stand for documents */
function documentContent(objects: Path): readonly Rule[] {
  const evidence = evidenceOf(objects);
  const naturalPerson = evidence.child('sdg:IsAbout').child('sdg:NaturalPerson');
  const legalPerson = evidence.child('sdg:IsAbout').child('sdg:LegalPerson');
  const conformance = evidence.child('sdg:IsConformantTo');
  const distribution = evidence.child('sdg:Distribution');
  return [
    fatal(
      'R-EDM-RESP-C015',
      '1.0',
      'an evidence is identified by a UUID',
      evidence.child('sdg:Identifier'),
      textLike(SHAPES.endsWithUuid),
    ),
    day('R-EDM-RESP-C016', 'sdg:IssuingDate', evidence),
    fatal(
      'R-EDM-RESP-C017',
      '1.0',
      'the evidence type is classified in the Semantic Repository for a participating country',
      conformance.child('sdg:EvidenceTypeClassification'),
      evidenceTypeClassification,
    ),
    ...language('R-EDM-RESP-C019', 'R-EDM-RESP-C018', '1.0', conformance.child('sdg:Title')),
    ...language('R-EDM-RESP-C021', 'R-EDM-RESP-C020', '1.0', conformance.child('sdg:Description')),
    fatal(
      'R-EDM-RESP-C022',
      '1.0',
      'ConformsTo is a data model of the Semantic Repository',
      distribution.child('sdg:ConformsTo'),
      textLike(SHAPES.dataModel),
    ),
    fatal(
      'R-EDM-RESP-C023',
      '1.0',
      'the format is a code of OOTSMediaTypes',
      distribution.child('sdg:Format'),
      textIn(MEDIA_TYPES),
    ),
    fatal(
      'R-EDM-RESP-C026',
      '1.0',
      'the language is a code of LanguageCode',
      distribution.child('sdg:Language'),
      textIn(LANGUAGES),
    ),
    warning(
      'R-EDM-RESP-C027',
      '1.0',
      'the identifier of the person is repeated',
      naturalPerson,
      filled('sdg:Identifier'),
    ),
    fatal(
      'R-EDM-RESP-C028',
      '1.0',
      'an eIDAS identifier is XX/YY/ and 6 to 256 characters, XX and YY participating countries',
      naturalPerson.child('sdg:Identifier').where(isEidas),
      eidasIdentifier,
    ),
    fatal(
      'R-EDM-RESP-C030',
      '1.0',
      'the identifier of a person names its scheme',
      naturalPerson.child('sdg:Identifier'),
      hasAttribute('schemeID'),
    ),
    fatal('R-EDM-RESP-C031', '1.0', 'the scheme of a person is eidas', naturalPerson.child('sdg:Identifier'), isEidas),
    fatal(
      'R-EDM-RESP-C032',
      '1.0',
      'the date of birth is YYYY-MM-DD',
      naturalPerson.child('sdg:DateOfBirth'),
      textLike(SHAPES.date),
    ),
    fatal(
      'R-EDM-RESP-C033',
      '1.0',
      'a legal person has a LegalPersonIdentifier',
      legalPerson,
      filled('sdg:LegalPersonIdentifier'),
    ),
    fatal(
      'R-EDM-RESP-C035',
      '1.0',
      'an eIDAS identifier is XX/YY/ and 6 to 256 characters, XX and YY participating countries',
      legalPerson.child('sdg:LegalPersonIdentifier'),
      eidasIdentifier,
    ),
    fatal(
      'R-EDM-RESP-C036',
      '1.0',
      'the identifier of a legal person names its scheme',
      legalPerson.child('sdg:LegalPersonIdentifier'),
      hasAttribute('schemeID'),
    ),
    fatal(
      'R-EDM-RESP-C037',
      '1.0',
      'the scheme of a legal person is eidas',
      legalPerson.child('sdg:LegalPersonIdentifier'),
      isEidas,
    ),
    ...organisationIdentifier(
      'R-EDM-RESP-C038',
      'R-EDM-RESP-C039',
      '1.0',
      evidence.child('sdg:IssuingAuthority').child('sdg:Identifier'),
    ),
    day('R-EDM-RESP-C040', 'sdg:StartDate', evidence.child('sdg:ValidityPeriod')),
    day('R-EDM-RESP-C041', 'sdg:EndDate', evidence.child('sdg:ValidityPeriod')),
    fatal(
      'R-EDM-RESP-C042',
      '1.0',
      'the reference to a part is cid:<local>@<domain>',
      objects.child('rim:RepositoryItemRef'),
      attributeLike('xlink:href', SHAPES.cid),
    ),
    fatal('R-EDM-RESP-C058', '2.0', 'a document has exactly one format', distribution, exactlyOne('sdg:Format')),
  ];
}

/** R-EDM-RESP-C: what a success or a deferral says. @param objects that stand for documents @see TDD 4.5.2 */
export function responseContent(objects: Path): readonly Rule[] {
  return [...AGENTS, ...documentContent(objects)];
}

export const RESPONSE_CONTENT = responseContent(objects);
