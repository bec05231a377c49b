import { LANGUAGE_FORM_1_0 } from '../../code-lists/languages.js';
import { EDM_1_0, type EDM_1_1, type EDM_1_2 } from '../../specification.js';
import { expecting, holds, oneSlot, slotsNamed, textIs, textLike, SHAPES } from '../conditions.js';
import type { Path } from '../path.js';
import { responseContent, responseSpecification } from '../response-content.js';
import { documentStructure, evidenceOf, RESPONSE, RESPONSE_STRUCTURE, statusIs } from '../response-structure.js';
import { amended, caution, fatal, sharedWith, without, type Rule } from '../rule.js';
import { complete10, language10, organisation10 } from './families.js';
import {
  DATA_MODEL_1_0,
  eidasIdentifier10,
  evidenceTypeClassification10,
  transformation,
  transformationAddress,
} from './repository.js';

/** Documents stand on the first level: packages, classifications and associations came with 2.0. */
const documents = RESPONSE.child('rim:RegistryObjectList').child('rim:RegistryObject');
const served = RESPONSE.where(statusIs('Success')).child('rim:RegistryObjectList').child('rim:RegistryObject');
const evidence = evidenceOf(documents);
const distribution = evidence.child('sdg:Distribution');

const DOCUMENT_STRUCTURE = documentStructure(documents);
const RULES = [...amended(RESPONSE_STRUCTURE, DOCUMENT_STRUCTURE), ...responseContent(documents)];

/** What the whole 1.x line has in other words than 2.0. */
const ONE: readonly Rule[] = [
  fatal(
    'R-EDM-RESP-S007',
    '1.0',
    'a success has an object list',
    RESPONSE.where(statusIs('Success')),
    holds('rim:RegistryObjectList'),
  ),
  fatal('R-EDM-RESP-S015', '1.0', 'an object has its EvidenceMetadata', documents, oneSlot('EvidenceMetadata')),
  fatal('R-EDM-RESP-S033', '1.0', 'a document names the part that holds it', served, holds('rim:RepositoryItemRef')),
];

/** @returns the rules of a response of the lines 1.1 and 1.2. @see TDD 1.2 4.5.2 */
export function responseRules12(specification: typeof EDM_1_1 | typeof EDM_1_2): readonly Rule[] {
  return [
    ...amended(sharedWith('1.2', RULES), [responseSpecification(specification), ...ONE]),
    ...transformation(
      { address: 'R-EDM-RESP-C043', present: 'R-EDM-RESP-C048', single: 'R-EDM-RESP-C055' },
      distribution,
    ),
  ];
}

const provider = RESPONSE.collected('EvidenceProvider').child('sdg:Agent');
const requester = RESPONSE.value('EvidenceRequester').child('sdg:Agent');
const natural = evidence.child('sdg:IsAbout').child('sdg:NaturalPerson');
const legal = evidence.child('sdg:IsAbout').child('sdg:LegalPerson');
const conformance = evidence.child('sdg:IsConformantTo');

const REQUIRED_SLOTS = [
  'SpecificationIdentifier',
  'EvidenceResponseIdentifier',
  'IssueDateTime',
  'EvidenceProvider',
  'EvidenceRequester',
];

const eidas10 = (id: string, identifier: Path): Rule =>
  fatal(id, '1.0', 'an eIDAS identifier is XX/YY/ and nine letters or digits', identifier, eidasIdentifier10);

const day10 = (id: string, at: Path): Rule =>
  fatal(id, '1.0', 'a date has the form YYYY-MM-DD', at, textLike(SHAPES.dateInside));

/**
 * The rules of a response of the line 1.0, read as they are meant where their assertion looks at an element that does not exist (gap G-24).
 * @see the Schematron files EDM-RESP-S and EDM-RESP-C of OOTS-EDM 1.0
 */
export const RESPONSE_RULES_1_0: readonly Rule[] = [
  ...without(
    amended(sharedWith('1.0', RULES), [
      responseSpecification(EDM_1_0),
      ...ONE,
      fatal(
        'R-EDM-RESP-S016',
        '1.0',
        'a response has its slots',
        RESPONSE,
        expecting(`the slots ${REQUIRED_SLOTS.join(', ')}`, (response) =>
          REQUIRED_SLOTS.every((name) => slotsNamed(response, name).length > 0),
        ),
      ),
      complete10(
        'R-EDM-RESP-S026',
        'a providing agent has identifier, name, address and classification',
        provider,
        'sdg:Identifier',
        'sdg:Name',
        'sdg:Address',
        'sdg:Classification',
      ),
      complete10('R-EDM-RESP-S028', 'the requester has identifier and name', requester, 'sdg:Identifier', 'sdg:Name'),
      complete10(
        'R-EDM-RESP-S030',
        'IsConformantTo has classification, title and description',
        conformance,
        'sdg:EvidenceTypeClassification',
        'sdg:Title',
        'sdg:Description',
      ),
      organisation10('R-EDM-RESP-C007', provider.child('sdg:Identifier')),
      fatal(
        'R-EDM-RESP-C011',
        '1.0',
        'a providing agent is classified by AgentClassification',
        provider.child('sdg:Classification'),
        textIs('ER', 'IP', 'EP', 'ERRP'),
      ),
      organisation10('R-EDM-RESP-C013', requester.child('sdg:Identifier')),
      day10('R-EDM-RESP-C016', evidence.child('sdg:IssuingDate')),
      fatal(
        'R-EDM-RESP-C017',
        '1.0',
        'the evidence type is classified in the Semantic Repository for a country',
        conformance.child('sdg:EvidenceTypeClassification'),
        evidenceTypeClassification10,
      ),
      language10('R-EDM-RESP-C018', conformance.child('sdg:Title')),
      language10('R-EDM-RESP-C020', conformance.child('sdg:Description')),
      fatal(
        'R-EDM-RESP-C022',
        '1.0',
        'ConformsTo is a distribution of the Semantic Repository',
        distribution.child('sdg:ConformsTo'),
        textLike(DATA_MODEL_1_0),
      ),
      fatal(
        'R-EDM-RESP-C026',
        '1.0',
        'the language is an upper-case code of LanguageCode',
        distribution.child('sdg:Language'),
        textLike(LANGUAGE_FORM_1_0),
      ),
      eidas10('R-EDM-RESP-C028', natural.child('sdg:Identifier')),
      day10('R-EDM-RESP-C032', natural.child('sdg:DateOfBirth')),
      organisation10('R-EDM-RESP-C039', evidence.child('sdg:IssuingAuthority').child('sdg:Identifier')),
      day10('R-EDM-RESP-C040', evidence.child('sdg:ValidityPeriod').child('sdg:StartDate')),
      day10('R-EDM-RESP-C041', evidence.child('sdg:ValidityPeriod').child('sdg:EndDate')),
    ]),
    'R-EDM-RESP-C035',
  ),
  caution(
    'R-EDM-RESP-S014',
    '1.0',
    'a ResponseAvailableDateTime is given once at most',
    RESPONSE,
    (response) => slotsNamed(response, 'ResponseAvailableDateTime').length < 2,
  ),
  eidas10('R-EDM-RESP-C034', legal.child('sdg:LegalPersonIdentifier')),
  transformationAddress('R-EDM-RESP-C043', distribution, DATA_MODEL_1_0),
];
