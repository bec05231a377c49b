import { objectsOf } from '../registration/declared-objects.js';
import type { RegistryName } from '../registration/registered-object.js';
import type { RegistrationErrorCode } from '../registration/registration-refusal.js';
import { writeRegistrationRequest } from '../registration/registration-request.xml.js';
import { NEWCOMER } from './declarations.js';

const ID = 'urn:uuid:11111111-2222-4333-8444-555555555555';
/** An identifier that nothing has. */
export const ELSEWHERE = 'urn:uuid:99999999-2222-4333-8444-555555555555';

/** What the newcomer registers, without fault. */
export const WRITTEN: Readonly<Record<RegistryName, string>> = { eb: written('eb'), dsd: written('dsd') };

/** @returns a country's submission to one of the directories */
export function written(registry: RegistryName, declared = NEWCOMER): string {
  return writeRegistrationRequest({
    kind: 'submit',
    id: ID,
    mode: 'CreateOrReplace',
    ...objectsOf(declared, registry),
  });
}

/** The first match and nothing else. */
type Spoiling = readonly [pattern: RegExp, replacement: string];

/** A registration with one fault, and how that is refused. */
export interface Spoiled {
  readonly what: string;
  readonly in: RegistryName;
  readonly by: Spoiling;
  readonly code: RegistrationErrorCode;
  readonly detail: RegExp;
  /** The rule under which the Schematron files of 1.0 find the same, where they do. */
  readonly judge?: string;
}

/** Of the one provider in `WRITTEN.dsd`. */
export const providerId = /<rim:RegistryObject id="(urn:uuid:[^"]+)">\s*<rim:Slot name="EvidenceProvider"/.exec(
  WRITTEN.dsd,
)?.[1];
const recordId = /<rim:RegistryObject id="(urn:uuid:[^"]+)">\s*<rim:Slot name="DataServiceEvidenceType"/.exec(
  WRITTEN.dsd,
)?.[1];

/** Every way in which a registration by itself can be wrong. */
export const SPOILED: readonly Spoiled[] = [
  {
    what: 'another root',
    in: 'eb',
    by: [/^[\s\S]*$/, '<rim:RegistryObjectList xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:4.0"/>'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S001/,
    judge: 'EB-SUB-S001',
  },
  {
    what: 'an id that is no UUID',
    in: 'dsd',
    by: [new RegExp(ID), 'urn:uuid:one'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S004/,
    judge: 'R-DSD-SUB-S004',
  },
  {
    what: 'no object',
    in: 'dsd',
    by: [/<rim:RegistryObjectList>[\s\S]*<\/rim:RegistryObjectList>/, '<rim:RegistryObjectList/>'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S036/,
    judge: 'R-DSD-SUB-S036',
  },
  {
    what: 'a mode that keeps versions',
    in: 'dsd',
    by: [/CreateOrReplace/, 'CreateOrVersion'],
    code: 'LCM:ERR:0001',
    detail: /mode/,
  },
  {
    what: 'an object whose id is no UUID',
    in: 'dsd',
    by: [/<rim:RegistryObject id="[^"]+"/, '<rim:RegistryObject id="one"'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S032/,
  },
  {
    what: 'an object without classification',
    in: 'dsd',
    by: [/<rim:Classification [^>]*\/>/, ''],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S007/,
    judge: 'R-DSD-SUB-S007',
  },
  {
    what: 'the classification scheme of the other directory',
    in: 'dsd',
    by: [/urn:fdc:oots:classification:dsd/, 'urn:fdc:oots:classification:eb'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S012/,
    judge: 'R-DSD-SUB-S012',
  },
  {
    what: 'a kind that no directory keeps',
    in: 'dsd',
    by: [/classificationNode="EvidenceProvider"/, 'classificationNode="Person"'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S013/,
    judge: 'R-DSD-SUB-S013',
  },
  {
    what: 'a slot of another name than the classification',
    in: 'eb',
    by: [/<rim:Slot name="Requirement">/, '<rim:Slot name="Demand">'],
    code: 'LCM:ERR:0001',
    detail: /^EB-SUB-S014/,
  },
  {
    what: 'a slot of another type',
    in: 'dsd',
    by: [/xsi:type="rim:AnyValueType"/, 'xsi:type="rim:StringValueType"'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S017/,
    judge: 'R-DSD-SUB-S017',
  },
  {
    what: 'a slot without its element',
    in: 'dsd',
    by: [/<sdg:DataServiceEvidenceType>[\s\S]*?<\/sdg:DataServiceEvidenceType>/, ''],
    code: 'LCM:ERR:0001',
    detail: /without sdg:DataServiceEvidenceType/,
    judge: 'R-DSD-SUB-S019',
  },
  {
    what: 'an evidence type of another shape',
    in: 'eb',
    by: [/evidencetypeclassifications\/LU\/3c2f/, 'evidencetypeclassifications/LU/xxxx'],
    code: 'LCM:ERR:0001',
    detail: /^R-EB-SUB-C001/,
    judge: 'R-EB-SUB-C001',
  },
  {
    what: 'a title in a language that is none',
    in: 'eb',
    by: [/<sdg:Title lang="EN">Evidence/, '<sdg:Title lang="QQ">Evidence'],
    code: 'LCM:ERR:0001',
    detail: /^R-EB-SUB-C003/,
  },
  {
    what: 'an evidence type inside a list',
    in: 'eb',
    by: [/(<sdg:EvidenceTypeList>[\s\S]*?<\/sdg:Name>)/, '$1<sdg:EvidenceType/>'],
    code: 'LCM:ERR:0001',
    detail: /^EB-SUB-S027/,
    judge: 'EB-SUB-S027',
  },
  {
    what: 'a list that is no UUID',
    in: 'eb',
    by: [/<sdg:Identifier>9e1d2c3b/, '<sdg:Identifier>9e1d'],
    code: 'LCM:ERR:0001',
    detail: /^R-EB-SUB-C007/,
    judge: 'R-EB-SUB-C007',
  },
  {
    what: 'a list without jurisdiction',
    in: 'eb',
    by: [/(<\/sdg:Name>\s*)<sdg:Jurisdiction>[\s\S]*?<\/sdg:Jurisdiction>(\s*<\/sdg:EvidenceTypeList>)/, '$1$2'],
    code: 'LCM:ERR:0001',
    detail: /EvidenceTypeList without jurisdiction/,
  },
  {
    what: 'a list for a country outside of OOTS',
    in: 'eb',
    by: [
      /<sdg:AdminUnitLevel1>LU(<\/sdg:AdminUnitLevel1>\s*<\/sdg:Jurisdiction>\s*<\/sdg:EvidenceTypeList>)/,
      '<sdg:AdminUnitLevel1>US$1',
    ],
    code: 'LCM:ERR:0001',
    detail: /^R-EB-SUB-C006/,
  },
  {
    what: 'a requirement of another shape',
    in: 'eb',
    by: [/europa.eu\/requirements\//, 'europa.eu/demands/'],
    code: 'LCM:ERR:0001',
    detail: /^R-EB-SUB-C012/,
    judge: 'R-EB-SUB-C012',
  },
  {
    what: 'a framework inside a requirement',
    in: 'eb',
    by: [/<\/sdg:Requirement>/, '<sdg:ReferenceFramework/></sdg:Requirement>'],
    code: 'LCM:ERR:0001',
    detail: /^EB-SUB-S028/,
    judge: 'EB-SUB-S028',
  },
  {
    what: 'a framework for no procedure',
    in: 'eb',
    by: [/<sdg:RelatedTo>[\s\S]*?<\/sdg:RelatedTo>/, ''],
    code: 'LCM:ERR:0001',
    detail: /without sdg:RelatedTo/,
    judge: 'R-EDM-REQ-S049',
  },
  {
    what: 'a framework for a procedure that is none',
    in: 'eb',
    by: [/<sdg:Identifier>V1</, '<sdg:Identifier>Z9<'],
    code: 'LCM:ERR:0001',
    detail: /^R-EB-SUB-C023/,
    judge: 'R-EB-SUB-C023',
  },
  {
    what: 'a data service that is no UUID',
    in: 'dsd',
    by: [/<sdg:Identifier>7d9a3f10/, '<sdg:Identifier>7d9a'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C001/,
    judge: 'R-DSD-SUB-C001',
  },
  {
    what: 'a data service for an evidence type of another shape',
    in: 'dsd',
    by: [/evidencetypeclassifications\/LU\/3c2f/, 'evidencetypeclassifications/LU/xxxx'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C002/,
    judge: 'R-DSD-SUB-C002',
  },
  {
    what: 'a data service without title in a language',
    in: 'dsd',
    by: [/<sdg:Title lang="EN">/, '<sdg:Title lang="">'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C004/,
    judge: 'R-DSD-SUB-C004',
  },
  {
    what: 'a format outside of the list',
    in: 'dsd',
    by: [/application\/pdf/, 'text/html'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C007/,
    judge: 'R-DSD-SUB-C007',
  },
  {
    what: 'structured evidence without data model',
    in: 'dsd',
    by: [/<sdg:ConformsTo>https[^<]*<\/sdg:ConformsTo>/, ''],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C038/,
    judge: 'R-DSD-SUB-C038b',
  },
  {
    what: 'a question that is no UUID',
    in: 'dsd',
    by: [/(<sdg:EvidenceProviderClassification>\s*<sdg:Identifier>)5a0d7c1e/, '$15a0d'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C010/,
    judge: 'R-DSD-SUB-C010',
  },
  {
    what: 'an unknown level of assurance',
    in: 'dsd',
    by: [/>Substantial</, '>Some<'],
    code: 'LCM:ERR:0001',
    detail: /level of assurance/,
    judge: 'R-DSD-SUB-C037',
  },
  {
    what: 'an access service inside the record',
    in: 'dsd',
    by: [/<\/sdg:DataServiceEvidenceType>/, '<sdg:AccessService/></sdg:DataServiceEvidenceType>'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-S018/,
  },
  {
    what: 'an access point without scheme',
    in: 'dsd',
    by: [/(<sdg:AccessService>\s*<sdg:Identifier) schemeID="[^"]*"/, '$1'],
    code: 'LCM:ERR:0001',
    detail: /identifier and scheme/,
    judge: 'R-DSD-SUB-C020',
  },
  {
    what: 'an access point under a scheme that is none',
    in: 'dsd',
    by: [/(<sdg:AccessService>\s*<sdg:Identifier) schemeID="[^"]*"/, '$1 schemeID="urn:my:own"'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C020/,
  },
  {
    what: 'an access service that speaks nothing',
    in: 'dsd',
    by: [/(<sdg:ConformsTo>oots-edm[^<]*<\/sdg:ConformsTo>\s*)+/, ''],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C023/,
    judge: 'R-DSD-SUB-C023',
  },
  {
    what: 'an access service without publisher',
    in: 'dsd',
    by: [/<sdg:Publisher>[\s\S]*<\/sdg:Publisher>/, ''],
    code: 'LCM:ERR:0001',
    detail: /one publisher/,
  },
  {
    what: 'a publisher without name',
    in: 'dsd',
    by: [/<sdg:Name lang="EN">Commune[^<]*<\/sdg:Name>/, ''],
    code: 'LCM:ERR:0001',
    detail: /sdg:Name/,
  },
  {
    what: 'a publisher responsible for another country than its own',
    in: 'dsd',
    by: [/(<sdg:Jurisdiction>\s*<sdg:AdminUnitLevel1>)LU/, '$1IS'],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C028/,
  },
  {
    what: 'an answer to no value',
    in: 'dsd',
    by: [/<sdg:SupportedValue>[\s\S]*<\/sdg:SupportedValue>/, ''],
    code: 'LCM:ERR:0001',
    detail: /^R-DSD-SUB-C036/,
    judge: 'R-DSD-SUB-S031',
  },
  {
    what: 'an association that is no UUID',
    in: 'dsd',
    by: [/(xsi:type="rim:AssociationType" id=)"[^"]+"/, '$1"one"'],
    code: 'LCM:ERR:0002',
    detail: /^R-DSD-SUB-S032/,
  },
  {
    what: 'an association of an unknown type',
    in: 'dsd',
    by: [/AssociationType:ServesEvidenceType/, 'AssociationType:Knows'],
    code: 'LCM:ERR:0002',
    detail: /unknown type/,
    judge: 'R-DSD-SUB-S029',
  },
  {
    what: 'an association between other kinds',
    in: 'eb',
    by: [/AssociationType:FulfillsRequirement/, 'AssociationType:ContainsEvidence'],
    code: 'LCM:ERR:0002',
    detail: /target of ContainsEvidence .* is no EvidenceType/,
    judge: 'R-EB-SUB-S036b',
  },
  {
    what: 'an association that starts nowhere',
    in: 'dsd',
    by: [/ sourceObject="[^"]+"/, ''],
    code: 'LCM:ERR:0002',
    detail: /sourceObject/,
    judge: 'R-DSD-SUB-S024',
  },
  {
    what: 'an association that starts at something unknown',
    in: 'dsd',
    by: [/sourceObject="[^"]+"/, `sourceObject="${ELSEWHERE}"`],
    code: 'LCM:ERR:0002',
    detail: /source of ServesEvidenceType/,
    judge: 'R-DSD-SUB-S028a',
  },
  {
    what: 'an association that ends at something unknown',
    in: 'dsd',
    by: [/targetObject="[^"]+"/, `targetObject="${ELSEWHERE}"`],
    code: 'LCM:ERR:0002',
    detail: /target of ServesEvidenceType/,
    judge: 'R-DSD-SUB-S028b',
  },
  {
    what: 'a provider of nothing',
    in: 'dsd',
    by: [/<rim:RegistryObject xsi:type="rim:AssociationType"[^>]*\/>/, ''],
    code: 'LCM:ERR:0003',
    detail: /EvidenceProvider .* has no ServesEvidenceType/,
    judge: 'R-DSD-SUB-S035',
  },
  {
    what: 'a list that proves nothing',
    in: 'eb',
    by: [/<rim:RegistryObject xsi:type="rim:AssociationType" [^>]*FulfillsRequirement[^>]*\/>/, ''],
    code: 'LCM:ERR:0003',
    detail: /EvidenceTypeList .* has no FulfillsRequirement/,
  },
  {
    what: 'an evidence type in no list',
    in: 'eb',
    by: [/<rim:RegistryObject xsi:type="rim:AssociationType" [^>]*ContainsEvidence[^>]*\/>/, ''],
    code: 'LCM:ERR:0003',
    detail: /EvidenceType .* has no ContainsEvidence/,
  },
  {
    what: 'a framework that asks for nothing',
    in: 'eb',
    by: [/<rim:RegistryObject xsi:type="rim:AssociationType" [^>]*DerivesFromReferenceFramework[^>]*\/>/, ''],
    code: 'LCM:ERR:0003',
    detail: /ReferenceFramework .* has no Derives/,
  },
  {
    what: 'two objects under one id',
    in: 'dsd',
    by: [new RegExp(providerId ?? 'no provider', 'g'), recordId ?? 'no record'],
    code: 'LCM:ERR:0003',
    detail: /stands twice/,
  },
];

/** @returns the right registration with the one fault planted. @throws when the fault could not be planted */
export function spoiled({ in: registry, by: [pattern, replacement] }: Spoiled): string {
  const xml = WRITTEN[registry].replace(pattern, replacement);
  if (xml === WRITTEN[registry]) throw new Error(`${String(pattern)} matches nothing`);
  return xml;
}
