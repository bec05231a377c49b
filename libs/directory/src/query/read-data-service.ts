import type { Agent } from '@oots/edm';
import type { XmlElement } from '@oots/edm/xml';
import type {
  DataService,
  Distribution,
  EvidenceTypeSummary,
  LevelOfAssurance,
  ProviderClassification,
} from '../declaration.js';
import type { EvidenceTypeRecord, ProvidingService } from '../registration/registered-object.js';
import { IncompleteDocument, localised, one, organisationIdentifier, text } from './read-sdg-elements.js';

const LEVELS_OF_ASSURANCE: readonly LevelOfAssurance[] = ['Low', 'Substantial', 'High'];

/**
 * @param record `sdg:DataServiceEvidenceType`
 * @returns one data service for each access service and publisher of the record
 * @throws {IncompleteDocument} when the record lacks what a request needs
 */
export function dataServices(record: XmlElement): DataService[] {
  const { identifier, classification, titles, distributions, levelOfAssurance } = evidenceTypeRecord(record);
  return record
    .all('sdg:AccessService')
    .flatMap(providingServices)
    .map((service) => ({ identifier, classification, titles, distributions, levelOfAssurance, ...service }));
}

/**
 * @param record `sdg:DataServiceEvidenceType`, whoever provides it
 * @throws {IncompleteDocument}
 */
export function evidenceTypeRecord(record: XmlElement): EvidenceTypeRecord {
  const classifications = record.all('sdg:EvidenceProviderClassification').map(classification);
  return {
    ...evidenceTypeSummary(record),
    levelOfAssurance: levelOfAssurance(record),
    ...(classifications.length > 0 ? { classifications } : {}),
  };
}

/**
 * @param record `sdg:DataServiceEvidenceType`, as far as a question about it tells
 * @throws {IncompleteDocument}
 */
export function evidenceTypeSummary(record: XmlElement): EvidenceTypeSummary {
  return {
    identifier: text(record, 'sdg:Identifier'),
    classification: text(record, 'sdg:EvidenceTypeClassification'),
    titles: localised(record, 'sdg:Title'),
    distributions: record.all('sdg:DistributedAs').map(distribution),
  };
}

/**
 * @param access `sdg:AccessService`
 * @returns one for each of its publishers
 * @throws {IncompleteDocument}
 */
export function providingServices(access: XmlElement): ProvidingService[] {
  return access.all('sdg:Publisher').map((publisher) => {
    const classifications = publisher.all('sdg:ClassificationConcept').map(classification);
    return {
      publisher: agent(publisher),
      accessPoint: organisationIdentifier(access),
      conformsTo: access.all('sdg:ConformsTo').map((child) => child.text),
      ...(classifications.length > 0 ? { classifications } : {}),
    };
  });
}

/** @param concept `sdg:ClassificationConcept` or `sdg:EvidenceProviderClassification` */
export function classification(concept: XmlElement): ProviderClassification {
  const valueExpression = concept.first('sdg:ValueExpression')?.text;
  const supported = concept.first('sdg:SupportedValue');
  return {
    identifier: text(concept, 'sdg:Identifier'),
    ...(valueExpression === undefined ? {} : { valueExpression }),
    descriptions: localised(concept, 'sdg:Description'),
    values: supported?.children.map((value) => value.text) ?? [],
  };
}

function distribution(element: XmlElement): Distribution {
  const conformsTo = element.first('sdg:ConformsTo')?.text;
  return {
    format: text(element, 'sdg:Format'),
    languages: element.all('sdg:Language').map((language) => language.text),
    ...(conformsTo === undefined ? {} : { conformsTo }),
  };
}

/** Without a level the provider asks for none, and `Low` is what everybody has who is identified at all. */
function levelOfAssurance(record: XmlElement): LevelOfAssurance {
  const declared = record.first('sdg:AuthenticationLevelOfAssurance')?.text ?? 'Low';
  const known = LEVELS_OF_ASSURANCE.find((level) => level === declared);
  if (known === undefined) throw new IncompleteDocument('unknown level of assurance');
  return known;
}

function agent(publisher: XmlElement): Agent {
  const address = one(publisher, 'sdg:Address');
  const region = address.first('sdg:AdminUnitLevel2')?.text;
  return {
    identifier: organisationIdentifier(publisher),
    names: localised(publisher, 'sdg:Name'),
    country: text(address, 'sdg:AdminUnitLevel1'),
    ...(region === undefined ? {} : { region }),
  };
}
