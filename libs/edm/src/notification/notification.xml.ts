import { stringSlot } from '../regrep/slot.xml.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { writeDateTime } from '../xml/data-types.js';
import { writeJudged } from '../xml/write-judged.js';
import { element, type Markup } from '../xml/xml-writer.js';
import type { NotifiedEvent, Notification } from './notification.js';

const EVENT = 'urn:oasis:names:tc:ebxml-regrep:EventType';

function notifiedEvent(event: NotifiedEvent): Markup {
  return element(
    'rim:Event',
    { id: event.id, timestamp: writeDateTime(event.at), user: event.user, requestId: event.requestId },
    element(
      'rim:Action',
      { eventType: `${EVENT}:${event.type}` },
      element(
        'rim:AffectedObjectRefs',
        {},
        event.objects.map((id) => element('rim:ObjectRef', { id })),
      ),
    ),
  );
}

/**
 * Writes `rim:Notification`.
 *
 * @throws {UnwritableMessage} when the notification breaks a rule
 * @throws {RangeError} when a text holds a character that XML cannot carry
 */
export function writeNotification(notification: Notification): string {
  const root = element(
    'rim:Notification',
    { id: notification.id, subscription: notification.subscription },
    stringSlot('SpecificationIdentifier', notification.specification),
    notification.events.map(notifiedEvent),
  );
  return writeJudged(root, ['rim', 'xsi'], RULE_SETS[notification.specification].notification);
}
