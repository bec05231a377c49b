import { parseXml } from '@oots/edm/xml';
import { DIRECTORY_RULES } from './directory-rules.js';
import { REGISTRATION_RULES } from './registration-rules.js';
import {
  A_QUESTION,
  A_REFUSAL,
  A_REGISTRATION,
  A_REGISTRATION_REFUSED,
  DATA_SERVICES,
  EVIDENCE_TYPES,
  inEdition1,
} from './testing/directory-answers.js';
import { validateMessage } from './validate-message.js';

/** A valid document, and how to break it in one way only. */
type Mutation = readonly [valid: string, from: string | RegExp, to: string];

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType';
const OBJECT_ID = /id="urn:uuid:/;
const LIST = '<rim:RegistryObjectList>';
const QUESTION_1 = inEdition1(A_QUESTION).replace('sr.oots.tech.ec.europa.eu:codes', 'sr.oots.tech.europa.eu:codes');

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'POC-CS-01': [DATA_SERVICES, /query:QueryResponse/g, 'query:QueryRequest'],
  'POC-CS-02': [DATA_SERVICES, `${STATUS}:Success`, `${STATUS}:Unavailable`],
  'POC-CS-03': [DATA_SERVICES, /<rim:RegistryObjectList>[\s\S]*<\/rim:RegistryObjectList>/, ''],
  'POC-CS-04': [A_REFUSAL, /<rs:Exception[^>]*\/>/, ''],
  'POC-CS-05': [DATA_SERVICES, 'oots-cs:v2.0', 'oots-cs:v2.1'],
  'POC-CS-06': [inEdition1(DATA_SERVICES), LIST, `<rim:Slot name="Other"/>${LIST}`],
  'POC-CS-07': [DATA_SERVICES, 'status=', 'requestId="urn:uuid:00000000-0000-4000-8000-000000000001" status='],
  'POC-CS-08': [DATA_SERVICES, OBJECT_ID, 'id="'],
  'POC-CS-09': [DATA_SERVICES, '</rim:RegistryObject>', '<rim:Slot name="Other"/></rim:RegistryObject>'],
  'POC-CS-10': [
    EVIDENCE_TYPES,
    '</rim:RegistryObjectList>',
    `${/<rim:RegistryObject [\s\S]*<\/rim:RegistryObject>/.exec(DATA_SERVICES)?.[0] ?? ''}</rim:RegistryObjectList>`,
  ],
  'POC-CS-11': [EVIDENCE_TYPES, 'rim:AnyValueType', 'rim:StringValueType'],
  'POC-CS-12': [DATA_SERVICES, 'lang="EN"', 'lang="en"'],
  'POC-CS-20': [A_REFUSAL, / message="[^"]*"/, ''],
  'POC-CS-21': [A_REFUSAL, 'EB:ERR:0001', 'EB:ERR:0042'],
  'POC-CS-22': [A_REFUSAL, 'rs:ObjectNotFoundExceptionType', 'rs:InvalidRequestExceptionType'],
  'POC-CS-23': [A_REFUSAL, 'ErrorSeverityType:Error', 'ErrorSeverityType:Warning'],
  'POC-CS-24': [
    A_REFUSAL,
    /xsi:type="rs:ObjectNotFoundExceptionType" code="EB:ERR:0001"/,
    'xsi:type="rs:InvalidRequestExceptionType" code="EB:ERR:0004"',
  ],
  'POC-CS-25': [A_REFUSAL, /(<rs:Exception[^>]*)\/>/, '$1><rim:Slot name="Other"/></rs:Exception>'],
  'POC-EB-01': [EVIDENCE_TYPES, '/requirements/', '/demands/'],
  'POC-EB-02': [EVIDENCE_TYPES, /<sdg:Name lang="EN">Proof[^<]*<\/sdg:Name>/, ''],
  'POC-EB-03': [EVIDENCE_TYPES, /(<sdg:ReferenceFramework>\s*<sdg:Identifier>)/, '$1x'],
  'POC-EB-04': [EVIDENCE_TYPES, '<sdg:Identifier>V1</sdg:Identifier>', '<sdg:Identifier>Q9</sdg:Identifier>'],
  'POC-EB-05': [EVIDENCE_TYPES, /(<sdg:EvidenceTypeList>\s*<sdg:Identifier>)/, '$1x'],
  'POC-EB-06': [EVIDENCE_TYPES, /<sdg:Jurisdiction>\s*<sdg:AdminUnitLevel1>EE.*?<\/sdg:Jurisdiction>/s, ''],
  'POC-EB-07': [
    inEdition1(EVIDENCE_TYPES),
    /<sdg:Jurisdiction><sdg:AdminUnitLevel1>EE<\/sdg:AdminUnitLevel1><\/sdg:Jurisdiction>(?=<\/sdg:EvidenceType>)/,
    '',
  ],
  'POC-EB-08': [EVIDENCE_TYPES, '/evidencetypeclassifications/EE/', '/evidencetypeclassifications/ee/'],
  'POC-EB-09': [EVIDENCE_TYPES, /<sdg:Title lang="EN">Extract[^<]*<\/sdg:Title>/, ''],
  'POC-DSD-01': [DATA_SERVICES, /(<sdg:DataServiceEvidenceType>\s*<sdg:Identifier>)/, '$1x'],
  'POC-DSD-02': [DATA_SERVICES, '/evidencetypeclassifications/EE/', '/types/EE/'],
  'POC-DSD-03': [DATA_SERVICES, /<sdg:Title[^>]*>[^<]*<\/sdg:Title>/, ''],
  'POC-DSD-04': [DATA_SERVICES, /<sdg:DistributedAs>[\s\S]*<\/sdg:DistributedAs>/, ''],
  'POC-DSD-05': [DATA_SERVICES, '>application/json<', '>text/plain<'],
  'POC-DSD-06': [DATA_SERVICES, '>application/json<', '>application/pdf<'],
  'POC-DSD-07': [DATA_SERVICES, /<sdg:AccessService>[\s\S]*<\/sdg:AccessService>/, ''],
  'POC-DSD-08': [DATA_SERVICES, 'unregistered:EE">AP', 'registered:EE">AP'],
  'POC-DSD-09': [DATA_SERVICES, '<sdg:ConformsTo>oots-edm:v2.0</sdg:ConformsTo>', ''],
  'POC-DSD-10': [DATA_SERVICES, /<sdg:Publisher>[\s\S]*<\/sdg:Publisher>/, ''],
  'POC-DSD-11': [DATA_SERVICES, 'EAS:0191', 'EAS:0000'],
  'POC-DSD-12': [DATA_SERVICES, /<sdg:Address>[\s\S]*<\/sdg:Address>/, ''],
  'POC-DSD-13': [DATA_SERVICES, '>Substantial<', '>Middling<'],
  'POC-DSD-14': [
    DATA_SERVICES,
    '</sdg:AuthenticationLevelOfAssurance>',
    '</sdg:AuthenticationLevelOfAssurance><sdg:EvidenceProviderClassification/>',
  ],
  'POC-DSD-20': [A_QUESTION, 'name="DataServiceEvidenceType"', 'name="Other"'],
  'POC-DSD-21': [QUESTION_1, 'name="DataServiceEvidenceType"', 'name="Other"'],
  'POC-DSD-22': [A_QUESTION, '<sdg:Type>codelist</sdg:Type>', ''],
  'POC-LCM-01': [A_REGISTRATION_REFUSED, `${STATUS}:Failure`, `${STATUS}:Partial`],
  'POC-LCM-02': [A_REGISTRATION_REFUSED, 'requestId="urn:uuid:', 'requestId="'],
  'POC-LCM-03': [A_REGISTRATION_REFUSED, `${STATUS}:Failure`, `${STATUS}:Success`],
  'POC-LCM-04': [A_REGISTRATION_REFUSED, /<rs:Exception[^>]*\/>/, ''],
  'POC-LCM-05': [A_REGISTRATION_REFUSED, / severity="[^"]*"/, ''],
  'POC-LCM-06': [A_REGISTRATION_REFUSED, 'LCM:ERR:0001', 'LCM:ERR:0009'],
  'POC-LCM-10': [A_REGISTRATION, /(SubmitObjectsRequest[^>]* id=")urn:uuid:/, '$1'],
  'POC-LCM-11': [A_REGISTRATION, /<rim:RegistryObject .*<\/rim:RegistryObject>/s, ''],
  'POC-LCM-12': [A_REGISTRATION, /(<rim:RegistryObject id=")urn:uuid:/, '$1'],
};

const judged = (xml: string) =>
  validateMessage('found', Buffer.from(xml), parseXml(xml).is('query:QueryRequest') ? { as: 'directory' } : {}).report;

describe('given valid answers of the directories, and what registers there', () => {
  it.each(
    Object.entries({
      DATA_SERVICES,
      EVIDENCE_TYPES,
      A_REFUSAL,
      A_QUESTION,
      A_REGISTRATION,
      A_REGISTRATION_REFUSED,
      QUESTION_1,
      DATA_SERVICES_1: inEdition1(DATA_SERVICES),
      EVIDENCE_TYPES_1: inEdition1(EVIDENCE_TYPES),
    }),
  )('when %s is judged, then it is valid without a finding', (_name, xml) => {
    expect(judged(xml)).toMatchObject({ verdict: 'valid', documents: [{ findings: [] }] });
  });

  it('then every rule has a mutation that breaks it', () => {
    expect([...DIRECTORY_RULES, ...REGISTRATION_RULES].map(({ id }) => id).sort()).toEqual(
      Object.keys(MUTATIONS).sort(),
    );
  });

  it.each(Object.entries(MUTATIONS))(
    'when one is broken against %s, then that rule and no other finds it',
    (id, mutation) => {
      const [valid, from, to] = mutation;
      const broken = valid.replace(from, to);
      expect(broken).not.toBe(valid);
      const findings = judged(broken).documents.flatMap((document) => document.findings);
      expect([...new Set(findings.map(({ rule }) => rule))]).toEqual([id]);
      expect(findings[0]).toMatchObject({
        line: expect.any(Number) as number,
        path: expect.stringMatching(/^\//) as string,
      });
    },
  );
});
