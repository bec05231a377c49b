import { DIRECTORY_EXCEPTIONS, isDirectoryErrorCode } from '@oots/directory';
import {
  COUNTRIES,
  isOrganisationScheme,
  isProcedure,
  LANGUAGES,
  LEVELS_OF_ASSURANCE,
  MEDIA_TYPES,
  STRUCTURED_MEDIA_TYPES,
} from '@oots/edm/code-lists';
import type { XmlElement } from '@oots/edm/xml';
import {
  anywhere,
  atLeastOne,
  below,
  type DirectoryRule,
  document,
  exactlyOne,
  fatal,
  URN_UUID,
  UUID,
  warning,
} from './directory-rule.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';
const ERROR_SEVERITY = 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error';
/** The 1.0 line writes the host without `ec`. */
const ADDITIONAL_INPUT = /^urn:sr\.oots\.tech\.(ec\.)?europa\.eu:codes:ErrorSeverity:DSDErrorResponse:AdditionalInput$/;
const REPOSITORY = '^https://sr(\\.[a-z0-9-]+)?\\.oots\\.tech\\.(ec\\.)?europa\\.eu';
const REQUIREMENT_URL = new RegExp(`${REPOSITORY}/requirements/${UUID}$`);
const CLASSIFICATION_URL = new RegExp(`${REPOSITORY}/evidencetypeclassifications/([A-Z]{2}|oots)/${UUID}$`);

const isSuccess = (root: XmlElement) => root.attribute('status') === `${STATUS}Success`;
const isFailure = (root: XmlElement) => root.attribute('status') === `${STATUS}Failure`;
const objects = below('rim:RegistryObjectList', 'rim:RegistryObject');
const slotNamed = (name: string) => (root: XmlElement) =>
  objects(root).flatMap((object) => object.all('rim:Slot').filter((slot) => slot.attribute('name') === name));
const requirements = (root: XmlElement) =>
  slotNamed('Requirement')(root).flatMap(below('rim:SlotValue', 'sdg:Requirement'));
const evidenceTypes = (root: XmlElement) =>
  slotNamed('DataServiceEvidenceType')(root).flatMap(below('rim:SlotValue', 'sdg:DataServiceEvidenceType'));
const lists = (root: XmlElement) => requirements(root).flatMap(below('sdg:EvidenceTypeList'));
const listedTypes = (root: XmlElement) => lists(root).flatMap(below('sdg:EvidenceType'));
const accessServices = (root: XmlElement) => evidenceTypes(root).flatMap(below('sdg:AccessService'));
const publishers = (root: XmlElement) => accessServices(root).flatMap(below('sdg:Publisher'));
const exceptions = below('rs:Exception');
const questions = (root: XmlElement) =>
  exceptions(root).filter((exception) => exception.attribute('code') === 'DSD:ERR:0005');

const isContent = (slot: string) => slot === 'Requirement' || slot === 'DataServiceEvidenceType';
const slotsOf = (element: XmlElement) => element.all('rim:Slot').map((slot) => slot.attribute('name') ?? '');
const jurisdictionOf = (element: XmlElement) => element.first('sdg:Jurisdiction')?.first('sdg:AdminUnitLevel1')?.text;
const isInCountry = (element: XmlElement) => COUNTRIES.has(jurisdictionOf(element) ?? '');
const scheme = (element: XmlElement) => element.first('sdg:Identifier')?.attribute('schemeID') ?? '';
const identifiedBy = (pattern: RegExp) => (element: XmlElement) =>
  pattern.test(element.first('sdg:Identifier')?.text ?? '');
const classified = (element: XmlElement) =>
  CLASSIFICATION_URL.test(element.first('sdg:EvidenceTypeClassification')?.text ?? '');
const isOrganisation = (element: XmlElement) =>
  isOrganisationScheme(scheme(element)) && element.first('sdg:Identifier')?.text !== '';

/** What every answer has in common. */
const ANSWER: readonly DirectoryRule[] = [
  fatal('POC-CS-01', 'the root is query:QueryResponse', document, (root) => root.is('query:QueryResponse')),
  fatal('POC-CS-02', 'the status is Success or Failure', document, (root) => isSuccess(root) || isFailure(root)),
  fatal(
    'POC-CS-03',
    'a success has exactly one RegistryObjectList and no exception',
    (root) => (isSuccess(root) ? [root] : []),
    (root) => root.all('rim:RegistryObjectList').length === 1 && root.all('rs:Exception').length === 0,
  ),
  fatal(
    'POC-CS-04',
    'a failure has at least one exception and no RegistryObjectList',
    (root) => (isFailure(root) ? [root] : []),
    (root) => root.all('rs:Exception').length > 0 && root.all('rim:RegistryObjectList').length === 0,
  ),
  fatal(
    'POC-CS-05',
    'the only slot of the answer is SpecificationIdentifier, a string: oots-cs:v2.0',
    document,
    (root) =>
      slotsOf(root).join() === 'SpecificationIdentifier' &&
      below(
        'rim:Slot',
        'rim:SlotValue',
      )(root).every(
        (value) => value.typeName === 'StringValueType' && value.first('rim:Value')?.text === 'oots-cs:v2.0',
      ),
    '2.0',
  ),
  fatal('POC-CS-06', 'the answer itself has no slot', document, (root) => slotsOf(root).length === 0, '1.x'),
  warning(
    'POC-CS-07',
    'an answer of a directory has no requestId',
    document,
    (root) => root.attribute('requestId') === undefined,
  ),
  fatal('POC-CS-08', 'the id of an object is urn:uuid:<UUID>', objects, (object) =>
    URN_UUID.test(object.attribute('id') ?? ''),
  ),
  fatal('POC-CS-09', 'an object has one slot: Requirement or DataServiceEvidenceType', objects, (object) =>
    isContent(slotsOf(object).join()),
  ),
  fatal(
    'POC-CS-10',
    'objects of one answer are of one kind',
    document,
    (root) => new Set(objects(root).flatMap(slotsOf).filter(isContent)).size <= 1,
  ),
  fatal(
    'POC-CS-11',
    'the slot value is an AnyValueType that holds one element of the name of its slot',
    (root) =>
      ['Requirement', 'DataServiceEvidenceType']
        .flatMap((name) => slotNamed(name)(root))
        .flatMap(below('rim:SlotValue')),
    (value) =>
      value.typeName === 'AnyValueType' &&
      value.children.length === 1 &&
      value.first(`sdg:${value.parent?.attribute('name') ?? ''}`) !== undefined,
  ),
  fatal(
    'POC-CS-12',
    'a text says its language, an upper-case code of LanguageCode',
    (root) => (['sdg:Name', 'sdg:Title', 'sdg:Description'] as const).flatMap((name) => [...anywhere(name)(root)]),
    (text) => LANGUAGES.has(text.attribute('lang') ?? '') && text.text !== '',
  ),
];

/** Answers of the Evidence Broker. @see TDD 3.2.4 */
const EVIDENCE_BROKER: readonly DirectoryRule[] = [
  fatal('POC-EB-01', 'a requirement is identified by its URL', requirements, identifiedBy(REQUIREMENT_URL)),
  fatal('POC-EB-02', 'a requirement has a name', requirements, atLeastOne('sdg:Name')),
  fatal(
    'POC-EB-03',
    'a reference framework is identified by a UUID',
    (root) => requirements(root).flatMap(below('sdg:ReferenceFramework')),
    identifiedBy(new RegExp(`^${UUID}$`)),
  ),
  warning(
    'POC-EB-04',
    'a reference framework names a procedure of the list and the country that runs it',
    (root) => requirements(root).flatMap(below('sdg:ReferenceFramework')),
    (framework) =>
      isInCountry(framework) &&
      below('sdg:RelatedTo', 'sdg:Identifier')(framework).some(({ text }) => isProcedure(text)),
  ),
  fatal('POC-EB-05', 'a list of evidence types is identified by a UUID', lists, identifiedBy(new RegExp(`^${UUID}$`))),
  fatal('POC-EB-06', 'a list of evidence types says of which country it is', lists, isInCountry, '2.0'),
  fatal('POC-EB-07', 'an evidence type says of which country it is', listedTypes, isInCountry, '1.x'),
  fatal('POC-EB-08', 'an evidence type is classified by its URL', listedTypes, classified),
  fatal('POC-EB-09', 'an evidence type has a title', listedTypes, atLeastOne('sdg:Title')),
];

/** Answers of the Data Services Directory. @see TDD 3.1.4 */
const DATA_SERVICES_DIRECTORY: readonly DirectoryRule[] = [
  fatal('POC-DSD-01', 'a record is identified by a UUID', evidenceTypes, identifiedBy(new RegExp(`^${UUID}$`))),
  fatal('POC-DSD-02', 'a record is classified by the URL of its evidence type', evidenceTypes, classified),
  fatal('POC-DSD-03', 'a record has a title', evidenceTypes, atLeastOne('sdg:Title')),
  fatal('POC-DSD-04', 'a record has distributions', evidenceTypes, atLeastOne('sdg:DistributedAs')),
  fatal(
    'POC-DSD-05',
    'a distribution has one format, a code of OOTSMediaTypes',
    anywhere('sdg:DistributedAs'),
    (distribution) => {
      const [format, ...more] = distribution.all('sdg:Format');
      return more.length === 0 && MEDIA_TYPES.has(format?.text ?? '');
    },
  ),
  fatal(
    'POC-DSD-06',
    'an unstructured distribution names no data model',
    anywhere('sdg:DistributedAs'),
    (distribution) => {
      const format = distribution.first('sdg:Format')?.text ?? '';
      const isUnstructured = MEDIA_TYPES.has(format) && !STRUCTURED_MEDIA_TYPES.has(format);
      return !isUnstructured || distribution.first('sdg:ConformsTo') === undefined;
    },
  ),
  fatal('POC-DSD-07', 'a record has access services', evidenceTypes, atLeastOne('sdg:AccessService')),
  fatal(
    'POC-DSD-08',
    'an access point is identified under EAS:<code> or unregistered:<country or oots>',
    accessServices,
    isOrganisation,
  ),
  fatal('POC-DSD-09', 'an access service says which oots-edm versions it conforms to', accessServices, (service) => {
    const versions = service.all('sdg:ConformsTo');
    return versions.length > 0 && versions.every(({ text }) => /^oots-edm(-bg)?:v\d+\.\d+$/.test(text));
  }),
  fatal('POC-DSD-10', 'an access service has a publisher', accessServices, atLeastOne('sdg:Publisher')),
  fatal(
    'POC-DSD-11',
    'a publisher is identified under EAS:<code> or unregistered:<country or oots>, and has a name',
    publishers,
    (publisher) => isOrganisation(publisher) && publisher.all('sdg:Name').length > 0,
  ),
  fatal('POC-DSD-12', 'the address of a publisher names its country', publishers, (publisher) =>
    COUNTRIES.has(publisher.first('sdg:Address')?.first('sdg:AdminUnitLevel1')?.text ?? ''),
  ),
  fatal(
    'POC-DSD-13',
    'the level of assurance is Low, Substantial or High',
    (root) => evidenceTypes(root).flatMap(below('sdg:AuthenticationLevelOfAssurance')),
    ({ text }) => LEVELS_OF_ASSURANCE.has(text),
  ),
  fatal(
    'POC-DSD-14',
    'every question is answered by a supported value of a publisher',
    evidenceTypes,
    (record) =>
      below('sdg:AccessService', 'sdg:Publisher', 'sdg:ClassificationConcept', 'sdg:SupportedValue')(record).length >=
      record.all('sdg:EvidenceProviderClassification').length,
  ),
];

/** Refusals of either directory. */
const REFUSALS: readonly DirectoryRule[] = [
  fatal('POC-CS-20', 'an exception has xsi:type, code, message and severity', exceptions, (exception) =>
    (['xsi:type', 'code', 'message', 'severity'] as const).every((name) => (exception.attribute(name) ?? '') !== ''),
  ),
  fatal('POC-CS-21', 'the code is EB:ERR:0001 to 0007 or DSD:ERR:0001 to 0006', exceptions, (exception) =>
    isDirectoryErrorCode(exception.attribute('code') ?? ''),
  ),
  fatal('POC-CS-22', 'the type of an exception is that of its code, prefix included', exceptions, (exception) => {
    const code = exception.attribute('code') ?? '';
    return !isDirectoryErrorCode(code) || exception.attribute('xsi:type') === DIRECTORY_EXCEPTIONS[code].type;
  }),
  fatal('POC-CS-23', 'the severity is Error, and AdditionalInput with DSD:ERR:0005', exceptions, (exception) => {
    const severity = exception.attribute('severity') ?? '';
    return exception.attribute('code') === 'DSD:ERR:0005'
      ? ADDITIONAL_INPUT.test(severity)
      : severity === ERROR_SEVERITY;
  }),
  fatal(
    'POC-CS-24',
    'EB:ERR:0004 belongs to the 1.x line: in 2.0 a jurisdiction is a country',
    exceptions,
    (exception) => exception.attribute('code') !== 'EB:ERR:0004',
    '2.0',
  ),
  fatal(
    'POC-CS-25',
    'only DSD:ERR:0005 has slots',
    (root) => exceptions(root).filter((exception) => exception.attribute('code') !== 'DSD:ERR:0005'),
    (exception) => slotsOf(exception).length === 0,
  ),
  fatal(
    'POC-DSD-20',
    'DSD:ERR:0005 has the slots DataServiceEvidenceType and UserRequestedClassificationConcepts',
    questions,
    (exception) =>
      [...slotsOf(exception)].sort().join() === 'DataServiceEvidenceType,UserRequestedClassificationConcepts',
    '2.0',
  ),
  fatal(
    'POC-DSD-21',
    'DSD:ERR:0005 has the slot DataServiceEvidenceType and asks for a jurisdiction or a classification',
    questions,
    (exception) => {
      const slots = slotsOf(exception);
      return (
        slots.includes('DataServiceEvidenceType') &&
        (slots.includes('UserRequestedClassificationConcepts') || slots.includes('JurisdictionDetermination')) &&
        slots.length === new Set(slots).size
      );
    },
    '1.x',
  ),
  fatal(
    'POC-DSD-22',
    'a question has an identifier, a type and a description',
    (root) => questions(root).flatMap(anywhere('sdg:EvidenceProviderClassification')),
    (question) => exactlyOne('sdg:Identifier', 'sdg:Type')(question) && atLeastOne('sdg:Description')(question),
  ),
];

/** What is checked of an answer of the Evidence Broker or the Data Services Directory. */
export const DIRECTORY_RULES: readonly DirectoryRule[] = [
  ...ANSWER,
  ...EVIDENCE_BROKER,
  ...DATA_SERVICES_DIRECTORY,
  ...REFUSALS,
];
