import {
  attributeIs,
  exactlyOne,
  hasAttribute,
  holds,
  inNamespace,
  not,
  onlyChildren,
  oneSlot,
  SHAPES,
  attributeLike,
  slotsNamed,
  typed,
} from './conditions.js';
import { conventionalPrefixes, elementType, mandatorySlot, slotHolds, slotNamesDiffer, slotType } from './families.js';
import { Path } from './path.js';
import { caution, fatal, type Rule } from './rule.js';

export const REQUEST = Path.root('query:QueryRequest');
export const QUERY = REQUEST.child('query:Query');

/** Slots of a request of the 2.0 line. */
export const REQUEST_SLOTS = [
  'SpecificationIdentifier',
  'IssueDateTime',
  'Procedure',
  'PreviewLocation',
  'ReturnLocation',
  'PossibilityForPreview',
  'ExplicitRequestGiven',
  'Requirements',
  'EvidenceRequester',
  'EvidenceProvider',
  'EvidenceProviderClassification',
];

/** @param more slots beside those of the 2.0 line */
export function closedListOfRequestSlots(...more: readonly string[]): Rule {
  return fatal(
    'R-EDM-REQ-S019',
    '1.0',
    'a request has no other slots than the listed ones',
    REQUEST.slot(),
    attributeIs('name', ...REQUEST_SLOTS, ...more),
  );
}

const SET = 'urn:oasis:names:tc:ebxml-regrep:CollectionType:Set';
const collections = Path.document.anywhere('rim:SlotValue').where(typed('CollectionValueType'));

/** R-EDM-REQ-S: how a request is built. @see TDD 4.5.1 */
export const REQUEST_STRUCTURE: readonly Rule[] = [
  fatal(
    'R-EDM-REQ-S001',
    '1.0',
    'the document element is QueryRequest',
    Path.document,
    (root) => root.local === 'QueryRequest',
  ),
  fatal('R-EDM-REQ-S002', '1.0', 'the document element is of RegRep query 4.0', Path.document, inNamespace('query')),
  fatal(
    'R-EDM-REQ-S004',
    '1.0',
    'the id is urn:uuid:<UUID>',
    REQUEST.where(hasAttribute('id')),
    attributeLike('id', SHAPES.urnUuid),
  ),
  mandatorySlot('R-EDM-REQ-S005', '1.0', REQUEST, 'SpecificationIdentifier'),
  mandatorySlot('R-EDM-REQ-S006', '1.0', REQUEST, 'IssueDateTime'),
  mandatorySlot('R-EDM-REQ-S007', '1.0', REQUEST, 'Procedure'),
  caution('R-EDM-REQ-S008', '1.0', 'a PreviewLocation may be given', REQUEST, oneSlot('PreviewLocation')),
  mandatorySlot('R-EDM-REQ-S009', '1.0', REQUEST, 'PossibilityForPreview'),
  mandatorySlot('R-EDM-REQ-S010', '1.0', REQUEST, 'ExplicitRequestGiven'),
  mandatorySlot('R-EDM-REQ-S011', '1.0', REQUEST, 'Requirements'),
  mandatorySlot('R-EDM-REQ-S012', '1.0', REQUEST, 'EvidenceRequester'),
  mandatorySlot('R-EDM-REQ-S013', '1.0', REQUEST, 'EvidenceProvider'),
  caution(
    'R-EDM-REQ-S014',
    '1.0',
    'an EvidenceProviderClassification may be given',
    REQUEST,
    oneSlot('EvidenceProviderClassification'),
  ),
  mandatorySlot('R-EDM-REQ-S015', '1.0', QUERY, 'EvidenceRequest'),
  fatal(
    'R-EDM-REQ-S016',
    '1.0',
    'a request is about one natural or one legal person',
    QUERY,
    (query) => slotsNamed(query, 'NaturalPerson', 'LegalPerson').length === 1,
  ),
  closedListOfRequestSlots(),
  slotType('R-EDM-REQ-S020', '1.0', REQUEST, 'SpecificationIdentifier', 'StringValueType'),
  slotType('R-EDM-REQ-S021', '1.0', REQUEST, 'IssueDateTime', 'DateTimeValueType'),
  slotType('R-EDM-REQ-S022', '2.0', REQUEST, 'Procedure', 'StringValueType'),
  slotType('R-EDM-REQ-S023', '1.0', REQUEST, 'PreviewLocation', 'StringValueType'),
  slotType('R-EDM-REQ-S024', '1.0', REQUEST, 'PossibilityForPreview', 'BooleanValueType'),
  slotType('R-EDM-REQ-S025', '1.0', REQUEST, 'ExplicitRequestGiven', 'BooleanValueType'),
  slotType('R-EDM-REQ-S026', '1.0', REQUEST, 'Requirements', 'CollectionValueType'),
  elementType('R-EDM-REQ-S027', '1.0', REQUEST, 'Requirements'),
  slotType('R-EDM-REQ-S028', '1.0', REQUEST, 'EvidenceRequester', 'CollectionValueType'),
  elementType('R-EDM-REQ-S029', '1.0', REQUEST, 'EvidenceRequester'),
  slotType('R-EDM-REQ-S030', '1.0', REQUEST, 'EvidenceProvider', 'AnyValueType'),
  slotType('R-EDM-REQ-S031', '1.0', REQUEST, 'EvidenceProviderClassification', 'CollectionValueType'),
  elementType('R-EDM-REQ-S032', '1.0', REQUEST, 'EvidenceProviderClassification'),
  slotType('R-EDM-REQ-S033', '1.0', QUERY, 'EvidenceRequest', 'AnyValueType'),
  slotType('R-EDM-REQ-S034', '1.0', QUERY, 'LegalPerson', 'AnyValueType'),
  slotType('R-EDM-REQ-S035', '1.0', QUERY, 'NaturalPerson', 'AnyValueType'),
  slotType('R-EDM-REQ-S036', '1.0', QUERY, 'AuthorizedRepresentative', 'AnyValueType'),
  slotHolds('R-EDM-REQ-S037', '1.0', REQUEST.collected('Requirements'), 'sdg:Requirement'),
  fatal(
    'R-EDM-REQ-S038',
    '1.0',
    'a requirement has identifier, names and descriptions only',
    REQUEST.collected('Requirements').child('sdg:Requirement'),
    onlyChildren('sdg:Identifier', 'sdg:Name', 'sdg:Description'),
  ),
  fatal('R-EDM-REQ-S039', '1.0', 'the requester slot holds an agent', REQUEST.value('EvidenceRequester'), (value) =>
    value.all('rim:Element').some(holds('sdg:Agent')),
  ),
  fatal(
    'R-EDM-REQ-S040',
    '1.0',
    'a requesting agent has identifier, names, address and classification only',
    REQUEST.collected('EvidenceRequester').child('sdg:Agent'),
    onlyChildren('sdg:Identifier', 'sdg:Name', 'sdg:Address', 'sdg:Classification'),
  ),
  slotHolds(
    'R-EDM-REQ-S041',
    '1.0',
    REQUEST.collected('EvidenceProviderClassification'),
    'sdg:EvidenceProviderClassification',
  ),
  slotHolds('R-EDM-REQ-S042', '1.0', REQUEST.value('EvidenceProvider'), 'sdg:Agent'),
  fatal(
    'R-EDM-REQ-S043',
    '1.0',
    'the provider of a request has identifier and names only',
    REQUEST.value('EvidenceProvider').child('sdg:Agent'),
    onlyChildren('sdg:Identifier', 'sdg:Name'),
  ),
  slotHolds('R-EDM-REQ-S044', '1.0', QUERY.value('EvidenceRequest'), 'sdg:DataServiceEvidenceType'),
  fatal(
    'R-EDM-REQ-S045',
    '1.0',
    'the requested type has nothing of the directory record but identifier, classification, titles, descriptions and distributions',
    QUERY.value('EvidenceRequest').child('sdg:DataServiceEvidenceType'),
    onlyChildren(
      'sdg:Identifier',
      'sdg:EvidenceTypeClassification',
      'sdg:Title',
      'sdg:Description',
      'sdg:DistributedAs',
    ),
  ),
  slotHolds('R-EDM-REQ-S046', '1.0', QUERY.value('NaturalPerson'), 'sdg:Person'),
  slotHolds('R-EDM-REQ-S047', '1.0', QUERY.value('LegalPerson'), 'sdg:LegalPerson'),
  slotHolds('R-EDM-REQ-S048', '1.0', QUERY.value('AuthorizedRepresentative'), 'sdg:Person'),
  fatal(
    'R-EDM-REQ-S049',
    '1.1',
    'the query has no other slots than the listed ones',
    QUERY.slot(),
    attributeIs(
      'name',
      'EvidenceRequest',
      'NaturalPerson',
      'LegalPerson',
      'AuthorizedRepresentative',
      'AuthorizedRepresentativeLegalPerson',
    ),
  ),
  fatal(
    'R-EDM-REQ-S050',
    '1.1',
    'a slot has exactly one value',
    Path.document.anywhere('rim:Slot'),
    exactlyOne('rim:SlotValue'),
  ),
  fatal(
    'R-EDM-REQ-S051',
    '1.1',
    'a slot value is not empty',
    Path.document.anywhere('rim:SlotValue'),
    (value) => value.children.length > 0,
  ),
  fatal('R-EDM-REQ-S052', '1.1', 'a collection has at least one element', collections, holds('rim:Element')),
  fatal('R-EDM-REQ-S053', '1.1', 'a collection is a set', collections, attributeIs('collectionType', SET)),
  slotType('R-EDM-REQ-S055', '1.1', QUERY, 'AuthorizedRepresentativeLegalPerson', 'AnyValueType'),
  slotHolds('R-EDM-REQ-S056', '1.1', QUERY.value('AuthorizedRepresentativeLegalPerson'), 'sdg:LegalPerson'),
  fatal('R-EDM-REQ-S059', '2.0', 'the request names no language of its own', REQUEST, not(hasAttribute('xml:lang'))),
  caution('R-EDM-REQ-S060', '2.0', 'a ReturnLocation may be given', REQUEST, oneSlot('ReturnLocation')),
  slotType('R-EDM-REQ-S061', '2.0', REQUEST, 'ReturnLocation', 'StringValueType'),
  fatal(
    'R-EDM-REQ-S062',
    '2.0',
    'PreviewLocation and ReturnLocation are given together or not at all',
    REQUEST,
    (request) => slotsNamed(request, 'PreviewLocation').length === slotsNamed(request, 'ReturnLocation').length,
  ),
  slotNamesDiffer('POC-REQ-01'),
  conventionalPrefixes('POC-REQ-02'),
];
