import { LANGUAGES } from '../../code-lists/languages.js';
import { isProcedure, PROCEDURES_1_0 } from '../../code-lists/procedures.js';
import { EDM_1_0, type EDM_1_1, type EDM_1_2 } from '../../specification.js';
import {
  attributeIn,
  attributeIs,
  both,
  evidenceTypeClassification,
  expecting,
  filled,
  hasAttribute,
  holds,
  not,
  oneSlot,
  SHAPES,
  textIs,
  textLike,
  type Condition,
} from '../conditions.js';
import { slotType } from '../families.js';
import type { Path } from '../path.js';
import { REQUEST_CONTENT, requestSpecification } from '../request-content.js';
import { REQUEST_PERSONS } from '../request-persons.js';
import { QUERY, REQUEST, REQUEST_SLOTS, REQUEST_STRUCTURE } from '../request-structure.js';
import { amended, caution, fatal, sharedWith, warning, without, type Rule } from '../rule.js';
import { complete10, language10, organisation10 } from './families.js';
import {
  DATA_MODEL_1_0,
  eidasIdentifier10,
  evidenceTypeClassification10,
  transformation,
  transformationAddress,
} from './repository.js';

const RULES = [...REQUEST_STRUCTURE, ...REQUEST_CONTENT, ...REQUEST_PERSONS];

const procedure = REQUEST.value('Procedure').child('rim:Value').child('rim:LocalizedString');
const requirement = REQUEST.collected('Requirements').child('sdg:Requirement');
const requester = REQUEST.collected('EvidenceRequester').child('sdg:Agent');
const provider = REQUEST.value('EvidenceProvider').child('sdg:Agent');
const classification = REQUEST.collected('EvidenceProviderClassification').child('sdg:EvidenceProviderClassification');
const evidenceType = QUERY.value('EvidenceRequest').child('sdg:DataServiceEvidenceType');
const distribution = evidenceType.child('sdg:DistributedAs');
const subject = QUERY.value('NaturalPerson').child('sdg:Person');
const legalSubject = QUERY.value('LegalPerson').child('sdg:LegalPerson');
const representative = QUERY.value('AuthorizedRepresentative').child('sdg:Person');

const SLOTS = REQUEST_SLOTS.filter((slot) => slot !== 'ReturnLocation');

const closedListOfSlots = fatal(
  'R-EDM-REQ-S019',
  '1.0',
  'a request has no other slots than the listed ones',
  REQUEST.slot(),
  attributeIs('name', ...SLOTS),
);

const knownProcedure: Condition = expecting('a code of Procedures, or 00', (text) =>
  isProcedure(text.attribute('value') ?? ''),
);

function procedureCode(holdsCode: Condition): Rule {
  return fatal('R-EDM-REQ-C003', '1.0', 'the procedure is a code of Procedures', procedure, holdsCode);
}

function identified(id: string, person: Path): Rule {
  return warning(id, '1.0', 'an eIDAS identifier is given', person, filled('sdg:Identifier'));
}

/** What the whole 1.x line has in other words than 2.0, or alone. */
const ONE: readonly Rule[] = [
  slotType('R-EDM-REQ-S022', '1.0', REQUEST, 'Procedure', 'InternationalStringValueType'),
  fatal(
    'R-EDM-REQ-C032',
    '1.0',
    'at most one distribution is asked for',
    evidenceType,
    (type) => type.all('sdg:DistributedAs').length < 2,
  ),
];

/** @returns the rules of a request of the lines 1.1 and 1.2. @see TDD 1.2 4.5.1 */
export function requestRules12(specification: typeof EDM_1_1 | typeof EDM_1_2): readonly Rule[] {
  return [
    ...amended(sharedWith('1.2', RULES), [
      requestSpecification(specification),
      closedListOfSlots,
      procedureCode(knownProcedure),
      fatal(
        'R-EDM-REQ-C027',
        '1.0',
        'the evidence type is classified in the Semantic Repository for a participating country',
        evidenceType.child('sdg:EvidenceTypeClassification'),
        evidenceTypeClassification,
      ),
      caution(
        'R-EDM-REQ-C115',
        '1.1',
        'the evidence type is classified in the production repository',
        evidenceType.child('sdg:EvidenceTypeClassification'),
        textLike(SHAPES.production),
      ),
      identified('R-EDM-REQ-C038', subject),
      identified('R-EDM-REQ-C060', representative),
    ]),
    ...ONE,
    fatal(
      'R-EDM-REQ-C004',
      '1.0',
      'the language of the procedure is a code of LanguageCode',
      procedure.where(hasAttribute('xml:lang')),
      attributeIn('xml:lang', LANGUAGES),
    ),
    fatal(
      'R-EDM-REQ-C069',
      '1.1',
      'the language of the request is a code of LanguageCode',
      REQUEST.where(hasAttribute('xml:lang')),
      attributeIn('xml:lang', LANGUAGES),
    ),
    ...transformation({ address: 'R-EDM-REQ-C035', present: 'R-EDM-REQ-C072', single: 'R-EDM-REQ-C113' }, distribution),
  ];
}

const eidas10 = (id: string, identifier: Path): Rule =>
  fatal(id, '1.0', 'an eIDAS identifier is XX/YY/ and nine letters or digits', identifier, eidasIdentifier10);

const dateOfBirth10 = (id: string, person: Path): Rule =>
  fatal(
    id,
    '1.0',
    'the date of birth has the form YYYY-MM-DD',
    person.child('sdg:DateOfBirth'),
    textLike(SHAPES.dateInside),
  );

/** Representatives that are organisations came with 1.1, and with them these numbers. */
const LATER = ['R-EDM-REQ-C055', 'R-EDM-REQ-C084', 'R-EDM-REQ-C088', 'R-EDM-REQ-C089'];

/** The rules of a request of the line 1.0. @see the Schematron files EDM-REQ-S and EDM-REQ-C of OOTS-EDM 1.0 */
export const REQUEST_RULES_1_0: readonly Rule[] = [
  ...without(
    amended(sharedWith('1.0', RULES), [
      requestSpecification(EDM_1_0),
      closedListOfSlots,
      warning('R-EDM-REQ-S007', '1.0', 'the slot Procedure is present exactly once', REQUEST, oneSlot('Procedure')),
      warning(
        'R-EDM-REQ-S011',
        '1.0',
        'the slot Requirements is present exactly once',
        REQUEST,
        oneSlot('Requirements'),
      ),
      complete10('R-EDM-REQ-S038', 'a requirement has identifier and name', requirement, 'sdg:Identifier', 'sdg:Name'),
      fatal(
        'R-EDM-REQ-S040',
        '1.0',
        'a requesting agent has identifier and name, and no jurisdiction',
        requester,
        both(holds('sdg:Identifier'), holds('sdg:Name'), not(holds('sdg:Jurisdiction'))),
      ),
      complete10('R-EDM-REQ-S043', 'the provider has identifier and name', provider, 'sdg:Identifier', 'sdg:Name'),
      complete10(
        'R-EDM-REQ-S045',
        'the requested type has identifier, classification, title, description and distribution',
        evidenceType,
        'sdg:Identifier',
        'sdg:EvidenceTypeClassification',
        'sdg:Title',
        'sdg:Description',
        'sdg:DistributedAs',
      ),
      procedureCode(attributeIn('value', PROCEDURES_1_0)),
      fatal(
        'R-EDM-REQ-C008',
        '1.0',
        'a requirement is identified in the Semantic Repository',
        requirement.child('sdg:Identifier'),
        textLike(SHAPES.requirement10),
      ),
      organisation10('R-EDM-REQ-C012', requester.child('sdg:Identifier')),
      organisation10('R-EDM-REQ-C018', provider.child('sdg:Identifier')),
      fatal(
        'R-EDM-REQ-C014',
        '1.0',
        'a requesting agent is classified by AgentClassification',
        requester.child('sdg:Classification'),
        textIs('ER', 'IP', 'EP', 'ERRP'),
      ),
      language10('R-EDM-REQ-C021', classification.child('sdg:Description')),
      fatal(
        'R-EDM-REQ-C027',
        '1.0',
        'the evidence type is classified in the Semantic Repository for a country',
        evidenceType.child('sdg:EvidenceTypeClassification'),
        evidenceTypeClassification10,
      ),
      language10('R-EDM-REQ-C028', evidenceType.child('sdg:Title')),
      language10('R-EDM-REQ-C030', evidenceType.child('sdg:Description')),
      fatal(
        'R-EDM-REQ-C034',
        '1.0',
        'ConformsTo is a distribution of the Semantic Repository',
        distribution.child('sdg:ConformsTo'),
        textLike(DATA_MODEL_1_0),
      ),
      identified('R-EDM-REQ-C038', subject),
      dateOfBirth10('R-EDM-REQ-C043', subject),
      fatal('R-EDM-REQ-C060', '1.0', 'a representative has an identifier', representative, holds('sdg:Identifier')),
      eidas10('R-EDM-REQ-C061', representative.child('sdg:Identifier')),
      dateOfBirth10('R-EDM-REQ-C064', representative),
    ]),
    'R-EDM-REQ-C011',
    'R-EDM-REQ-C040',
    'R-EDM-REQ-C051',
    ...LATER,
  ),
  ...ONE,
  language10('R-EDM-REQ-C004', procedure, 'xml:lang'),
  language10('R-EDM-REQ-C009', requirement.child('sdg:Name')),
  fatal(
    'R-EDM-REQ-C010',
    '1.0',
    'the identifier of a requesting agent names its scheme',
    requester.child('sdg:Identifier'),
    hasAttribute('schemeID'),
  ),
  transformationAddress('R-EDM-REQ-C035', distribution, DATA_MODEL_1_0),
  eidas10('R-EDM-REQ-C039', subject.child('sdg:Identifier')),
  eidas10('R-EDM-REQ-C050', legalSubject.child('sdg:LegalPersonIdentifier')),
];
