/** Valid answers of the directories of the 2.0 line, and what registers there. Everybody in them is invented. */

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType';
const ERROR = 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error';
const REPOSITORY = 'https://sr.oots.tech.ec.europa.eu';
const NAMESPACES = [
  'xmlns:query="urn:oasis:names:tc:ebxml-regrep:xsd:query:4.0"',
  'xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:4.0"',
  'xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:4.0"',
  'xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:4.0"',
  'xmlns:sdg="http://data.europa.eu/p4s"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

const VERSION_SLOT =
  '<rim:Slot name="SpecificationIdentifier"><rim:SlotValue xsi:type="rim:StringValueType"><rim:Value>oots-cs:v2.0</rim:Value></rim:SlotValue></rim:Slot>';
const TYPE = `<sdg:EvidenceTypeClassification>${REPOSITORY}/evidencetypeclassifications/EE/0a0b0c0d-0000-4000-8000-0000000000e7</sdg:EvidenceTypeClassification><sdg:Title lang="EN">Extract on residence</sdg:Title>`;
const JURISDICTION = '<sdg:Jurisdiction><sdg:AdminUnitLevel1>EE</sdg:AdminUnitLevel1></sdg:Jurisdiction>';
const DESCRIPTION = `<sdg:Identifier>0a0b0c0d-0000-4000-8000-000000000d5d</sdg:Identifier>${TYPE}<sdg:DistributedAs><sdg:Format>application/json</sdg:Format><sdg:Language>EN</sdg:Language><sdg:ConformsTo>${REPOSITORY}/datamodels/residence-1.0.0</sdg:ConformsTo></sdg:DistributedAs>`;

function answer(status: 'Success' | 'Failure', body: string): string {
  return `<query:QueryResponse ${NAMESPACES} status="${STATUS}:${status}">\n${VERSION_SLOT}\n${body}\n</query:QueryResponse>`;
}

function object(id: string, slot: string, content: string): string {
  const value = `<rim:SlotValue xsi:type="rim:AnyValueType"><sdg:${slot}>${content}</sdg:${slot}></rim:SlotValue>`;
  return `<rim:RegistryObjectList>\n<rim:RegistryObject id="urn:uuid:${id}"><rim:Slot name="${slot}">${value}</rim:Slot></rim:RegistryObject>\n</rim:RegistryObjectList>`;
}

export const DATA_SERVICES = answer(
  'Success',
  object(
    '0a0b0c0d-0000-4000-8000-000000000001',
    'DataServiceEvidenceType',
    `${DESCRIPTION}<sdg:AccessService><sdg:Identifier schemeID="urn:oasis:names:tc:ebcore:partyid-type:unregistered:EE">AP_EE_01</sdg:Identifier><sdg:ConformsTo>oots-edm:v2.0</sdg:ConformsTo><sdg:Publisher><sdg:Identifier schemeID="urn:cef.eu:names:identifier:EAS:0191">70000001</sdg:Identifier><sdg:Name lang="EN">Population Register of simulated Estonia</sdg:Name><sdg:Address><sdg:AdminUnitLevel1>EE</sdg:AdminUnitLevel1></sdg:Address>${JURISDICTION}</sdg:Publisher></sdg:AccessService><sdg:AuthenticationLevelOfAssurance>Substantial</sdg:AuthenticationLevelOfAssurance>`,
  ),
);

export const EVIDENCE_TYPES = answer(
  'Success',
  object(
    '0a0b0c0d-0000-4000-8000-000000000002',
    'Requirement',
    `<sdg:Identifier>${REPOSITORY}/requirements/0a0b0c0d-0000-4000-8000-0000000000a1</sdg:Identifier><sdg:Name lang="EN">Proof of residence</sdg:Name><sdg:ReferenceFramework><sdg:Identifier>0a0b0c0d-0000-4000-8000-0000000000f1</sdg:Identifier><sdg:RelatedTo><sdg:Identifier>V1</sdg:Identifier></sdg:RelatedTo><sdg:Jurisdiction><sdg:AdminUnitLevel1>FI</sdg:AdminUnitLevel1></sdg:Jurisdiction></sdg:ReferenceFramework><sdg:EvidenceTypeList><sdg:Identifier>0a0b0c0d-0000-4000-8000-0000000000b1</sdg:Identifier><sdg:Name lang="EN">Residence</sdg:Name><sdg:EvidenceType>${TYPE}</sdg:EvidenceType>${JURISDICTION}</sdg:EvidenceTypeList>`,
  ),
);

export const A_REFUSAL = answer(
  'Failure',
  `<rs:Exception xsi:type="rs:ObjectNotFoundExceptionType" code="EB:ERR:0001" detail="EMPTY_RESULT" message="The result set is empty" severity="${ERROR}"/>`,
);

/** DSD:ERR:0005: the person has to say more. */
export const A_QUESTION = answer(
  'Failure',
  `<rs:Exception xsi:type="rs:ObjectNotFoundExceptionType" code="DSD:ERR:0005" message="The query requires the included extra attributes to be provided by the user" severity="urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:DSDErrorResponse:AdditionalInput"><rim:Slot name="DataServiceEvidenceType"><rim:SlotValue xsi:type="rim:AnyValueType"><sdg:DataServiceEvidenceType>${DESCRIPTION}</sdg:DataServiceEvidenceType></rim:SlotValue></rim:Slot><rim:Slot name="UserRequestedClassificationConcepts"><rim:SlotValue xsi:type="rim:CollectionValueType" collectionType="urn:oasis:names:tc:ebxml-regrep:CollectionType:Set"><rim:Element xsi:type="rim:AnyValueType"><sdg:EvidenceProviderClassification><sdg:Identifier>0a0b0c0d-0000-4000-8000-0000000000c1</sdg:Identifier><sdg:Type>codelist</sdg:Type><sdg:Description lang="EN">Where did you live last?</sdg:Description></sdg:EvidenceProviderClassification></rim:Element></rim:SlotValue></rim:Slot></rs:Exception>`,
);

export const A_REGISTRATION = `<lcm:SubmitObjectsRequest ${NAMESPACES} id="urn:uuid:0a0b0c0d-0000-4000-8000-000000000003">\n${object('0a0b0c0d-0000-4000-8000-000000000004', 'Requirement', '')}\n</lcm:SubmitObjectsRequest>`;

export const A_REGISTRATION_REFUSED = `<rs:RegistryResponse ${NAMESPACES} requestId="urn:uuid:0a0b0c0d-0000-4000-8000-000000000003" status="${STATUS}:Failure">\n<rs:Exception xsi:type="rs:InvalidRequestExceptionType" severity="${ERROR}" message="Invalid registry object" code="LCM:ERR:0001"/>\n</rs:RegistryResponse>`;

/** The same answer as the 1.x line writes it: without its version, with the jurisdiction on each evidence type. */
export function inEdition1(xml: string): string {
  return xml
    .replace(VERSION_SLOT, '')
    .replace(`</sdg:EvidenceType>${JURISDICTION}`, `${JURISDICTION}</sdg:EvidenceType>`);
}
