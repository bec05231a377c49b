import { append, attribute, drop, each, rename, repeat, retype, swap, text } from './change.js';
import { faultsOf, type Fault } from './fault.js';
import { OTHER_SLOT } from './request-faults.js';

const fault = faultsOf('R-EDM-RESP-', 'response');
const ofCompany = fault.of('companyResponse');
const deferred = fault.of('deferral');

const ROOT = '/query:QueryResponse';
const top = (slot: string) => `${ROOT}/rim:Slot[@name="${slot}"]`;
const value = (slot: string) => `${top(slot)}/rim:SlotValue`;
export const PROVIDER = `${top('EvidenceProvider')}//sdg:Agent`;
export const REQUESTER = `${top('EvidenceRequester')}//sdg:Agent`;
const FIRST_OBJECT = `(${ROOT}/rim:RegistryObjectList/rim:RegistryObject)[1]`;
const PACKAGE = `${ROOT}/rim:RegistryObjectList/rim:RegistryObject`;
/** Documents by their place, which no line changes: the main evidence first, its human-readable version after it. */
export const MAIN = '(//rim:RegistryObject[rim:RepositoryItemRef])[1]';
const SUPPLEMENT = '(//rim:RegistryObject[rim:RepositoryItemRef])[2]';
const ASSOCIATION = '//rim:RegistryObject[@type]';
export const EVIDENCE = `${MAIN}//sdg:Evidence`;
export const CONFORMANCE = `${EVIDENCE}/sdg:IsConformantTo`;
export const DISTRIBUTION = `${EVIDENCE}/sdg:Distribution`;
const PERSON = `${EVIDENCE}/sdg:IsAbout/sdg:NaturalPerson`;
export const COMPANY = `${EVIDENCE}/sdg:IsAbout/sdg:LegalPerson`;
const AUTHORITY = `${EVIDENCE}/sdg:IssuingAuthority/sdg:Identifier`;
const UNKNOWN_SCHEME = 'urn:cef.eu:names:identifier:EAS:7777';
export const AVAILABLE_SLOT =
  '<rim:Slot name="ResponseAvailableDateTime"><rim:SlotValue xsi:type="rim:DateTimeValueType"><rim:Value>2026-11-24T10:15:34.000Z</rim:Value></rim:SlotValue></rim:Slot>';

/** The supplement and its association, as another kind. */
const supplementAs = (kind: string) =>
  each(
    attribute(`${SUPPLEMENT}/rim:Classification`, 'classificationNode', kind),
    attribute(ASSOCIATION, 'type', `urn:oasis:names:tc:ebxml-regrep:AssociationType:${kind}`),
  );
const associationAs = (kind: string) =>
  attribute(ASSOCIATION, 'type', `urn:oasis:names:tc:ebxml-regrep:AssociationType:${kind}`);
const supplementNode = (kind: string) => attribute(`${SUPPLEMENT}/rim:Classification`, 'classificationNode', kind);
const lostTarget = attribute(ASSOCIATION, 'targetObject', 'urn:uuid:00000000-0000-4000-8000-00000000dead');

const STRUCTURE: readonly Fault[] = [
  fault('S001', rename('query:OtherResponse')),
  fault('S002', rename('rim:QueryResponse')),
  fault('S003', attribute(ROOT, 'requestId')),
  fault('S004', attribute(ROOT, 'requestId', 'urn:uuid:1')),
  fault('S005', attribute(ROOT, 'status'), 'S006'),
  fault('S006', attribute(ROOT, 'status', 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Partial')),
  fault('S007', drop(`${ROOT}/rim:RegistryObjectList`)),
  fault('S008', append(ROOT, '<rs:Exception/>'), 'S016'),
  fault('S009', drop(top('SpecificationIdentifier'))),
  fault('S010', drop(top('EvidenceResponseIdentifier'))),
  fault('S011', drop(top('IssueDateTime'))),
  fault('S012', drop(top('EvidenceProvider'))),
  fault('S013', drop(top('EvidenceRequester'))),
  fault('S014', append(ROOT, AVAILABLE_SLOT)),
  fault('S015', drop(`${SUPPLEMENT}/rim:Slot`)),
  fault('S016', append(ROOT, OTHER_SLOT)),
  fault('S017', retype(value('SpecificationIdentifier'))),
  fault('S018', retype(value('EvidenceResponseIdentifier'))),
  fault('S019', retype(value('IssueDateTime'))),
  fault('S020', retype(value('EvidenceProvider'))),
  fault('S021', retype(`${value('EvidenceProvider')}/rim:Element`)),
  fault('S022', retype(value('EvidenceRequester'))),
  deferred('S023', retype(value('ResponseAvailableDateTime'))),
  fault('S024', retype(`${MAIN}/rim:Slot/rim:SlotValue`)),
  fault('S025', swap(PROVIDER, '<sdg:Other/>'), 'C046'),
  fault('S026', append(PROVIDER, '<sdg:Other/>')),
  fault('S027', swap(REQUESTER, '<sdg:Other/>')),
  fault('S028', append(REQUESTER, '<sdg:Classification>ER</sdg:Classification>')),
  fault('S029', swap(`${SUPPLEMENT}//sdg:Evidence`, '<sdg:Other/>')),
  fault('S030', append(CONFORMANCE, '<sdg:Other/>')),
  fault('S033', drop(`${SUPPLEMENT}/rim:RepositoryItemRef`)),
  fault('S034', attribute(`${SUPPLEMENT}/rim:RepositoryItemRef`, 'xlink:href'), 'C042'),
  fault('S035', attribute(`${SUPPLEMENT}/rim:RepositoryItemRef`, 'xlink:title')),
  fault('S036', attribute(FIRST_OBJECT, 'id')),
  fault('S037', attribute(FIRST_OBJECT, 'id', 'first')),
  fault('S041', append(PERSON, '<sdg:LevelOfAssurance>High</sdg:LevelOfAssurance>')),
  ofCompany('S042', append(COMPANY, '<sdg:LevelOfAssurance>High</sdg:LevelOfAssurance>')),
  deferred('S045', drop(top('ResponseAvailableDateTime'))),
  fault('S046', drop(`${PACKAGE}/rim:RegistryObjectList`)),
  fault('S047', drop(`${PACKAGE}/rim:RegistryObjectList/rim:RegistryObject`)),
  fault('S048', repeat(`${MAIN}/rim:Classification`)),
  fault(
    'S049',
    append(
      MAIN,
      '<rim:Classification id="urn:uuid:00000000-0000-4000-8000-00000000c1a5" classificationScheme="urn:fdc:oots:classification:edm" classificationNode="Summary"/>',
    ),
    'S048',
  ),
  fault('S050', drop(ASSOCIATION)),
  fault('S051', attribute(ASSOCIATION, 'sourceObject'), 'S050', 'S053'),
  fault('S052', associationAs('Annex'), 'S061'),
  fault('S053', supplementNode('Annex'), 'S059'),
  fault('S054', associationAs('Translation'), 'S061'),
  fault('S055', attribute(ASSOCIATION, 'targetObject'), 'S057'),
  fault('S056', each(supplementAs('Annex'), lostTarget)),
  fault('S057', lostTarget),
  fault('S058', each(supplementAs('Translation'), lostTarget)),
  fault('S059', supplementNode('Annex'), 'S053'),
  fault('S060', supplementNode('Translation'), 'S053'),
  fault('S061', associationAs('Annex'), 'S052'),
  fault('S062', drop(`${EVIDENCE}/sdg:IssuingDate`)),
  fault('S063', append(`${SUPPLEMENT}//sdg:Evidence`, '<sdg:IssuingDate>2026-11-23</sdg:IssuingDate>')),
  fault('S065', attribute(`${MAIN}/rim:Classification`, 'id', 'first')),
  fault('S066', retype(PACKAGE, 'rim:ExtrinsicObjectType')),
  fault('POC-RESP-01', repeat(MAIN)),
  fault('POC-RESP-02', each(append(MAIN, OTHER_SLOT), append(MAIN, OTHER_SLOT))),
  fault('POC-RESP-06', retype(value('IssueDateTime'), 'other:DateTimeValueType')),
];

const CONTENT: readonly Fault[] = [
  fault('C002', text(`${value('SpecificationIdentifier')}/rim:Value`, 'oots-edm:v9.9')),
  fault('C003', text(`${value('EvidenceResponseIdentifier')}/rim:Value`, 'first')),
  fault('C004', text(`${value('IssueDateTime')}/rim:Value`, 'yesterday')),
  deferred('C005', text(`${value('ResponseAvailableDateTime')}/rim:Value`, 'tomorrow')),
  fault('C006', attribute(`${PROVIDER}/sdg:Identifier`, 'schemeID'), 'C007'),
  fault('C007', attribute(`${PROVIDER}/sdg:Identifier`, 'schemeID', UNKNOWN_SCHEME)),
  fault('C008', text(`${PROVIDER}//sdg:AdminUnitLevel1`, 'ZZ')),
  fault('C009', append(`${PROVIDER}/sdg:Address`, '<sdg:AdminUnitLevel2>south</sdg:AdminUnitLevel2>')),
  fault('C010', drop(`${PROVIDER}/sdg:Classification`), 'C046'),
  fault('C011', text(`${PROVIDER}/sdg:Classification`, 'XX'), 'C046'),
  fault('C012', attribute(`${REQUESTER}/sdg:Identifier`, 'schemeID'), 'C013'),
  fault('C013', attribute(`${REQUESTER}/sdg:Identifier`, 'schemeID', UNKNOWN_SCHEME)),
  fault('C015', text(`${EVIDENCE}/sdg:Identifier`, 'first')),
  fault('C016', text(`${EVIDENCE}/sdg:IssuingDate`, 'yesterday')),
  fault('C017', text(`${CONFORMANCE}/sdg:EvidenceTypeClassification`, 'https://sr.oots.tech.ec.europa.eu/other')),
  fault('C018', attribute(`${CONFORMANCE}/sdg:Title`, 'lang', 'en')),
  fault('C019', attribute(`${CONFORMANCE}/sdg:Title`, 'lang')),
  fault('C020', append(CONFORMANCE, '<sdg:Description lang="en">Some words</sdg:Description>')),
  fault('C021', append(CONFORMANCE, '<sdg:Description>Some words</sdg:Description>')),
  fault('C022', text(`${DISTRIBUTION}/sdg:ConformsTo`, 'https://sr.example/model')),
  fault('C023', text(`${DISTRIBUTION}/sdg:Format`, 'text/plain')),
  fault('C026', text(`${DISTRIBUTION}/sdg:Language`, 'en')),
  fault('C027', drop(`${PERSON}/sdg:Identifier`)),
  fault('C028', text(`${PERSON}/sdg:Identifier`, 'EE/FI/1')),
  fault('C030', attribute(`${PERSON}/sdg:Identifier`, 'schemeID'), 'C031'),
  fault('C031', attribute(`${PERSON}/sdg:Identifier`, 'schemeID', 'eidas2')),
  fault('C032', text(`${PERSON}/sdg:DateOfBirth`, '1 January 2000')),
  ofCompany('C033', drop(`${COMPANY}/sdg:LegalPersonIdentifier`)),
  ofCompany('C035', text(`${COMPANY}/sdg:LegalPersonIdentifier`, 'EE/FI/1')),
  ofCompany('C036', attribute(`${COMPANY}/sdg:LegalPersonIdentifier`, 'schemeID'), 'C037'),
  ofCompany('C037', attribute(`${COMPANY}/sdg:LegalPersonIdentifier`, 'schemeID', 'eidas2')),
  fault('C038', attribute(AUTHORITY, 'schemeID'), 'C039'),
  fault('C039', attribute(AUTHORITY, 'schemeID', UNKNOWN_SCHEME)),
  ofCompany('C040', text(`${EVIDENCE}/sdg:ValidityPeriod/sdg:StartDate`, 'yesterday')),
  ofCompany('C041', text(`${EVIDENCE}/sdg:ValidityPeriod/sdg:EndDate`, 'tomorrow')),
  fault('C042', attribute(`${MAIN}/rim:RepositoryItemRef`, 'xlink:href', 'https://ee.example/evidence')),
  fault('C046', repeat(`${value('EvidenceProvider')}/rim:Element`)),
  fault('C049', text(`${CONFORMANCE}/sdg:Title`, 'x')),
  fault('C058', repeat(`${DISTRIBUTION}/sdg:Format`)),
];

export const RESPONSE_FAULTS = [...STRUCTURE, ...CONTENT];
