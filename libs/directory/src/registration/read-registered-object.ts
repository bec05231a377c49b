import { URN_UUID_SHAPE } from '@oots/edm';
import type { XmlElement } from '@oots/edm/xml';
import { evidenceTypeRecord, providingServices } from '../query/read-data-service.js';
import { countryOf, localised, one, slotsOf, text } from '../query/read-sdg-elements.js';
import { requireConformance } from './object-conformance.js';
import {
  isObjectKind,
  type ObjectKind,
  type RegisteredObject,
  type RegisteredValues,
  REGISTRY_OF_KIND,
} from './registered-object.js';
import { RegistrationRefusal } from './registration-refusal.js';
import { CLASSIFICATION_SCHEME } from './registration-request.xml.js';

/**
 * @param element `rim:RegistryObject` that is no association
 * @throws {RegistrationRefusal} `LCM:ERR:0001` under the rule that it breaks
 * @throws {IncompleteDocument} when its value lacks a part
 */
export function readRegisteredObject(element: XmlElement): RegisteredObject {
  const id = element.attribute('id') ?? '';
  if (!URN_UUID_SHAPE.test(id)) throw RegistrationRefusal.object('R-DSD-SUB-S032: an id is no urn:uuid');
  const kind = kindOf(element, id);
  const slots = slotsOf(element);
  const slot = slots.get(kind);
  if (slot === undefined || slots.size !== 1) {
    throw RegistrationRefusal.object(`EB-SUB-S014: ${id} has not just the slot ${kind}`);
  }
  if (slot.typeName !== 'AnyValueType') {
    throw RegistrationRefusal.object(`R-DSD-SUB-S017: the slot of ${id} is no AnyValueType`);
  }
  const object = { id, kind, value: READERS[kind](slot) } as RegisteredObject;
  requireConformance(object);
  return object;
}

function kindOf(element: XmlElement, id: string): ObjectKind {
  const [classification, another] = element.all('rim:Classification');
  if (classification === undefined || another !== undefined) {
    throw RegistrationRefusal.object(`R-DSD-SUB-S007: ${id} has not one rim:Classification`);
  }
  const kind = classification.attribute('classificationNode') ?? '';
  if (!isObjectKind(kind)) throw RegistrationRefusal.object(`R-DSD-SUB-S013: unknown classificationNode of ${id}`);
  if (classification.attribute('classificationScheme') !== `${CLASSIFICATION_SCHEME}${REGISTRY_OF_KIND[kind]}`) {
    throw RegistrationRefusal.object(`R-DSD-SUB-S012: classificationScheme of ${id} is not that of a ${kind}`);
  }
  return kind;
}

const READERS: { readonly [Kind in ObjectKind]: (slot: XmlElement) => RegisteredValues[Kind] } = {
  EvidenceType: (slot) => {
    const type = one(slot, 'sdg:EvidenceType');
    return { classification: text(type, 'sdg:EvidenceTypeClassification'), titles: localised(type, 'sdg:Title') };
  },
  EvidenceTypeList: (slot) => {
    const list = one(slot, 'sdg:EvidenceTypeList');
    requireNone(list, 'sdg:EvidenceType', 'EB-SUB-S027');
    return {
      identifier: text(list, 'sdg:Identifier'),
      names: localised(list, 'sdg:Name'),
      country: jurisdictionOf(list),
    };
  },
  Requirement: (slot) => {
    const requirement = one(slot, 'sdg:Requirement');
    requireNone(requirement, 'sdg:EvidenceTypeList', 'EB-SUB-S028');
    requireNone(requirement, 'sdg:ReferenceFramework', 'EB-SUB-S028');
    return { identifier: text(requirement, 'sdg:Identifier'), names: localised(requirement, 'sdg:Name') };
  },
  ReferenceFramework: (slot) => {
    const framework = one(slot, 'sdg:ReferenceFramework');
    return {
      identifier: text(framework, 'sdg:Identifier'),
      procedure: text(one(framework, 'sdg:RelatedTo'), 'sdg:Identifier'),
      country: jurisdictionOf(framework),
    };
  },
  DataServiceEvidenceType: (slot) => {
    const record = one(slot, 'sdg:DataServiceEvidenceType');
    requireNone(record, 'sdg:AccessService', 'R-DSD-SUB-S018');
    return evidenceTypeRecord(record);
  },
  EvidenceProvider: (slot) => {
    const access = one(slot, 'sdg:AccessService');
    const [service, another] = providingServices(access);
    if (service === undefined || another !== undefined) {
      throw RegistrationRefusal.object('R-DSD-SUB-S018: an access service has not one publisher');
    }
    if (jurisdictionOf(one(access, 'sdg:Publisher')) !== service.publisher.country) {
      throw RegistrationRefusal.object('R-DSD-SUB-C028: a publisher is responsible for another country than its own');
    }
    return service;
  },
};

/** What belongs together is said by associations, not by one object inside another. */
function requireNone(parent: XmlElement, name: string, rule: string): void {
  if (parent.first(name) !== undefined) throw RegistrationRefusal.object(`${rule}: ${name} inside ${parent.local}`);
}

function jurisdictionOf(parent: XmlElement): string {
  const country = countryOf(parent);
  if (country === undefined) throw RegistrationRefusal.object(`R-EDM-REQ-S050: ${parent.local} without jurisdiction`);
  return country;
}
