import { RegistryObjectId, RequestId } from '../identifiers.js';
import type { Reading } from '../reading.js';
import { specificationOf } from '../regrep/specification-of.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { readDateTime } from '../xml/data-types.js';
import { parseXml } from '../xml/parse-xml.js';
import { present } from '../xml/present.js';
import { readJudged } from '../xml/read-judged.js';
import type { ReadLimits } from '../xml/read-limits.js';
import { requiredAttribute, requiredChild } from '../xml/schema-violation.js';
import { UnreadableMessage } from '../xml/unreadable-message.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { EventType, NotifiedEvent, Notification } from './notification.js';

/**
 * Reads and judges `rim:Notification`.
 *
 * @param limits default 2 MiB and 64 levels
 * @throws {UnreadableMessage} when it is no notification that rules could judge
 */
export function readNotification(xml: string | Uint8Array, limits?: Partial<ReadLimits>): Reading<Notification> {
  return notificationFrom(parseXml(xml, limits));
}

/** @param root of a document that has been parsed */
export function notificationFrom(root: XmlElement): Reading<Notification> {
  if (!root.is('rim:Notification')) {
    throw new UnreadableMessage('unknown-root', 'not a rim:Notification', { rule: 'BG-NTF-01' });
  }
  const specification = specificationOf(root, 'BG-NTF-05');
  return readJudged(root, RULE_SETS[specification].notification, (notification) => ({
    id: RegistryObjectId.of(requiredAttribute(notification, 'id')),
    specification,
    subscription: RegistryObjectId.of(requiredAttribute(notification, 'subscription')),
    events: notification.all('rim:Event').map(readEvent),
  }));
}

function readEvent(event: XmlElement): NotifiedEvent {
  const requestId = event.attribute('requestId');
  const action = requiredChild(event, 'rim:Action');
  const eventType = requiredAttribute(action, 'eventType');
  return {
    id: RegistryObjectId.of(requiredAttribute(event, 'id')),
    at: readDateTime(requiredAttribute(event, 'timestamp'), event.path),
    user: requiredAttribute(event, 'user'),
    ...present({ requestId: requestId === undefined ? undefined : RequestId.of(requestId.trim()) }),
    type: eventType.slice(eventType.lastIndexOf(':') + 1) as EventType,
    objects: action
      .all('rim:AffectedObjectRefs')
      .flatMap((references) => references.all('rim:ObjectRef'))
      .map((reference) => RegistryObjectId.of(requiredAttribute(reference, 'id'))),
  };
}
