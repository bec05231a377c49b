import { element, type Markup, writeDocument } from '@oots/edm/xml';
import { v5 as nameBasedUuid } from 'uuid';
import { COMMON_SERVICES_2_0 } from '../query/common-services-version.js';
import { accessService, evidenceTypeRecord } from '../query/data-service.xml.js';
import { evidenceType, evidenceTypeList } from '../query/evidence-type-list.xml.js';
import { anyValueSlot } from '../query/regrep-slots.xml.js';
import { referenceFramework, requirement } from '../query/requirement.xml.js';
import { type Association, type RegisteredObject, REGISTRY_OF_KIND } from './registered-object.js';
import type { RegistrationRequest } from './registration-request.js';

/** `classificationScheme` of an object, before the name of its directory. */
export const CLASSIFICATION_SCHEME = 'urn:fdc:oots:classification:';
/** `type` of an association, before its name. */
export const ASSOCIATION_TYPE = 'urn:oasis:names:tc:ebxml-regrep:AssociationType:';

/**
 * A life-cycle management message as RegRep document.
 *
 * @throws {RangeError} when a text holds a character that XML cannot carry
 */
export function writeRegistrationRequest(request: RegistrationRequest): string {
  return request.kind === 'submit'
    ? writeDocument(
        element(
          'lcm:SubmitObjectsRequest',
          { id: request.id, mode: request.mode },
          element('rim:RegistryObjectList', {}, [
            ...request.objects.map(registryObject),
            ...request.associations.map(association),
          ]),
        ),
        ['lcm', 'rim', 'sdg', 'xsi'],
      )
    : writeDocument(
        element(
          'lcm:RemoveObjectsRequest',
          { id: request.id },
          element(
            'rim:ObjectRefList',
            {},
            request.targets.map((id) => element('rim:ObjectRef', { id })),
          ),
        ),
        ['lcm', 'rim'],
      );
}

function registryObject(object: RegisteredObject): Markup {
  const { id, kind } = object;
  const classification = nameBasedUuid(`${id}#classification`, nameBasedUuid.URL);
  return element(
    'rim:RegistryObject',
    { id },
    anyValueSlot(kind, valueOf(object)),
    element('rim:Classification', {
      id: `urn:uuid:${classification}`,
      classificationScheme: `${CLASSIFICATION_SCHEME}${REGISTRY_OF_KIND[kind]}`,
      classificationNode: kind,
    }),
  );
}

function valueOf(object: RegisteredObject): Markup {
  switch (object.kind) {
    case 'EvidenceType':
      return evidenceType(object.value);
    case 'EvidenceTypeList':
      return evidenceTypeList({ ...object.value, requirement: '', evidenceTypes: [] }, COMMON_SERVICES_2_0);
    case 'Requirement':
      return requirement({ requirement: object.value, frameworks: [], evidenceTypeLists: [] }, COMMON_SERVICES_2_0);
    case 'ReferenceFramework':
      return referenceFramework(object.value);
    case 'DataServiceEvidenceType':
      return evidenceTypeRecord(object.value);
    case 'EvidenceProvider':
      return accessService(object.value);
  }
}

function association({ id, name, source, target }: Association): Markup {
  return element('rim:RegistryObject', {
    'xsi:type': 'rim:AssociationType',
    id,
    type: `${ASSOCIATION_TYPE}${name}`,
    sourceObject: source,
    targetObject: target,
  });
}
