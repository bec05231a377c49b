import { UnreadableMessage, URN_UUID_SHAPE } from '@oots/edm';
import { parseXml, type XmlElement } from '@oots/edm/xml';
import { IncompleteDocument } from '../query/read-sdg-elements.js';
import { readRegisteredObject } from './read-registered-object.js';
import { type Association, isAssociationName, type RegisteredObject } from './registered-object.js';
import { RegistrationRefusal } from './registration-refusal.js';
import type { RegistrationRequest, SubmitMode } from './registration-request.js';
import { ASSOCIATION_TYPE } from './registration-request.xml.js';

/** Bytes of a life-cycle management message. */
export const MAXIMUM_REGISTRATION_BYTES = 1024 * 1024;

/** What a registration is known by, even when nothing else of it can be used. */
export interface ReceivedRegistration {
  readonly requestId: string | undefined;
  /** @throws {RegistrationRefusal} an object, an association or the message itself is not as the specification says */
  readonly read: () => RegistrationRequest;
}

/**
 * @param xml of a submission, its signature proven; at most 1 MiB, without DOCTYPE
 * @throws {RegistrationRefusal} `LCM:ERR:0001` when it is no document at all
 */
export function receiveRegistration(xml: Uint8Array): ReceivedRegistration {
  const root = parsed(xml);
  const requestId = root.attribute('id');
  const known = requestId !== undefined && URN_UUID_SHAPE.test(requestId) ? requestId : undefined;
  return { requestId: known, read: () => incompleteAsRefusal(() => requestIn(root, known)) };
}

function parsed(xml: Uint8Array): XmlElement {
  try {
    return parseXml(xml, { maxBytes: MAXIMUM_REGISTRATION_BYTES });
  } catch (error) {
    if (error instanceof UnreadableMessage) throw RegistrationRefusal.object(`the message is ${error.reason}`);
    throw error;
  }
}

function incompleteAsRefusal<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof IncompleteDocument) throw RegistrationRefusal.object(error.message);
    throw error;
  }
}

function requestIn(root: XmlElement, id: string | undefined): RegistrationRequest {
  const isSubmission = root.is('lcm:SubmitObjectsRequest');
  if (!isSubmission && !root.is('lcm:RemoveObjectsRequest'))
    throw RegistrationRefusal.object('R-DSD-SUB-S001: another root');
  if (id === undefined) throw RegistrationRefusal.object('R-DSD-SUB-S004: id is no urn:uuid');
  return isSubmission ? submission(root, id) : removal(root, id);
}

function submission(root: XmlElement, id: string): RegistrationRequest {
  const list = root.first('rim:RegistryObjectList')?.all('rim:RegistryObject') ?? [];
  if (list.length === 0) throw RegistrationRefusal.object('R-DSD-SUB-S036: no rim:RegistryObject');
  const isAssociation = (object: XmlElement): boolean => object.typeName === 'AssociationType';
  const objects = list.filter((object) => !isAssociation(object)).map(readRegisteredObject);
  const associations = list.filter(isAssociation).map(association);
  requireDistinct([...objects, ...associations]);
  return { kind: 'submit', id, mode: modeOf(root), objects, associations };
}

function modeOf(root: XmlElement): SubmitMode {
  const mode = root.attribute('mode') ?? 'CreateOrReplace';
  if (mode !== 'CreateOrReplace' && mode !== 'CreateOnly') throw RegistrationRefusal.object('mode is not supported');
  return mode;
}

function association(object: XmlElement): Association {
  const id = object.attribute('id') ?? '';
  if (!URN_UUID_SHAPE.test(id)) throw RegistrationRefusal.association('R-DSD-SUB-S032: an id is no urn:uuid');
  const type = object.attribute('type') ?? '';
  const name = type.startsWith(ASSOCIATION_TYPE) ? type.slice(ASSOCIATION_TYPE.length) : '';
  if (!isAssociationName(name)) throw RegistrationRefusal.association(`unknown type of ${id}`);
  return { id, name, source: end(object, 'sourceObject', id), target: end(object, 'targetObject', id) };
}

function end(object: XmlElement, attribute: 'sourceObject' | 'targetObject', id: string): string {
  const reference = object.attribute(attribute) ?? '';
  if (!URN_UUID_SHAPE.test(reference)) throw RegistrationRefusal.association(`${attribute} of ${id} is no urn:uuid`);
  return reference;
}

function requireDistinct(entries: readonly (RegisteredObject | Association)[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw RegistrationRefusal.integrity(`${id} stands twice`);
    seen.add(id);
  }
}

function removal(root: XmlElement, id: string): RegistrationRequest {
  if (root.first('lcm:Query') !== undefined) {
    throw RegistrationRefusal.object('removal by query is not supported');
  }
  const targets = (root.first('rim:ObjectRefList')?.all('rim:ObjectRef') ?? []).map(
    (reference) => reference.attribute('id') ?? '',
  );
  if (targets.length === 0) throw RegistrationRefusal.object('no rim:ObjectRef');
  if (!targets.every((target) => URN_UUID_SHAPE.test(target))) {
    throw RegistrationRefusal.object('a rim:ObjectRef is no urn:uuid');
  }
  return { kind: 'remove', id, targets };
}
