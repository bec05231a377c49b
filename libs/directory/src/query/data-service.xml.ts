import { element, textElement, type Markup } from '@oots/edm/xml';
import type { DataService, Distribution, EvidenceTypeSummary, ProviderClassification } from '../declaration.js';
import type { EvidenceTypeRecord, ProvidingService } from '../registration/registered-object.js';
import { COMMON_SERVICES_2_0, type CommonServicesVersion } from './common-services-version.js';
import { jurisdiction, localised, organisationIdentifier } from './sdg-elements.xml.js';

/** Kind of list that a classification's values come from. */
const CODE_LIST = 'codelist';

/** One `sdg:DataServiceEvidenceType` for each record; services of one record are its access services. @see TDD 3.1.4 */
export function dataServiceEvidenceTypes(services: readonly DataService[], version: CommonServicesVersion): Markup[] {
  const records = new Map<string, [DataService, ...DataService[]]>();
  for (const service of services) {
    const ofRecord = records.get(service.identifier);
    if (ofRecord === undefined) records.set(service.identifier, [service]);
    else ofRecord.push(service);
  }
  return [...records.values()].map((ofRecord) => dataServiceEvidenceType(ofRecord, version));
}

/** What is said about an evidence type while it is still open who provides it. */
export function evidenceTypeSummary(service: EvidenceTypeSummary, version: CommonServicesVersion): Markup {
  return element('sdg:DataServiceEvidenceType', {}, description(service, version));
}

/** A question to the person, without the values that one provider serves. */
export function classificationQuestion(question: ProviderClassification): Markup {
  return element('sdg:EvidenceProviderClassification', {}, concept({ ...question, values: [] }));
}

function dataServiceEvidenceType(
  ofRecord: readonly [DataService, ...DataService[]],
  version: CommonServicesVersion,
): Markup {
  const [first] = ofRecord;
  const questions = ofRecord
    .flatMap(({ classifications = [] }) => classifications)
    .map((question): [string, ProviderClassification] => [question.identifier, question]);
  return element(
    'sdg:DataServiceEvidenceType',
    {},
    description(first, version),
    ofRecord.flatMap((service) => accessServices(service, version)),
    textElement('sdg:AuthenticationLevelOfAssurance', first.levelOfAssurance),
    [...new Map(questions).values()].map(classificationQuestion),
  );
}

/** `sdg:DataServiceEvidenceType` on its own, with what may be asked and without those who provide. */
export function evidenceTypeRecord(record: EvidenceTypeRecord): Markup {
  return element(
    'sdg:DataServiceEvidenceType',
    {},
    description(record, COMMON_SERVICES_2_0),
    textElement('sdg:AuthenticationLevelOfAssurance', record.levelOfAssurance),
    (record.classifications ?? []).map(classificationQuestion),
  );
}

function description(service: EvidenceTypeSummary, version: CommonServicesVersion): Markup[] {
  return [
    textElement('sdg:Identifier', service.identifier),
    textElement('sdg:EvidenceTypeClassification', service.classification),
    ...service.titles.map((title) => localised('sdg:Title', title)),
    ...service.distributions.map((distribution) => distributedAs(distribution, version)),
  ];
}

function distributedAs({ format, languages, conformsTo }: Distribution, version: CommonServicesVersion): Markup {
  // A distribution has languages since 1.1.
  const written = version === COMMON_SERVICES_2_0 ? languages : [];
  return element(
    'sdg:DistributedAs',
    {},
    textElement('sdg:Format', format),
    written.map((language) => textElement('sdg:Language', language)),
    conformsTo === undefined ? undefined : textElement('sdg:ConformsTo', conformsTo),
  );
}

/** An access service speaks several specifications since 1.1; before, each of them took an access service of its own. */
function accessServices(service: DataService, version: CommonServicesVersion): Markup[] {
  if (version === COMMON_SERVICES_2_0) return [accessService(service)];
  return service.conformsTo.map((specification) => accessService({ ...service, conformsTo: [specification] }));
}

/** `sdg:AccessService` with its one publisher. */
export function accessService({ accessPoint, conformsTo, publisher, classifications = [] }: ProvidingService): Markup {
  const { country = '', region } = publisher;
  return element(
    'sdg:AccessService',
    {},
    organisationIdentifier(accessPoint),
    conformsTo.map((specification) => textElement('sdg:ConformsTo', specification)),
    element(
      'sdg:Publisher',
      {},
      organisationIdentifier(publisher.identifier),
      publisher.names.map((name) => localised('sdg:Name', name)),
      element(
        'sdg:Address',
        {},
        textElement('sdg:AdminUnitLevel1', country),
        region === undefined ? undefined : textElement('sdg:AdminUnitLevel2', region),
      ),
      jurisdiction(country),
      classifications.map((classification) => element('sdg:ClassificationConcept', {}, concept(classification))),
    ),
  );
}

function concept({
  identifier,
  valueExpression,
  descriptions,
  values,
}: ProviderClassification): (Markup | undefined)[] {
  return [
    textElement('sdg:Identifier', identifier),
    textElement('sdg:Type', CODE_LIST),
    valueExpression === undefined ? undefined : textElement('sdg:ValueExpression', valueExpression),
    ...descriptions.map((text) => localised('sdg:Description', text)),
    values.length === 0
      ? undefined
      : element(
          'sdg:SupportedValue',
          {},
          values.map((value) => textElement('sdg:StringValue', value)),
        ),
  ];
}
