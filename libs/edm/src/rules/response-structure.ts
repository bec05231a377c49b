import type { PrefixedName } from '../xml/namespaces.js';
import type { XmlElement } from '../xml/xml-element.js';
import {
  attributeIs,
  attributeLike,
  both,
  exactlyOne,
  hasAttribute,
  holds,
  inNamespace,
  not,
  onlyChildren,
  oneSlot,
  SHAPES,
  slotsNamed,
  typed,
  type Condition,
} from './conditions.js';
import { conventionalPrefixes, elementType, mandatorySlot, slotHolds, slotNamesDiffer, slotType } from './families.js';
import { Path } from './path.js';
import { fatal, type Rule } from './rule.js';

export const RESPONSE = Path.root('query:QueryResponse');

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';
export const statusIs = (...statuses: readonly string[]): Condition =>
  attributeIs('status', ...statuses.map((status) => `${STATUS}${status}`));

const TOP_LEVEL_SLOTS = [
  'SpecificationIdentifier',
  'EvidenceResponseIdentifier',
  'IssueDateTime',
  'ResponseAvailableDateTime',
  'EvidenceProvider',
  'EvidenceRequester',
];

/** @param more slots beside those of the 2.0 line */
export function closedListOfResponseChildren(...more: readonly string[]): Rule {
  const named = attributeIs('name', ...TOP_LEVEL_SLOTS, ...more);
  return fatal(
    'R-EDM-RESP-S016',
    '1.0',
    'a response holds nothing but the listed slots and its object list',
    RESPONSE,
    (response) =>
      response.children.every((child) => child.is('rim:RegistryObjectList') || (child.is('rim:Slot') && named(child))),
  );
}

const SUPPLEMENTS = ['Annex', 'HumanReadableVersion', 'Translation'] as const;
const EDM_SCHEME = 'urn:fdc:oots:classification:edm';
const ASSOCIATION = 'urn:oasis:names:tc:ebxml-regrep:AssociationType:';

const packages = RESPONSE.child('rim:RegistryObjectList').child('rim:RegistryObject');
/** Documents and associations. */
export const objects = packages.child('rim:RegistryObjectList').child('rim:RegistryObject');
const metadataOf = (documents: Path) => documents.value('EvidenceMetadata');
export const evidenceOf = (documents: Path) => metadataOf(documents).child('sdg:Evidence');

const isAssociation = typed('AssociationType');
const associations = objects.where(isAssociation);

/** @returns whether the object is classified as one of these */
export const classified = (...nodes: readonly string[]): Condition => {
  const named = attributeIs('classificationNode', ...nodes);
  return (object) => object.all('rim:Classification').some(named);
};

/** The object of the same list to which an end of an association points. */
function end(association: XmlElement, name: 'sourceObject' | 'targetObject'): XmlElement | undefined {
  const id = association.attribute(name);
  return association.parent?.all('rim:RegistryObject').find((object) => object.attribute('id') === id);
}

/** Classified by the EDM scheme itself, as the rules of an association's ends ask. */
const classifiedByEdm = (node: string): Condition => {
  const named = both(attributeIs('classificationScheme', EDM_SCHEME), attributeIs('classificationNode', node));
  return (object) => object.all('rim:Classification').some(named);
};

const endIs =
  (name: 'sourceObject' | 'targetObject', is: Condition): Condition =>
  (association) => {
    const object = end(association, name);
    return object !== undefined && is(object);
  };

interface AssociationNumbers {
  readonly source: string;
  readonly target: string;
  readonly type: string;
}

/** The three rules by which the type of an association and the classes of its ends agree. */
function association(node: (typeof SUPPLEMENTS)[number], numbers: AssociationNumbers): readonly Rule[] {
  const ofType = attributeIs('type', `${ASSOCIATION}${node}`);
  return [
    fatal(
      numbers.source,
      '2.0',
      `an association ${node} starts at an object classified ${node}`,
      associations.where(ofType),
      endIs('sourceObject', classifiedByEdm(node)),
    ),
    fatal(
      numbers.target,
      '2.0',
      `an association ${node} ends at the main evidence`,
      associations.where(ofType),
      endIs('targetObject', classifiedByEdm('MainEvidence')),
    ),
    fatal(
      numbers.type,
      '2.0',
      `an association that starts at an object classified ${node} is of that type`,
      associations.where(endIs('sourceObject', classified(node))),
      ofType,
    ),
  ];
}

const IN_MAIN_EVIDENCE_ONLY: readonly PrefixedName[] = [
  'sdg:IsAbout',
  'sdg:IssuingAuthority',
  'sdg:IsConformantTo',
  'sdg:ValidityPeriod',
  'sdg:IssuingDate',
];

function described(object: XmlElement): readonly XmlElement[] {
  return slotsNamed(object, 'EvidenceMetadata')
    .flatMap((slot) => slot.all('rim:SlotValue'))
    .flatMap((value) => value.all('sdg:Evidence'));
}

/** How the documents of a response are described, wherever the line puts them. */
export function documentStructure(documents: Path): readonly Rule[] {
  const evidence = evidenceOf(documents);
  return [
    slotType('R-EDM-RESP-S024', '1.0', documents, 'EvidenceMetadata', 'AnyValueType'),
    slotHolds('R-EDM-RESP-S029', '1.0', metadataOf(documents), 'sdg:Evidence'),
    fatal(
      'R-EDM-RESP-S030',
      '1.0',
      'IsConformantTo has classification, titles and descriptions only',
      evidence.child('sdg:IsConformantTo'),
      onlyChildren('sdg:EvidenceTypeClassification', 'sdg:Title', 'sdg:Description'),
    ),
    fatal(
      'R-EDM-RESP-S034',
      '1.0',
      'the reference to a part has an address',
      documents.child('rim:RepositoryItemRef'),
      hasAttribute('xlink:href'),
    ),
    fatal(
      'R-EDM-RESP-S035',
      '1.0',
      'the reference to a part has a title',
      documents.child('rim:RepositoryItemRef'),
      hasAttribute('xlink:title'),
    ),
    fatal(
      'R-EDM-RESP-S041',
      '1.1',
      'a natural person in a response is the minimum data set, without level of assurance',
      evidence.child('sdg:IsAbout').child('sdg:NaturalPerson'),
      onlyChildren('sdg:Identifier', 'sdg:FamilyName', 'sdg:GivenName', 'sdg:DateOfBirth', 'sdg:PlaceOfBirth'),
    ),
    fatal(
      'R-EDM-RESP-S042',
      '1.1',
      'a legal person in a response is identifier and legal name only',
      evidence.child('sdg:IsAbout').child('sdg:LegalPerson'),
      onlyChildren('sdg:LegalPersonIdentifier', 'sdg:LegalName'),
    ),
  ];
}

/** R-EDM-RESP-S: how a success or a deferral is built. @see TDD 4.5.2 */
export const RESPONSE_STRUCTURE: readonly Rule[] = [
  fatal(
    'R-EDM-RESP-S001',
    '1.0',
    'the document element is QueryResponse',
    Path.document,
    (root) => root.local === 'QueryResponse',
  ),
  fatal('R-EDM-RESP-S002', '1.0', 'the document element is of RegRep query 4.0', Path.document, inNamespace('query')),
  fatal('R-EDM-RESP-S003', '1.0', 'the request that is answered is named', RESPONSE, hasAttribute('requestId')),
  fatal(
    'R-EDM-RESP-S004',
    '1.0',
    'requestId is urn:uuid:<UUID>',
    RESPONSE.where(hasAttribute('requestId')),
    attributeLike('requestId', SHAPES.urnUuid),
  ),
  fatal('R-EDM-RESP-S005', '1.0', 'a status is given', RESPONSE, hasAttribute('status')),
  fatal('R-EDM-RESP-S006', '1.0', 'the status is Success or Unavailable', RESPONSE, statusIs('Success', 'Unavailable')),
  fatal(
    'R-EDM-RESP-S007',
    '1.0',
    'an object list is present, even when empty',
    RESPONSE,
    holds('rim:RegistryObjectList'),
  ),
  fatal(
    'R-EDM-RESP-S008',
    '1.0',
    'a success raises no exception',
    RESPONSE.where(statusIs('Success')),
    not(holds('rs:Exception')),
  ),
  mandatorySlot('R-EDM-RESP-S009', '1.0', RESPONSE, 'SpecificationIdentifier'),
  mandatorySlot('R-EDM-RESP-S010', '1.0', RESPONSE, 'EvidenceResponseIdentifier'),
  mandatorySlot('R-EDM-RESP-S011', '1.0', RESPONSE, 'IssueDateTime'),
  mandatorySlot('R-EDM-RESP-S012', '1.0', RESPONSE, 'EvidenceProvider'),
  mandatorySlot('R-EDM-RESP-S013', '1.0', RESPONSE, 'EvidenceRequester'),
  fatal(
    'R-EDM-RESP-S014',
    '1.1',
    'ResponseAvailableDateTime belongs to a deferral only',
    RESPONSE.where(not(statusIs('Unavailable'))),
    (response) => slotsNamed(response, 'ResponseAvailableDateTime').length === 0,
  ),
  fatal(
    'R-EDM-RESP-S015',
    '1.0',
    'a classified object has its EvidenceMetadata',
    objects.where(holds('rim:Classification')),
    oneSlot('EvidenceMetadata'),
  ),
  closedListOfResponseChildren(),
  slotType('R-EDM-RESP-S017', '1.0', RESPONSE, 'SpecificationIdentifier', 'StringValueType'),
  slotType('R-EDM-RESP-S018', '1.0', RESPONSE, 'EvidenceResponseIdentifier', 'StringValueType'),
  slotType('R-EDM-RESP-S019', '1.0', RESPONSE, 'IssueDateTime', 'DateTimeValueType'),
  slotType('R-EDM-RESP-S020', '1.0', RESPONSE, 'EvidenceProvider', 'CollectionValueType'),
  elementType('R-EDM-RESP-S021', '1.0', RESPONSE, 'EvidenceProvider'),
  slotType('R-EDM-RESP-S022', '1.0', RESPONSE, 'EvidenceRequester', 'AnyValueType'),
  slotType('R-EDM-RESP-S023', '1.0', RESPONSE, 'ResponseAvailableDateTime', 'DateTimeValueType'),
  slotHolds('R-EDM-RESP-S025', '1.0', RESPONSE.collected('EvidenceProvider'), 'sdg:Agent'),
  fatal(
    'R-EDM-RESP-S026',
    '1.0',
    'a providing agent has identifier, names, address and classification only',
    RESPONSE.collected('EvidenceProvider').child('sdg:Agent'),
    onlyChildren('sdg:Identifier', 'sdg:Name', 'sdg:Address', 'sdg:Classification'),
  ),
  slotHolds('R-EDM-RESP-S027', '1.0', RESPONSE.value('EvidenceRequester'), 'sdg:Agent'),
  fatal(
    'R-EDM-RESP-S028',
    '1.0',
    'the requester of a response has identifier and names only',
    RESPONSE.value('EvidenceRequester').child('sdg:Agent'),
    onlyChildren('sdg:Identifier', 'sdg:Name'),
  ),
  fatal(
    'R-EDM-RESP-S033',
    '1.0',
    'a document names the part that holds it',
    RESPONSE.where(statusIs('Success'))
      .child('rim:RegistryObjectList')
      .child('rim:RegistryObject')
      .child('rim:RegistryObjectList')
      .child('rim:RegistryObject'),
    (object) => holds('rim:RepositoryItemRef')(object) || typed('RegistryPackageType', 'AssociationType')(object),
  ),
  fatal(
    'R-EDM-RESP-S036',
    '1.0',
    'a registry object has an id',
    RESPONSE.where(statusIs('Success')).anywhere('rim:RegistryObject'),
    hasAttribute('id'),
  ),
  fatal(
    'R-EDM-RESP-S037',
    '1.0',
    'the id of a registry object is urn:uuid:<UUID>',
    RESPONSE.anywhere('rim:RegistryObject').where(hasAttribute('id')),
    attributeLike('id', SHAPES.urnUuid),
  ),
  fatal(
    'R-EDM-RESP-S045',
    '1.1',
    'a deferral says when the evidence can be asked for again',
    RESPONSE.where(statusIs('Unavailable')),
    oneSlot('ResponseAvailableDateTime'),
  ),
  fatal(
    'R-EDM-RESP-S046',
    '2.0',
    'a package has exactly one object list',
    packages.where(typed('RegistryPackageType')),
    exactlyOne('rim:RegistryObjectList'),
  ),
  fatal('R-EDM-RESP-S047', '2.0', 'a package has a main evidence', packages.child('rim:RegistryObjectList'), (list) =>
    list.all('rim:RegistryObject').some(classified('MainEvidence')),
  ),
  fatal(
    'R-EDM-RESP-S048',
    '2.0',
    'an object that is no association has exactly one EDM classification',
    objects.where(not(isAssociation)),
    (object) => object.all('rim:Classification').filter(attributeIs('classificationScheme', EDM_SCHEME)).length === 1,
  ),
  fatal(
    'R-EDM-RESP-S049',
    '2.0',
    'an EDM classification is MainEvidence, Annex, HumanReadableVersion or Translation',
    objects.child('rim:Classification').where(attributeIs('classificationScheme', EDM_SCHEME)),
    attributeIs('classificationNode', 'MainEvidence', ...SUPPLEMENTS),
  ),
  fatal(
    'R-EDM-RESP-S050',
    '2.0',
    'a supplementary document is associated in its list',
    objects.where(classified(...SUPPLEMENTS)),
    (object) =>
      object.parent
        ?.all('rim:RegistryObject')
        .some((other) => isAssociation(other) && other.attribute('sourceObject') === object.attribute('id')) === true,
  ),
  fatal('R-EDM-RESP-S051', '2.0', 'an association has a source', associations, hasAttribute('sourceObject')),
  fatal('R-EDM-RESP-S055', '2.0', 'an association has a target', associations, hasAttribute('targetObject')),
  ...association('Annex', { source: 'R-EDM-RESP-S052', target: 'R-EDM-RESP-S056', type: 'R-EDM-RESP-S059' }),
  ...association('HumanReadableVersion', {
    source: 'R-EDM-RESP-S053',
    target: 'R-EDM-RESP-S057',
    type: 'R-EDM-RESP-S061',
  }),
  ...association('Translation', { source: 'R-EDM-RESP-S054', target: 'R-EDM-RESP-S058', type: 'R-EDM-RESP-S060' }),
  fatal(
    'R-EDM-RESP-S062',
    '2.0',
    'a main evidence says what it is, about whom, by whom, of when and in which form',
    objects.where(classified('MainEvidence')),
    (object) =>
      described(object).some((inside) =>
        [
          'sdg:Identifier',
          'sdg:IsAbout',
          'sdg:IssuingAuthority',
          'sdg:IsConformantTo',
          'sdg:IssuingDate',
          'sdg:Distribution',
        ].every((name) => holds(name)(inside)),
      ),
  ),
  fatal(
    'R-EDM-RESP-S063',
    '2.0',
    'a supplementary document leaves to the main evidence what is said there',
    objects.where(classified(...SUPPLEMENTS)),
    (object) =>
      described(object).every(
        (inside) =>
          !IN_MAIN_EVIDENCE_ONLY.some((name) => holds(name)(inside)) &&
          !inside.all('sdg:Distribution').some(holds('sdg:ConformsTo')),
      ),
  ),
  fatal(
    'R-EDM-RESP-S065',
    '2.0',
    'the id of a classification is urn:uuid:<UUID>',
    objects.child('rim:Classification').where(hasAttribute('id')),
    attributeLike('id', SHAPES.urnUuid),
  ),
  fatal('R-EDM-RESP-S066', '2.0', 'objects of the first level are packages', packages, typed('RegistryPackageType')),
  fatal(
    'POC-RESP-01',
    '2.0',
    'a package has no second main evidence',
    packages.child('rim:RegistryObjectList'),
    (list) => list.all('rim:RegistryObject').filter(classified('MainEvidence')).length < 2,
  ),
  ...documentStructure(objects),
  slotNamesDiffer('POC-RESP-02'),
  conventionalPrefixes('POC-RESP-06'),
];
