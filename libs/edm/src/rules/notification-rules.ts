import { EDM_BACKGROUND_0_1 } from '../specification.js';
import { attributeIs, attributeLike, hasAttribute, holds, oneSlot, SHAPES, typed } from './conditions.js';
import { Path } from './path.js';
import { fatal, type Rule } from './rule.js';

const notification = Path.root('rim:Notification');
const event = notification.child('rim:Event');
const EVENT = 'urn:oasis:names:tc:ebxml-regrep:EventType:';

/** BG-NTF: `rim:Notification` of the background profile. The official line has none. */
export const NOTIFICATION_RULES: readonly Rule[] = [
  fatal('BG-NTF-01', '2.0', 'the document element is rim:Notification', Path.document, (root) =>
    root.is('rim:Notification'),
  ),
  fatal(
    'BG-NTF-02',
    '2.0',
    'the notification has an id urn:uuid:<UUID>',
    notification,
    attributeLike('id', SHAPES.urnUuid),
  ),
  fatal(
    'BG-NTF-03',
    '2.0',
    'the subscription is urn:uuid:<UUID>',
    notification,
    attributeLike('subscription', SHAPES.urnUuid),
  ),
  fatal('BG-NTF-04', '2.0', 'SpecificationIdentifier is given once', notification, oneSlot('SpecificationIdentifier')),
  fatal(
    'BG-NTF-05',
    '2.0',
    `the specification is ${EDM_BACKGROUND_0_1}`,
    notification.value('SpecificationIdentifier'),
    (value) => typed('StringValueType')(value) && value.first('rim:Value')?.text === EDM_BACKGROUND_0_1,
  ),
  fatal('BG-NTF-06', '2.0', 'a notification holds its specification and events only', notification, (root) =>
    root.children.every(
      (child) =>
        child.is('rim:Event') || (child.is('rim:Slot') && child.attribute('name') === 'SpecificationIdentifier'),
    ),
  ),
  fatal('BG-NTF-07', '2.0', 'a notification has an event', notification, holds('rim:Event')),
  fatal('BG-NTF-08', '2.0', 'an event has an id urn:uuid:<UUID>', event, attributeLike('id', SHAPES.urnUuid)),
  fatal('BG-NTF-09', '2.0', 'an event says when it was', event, attributeLike('timestamp', SHAPES.dateTime)),
  fatal('BG-NTF-10', '2.0', 'an event says at which organisation it was', event, attributeLike('user', /^\S{1,255}$/)),
  fatal(
    'BG-NTF-11',
    '2.0',
    'the request of an event is urn:uuid:<UUID>',
    event.where(hasAttribute('requestId')),
    attributeLike('requestId', SHAPES.urnUuid),
  ),
  fatal('BG-NTF-12', '2.0', 'an event has one action', event, (element) => element.all('rim:Action').length === 1),
  fatal(
    'BG-NTF-13',
    '2.0',
    'an evidence was created, updated or deleted',
    event.child('rim:Action'),
    attributeIs('eventType', `${EVENT}Created`, `${EVENT}Updated`, `${EVENT}Deleted`),
  ),
  fatal(
    'BG-NTF-14',
    '2.0',
    'an action names the objects it affects, by urn:uuid:<UUID>',
    event.child('rim:Action'),
    (action) => {
      const references = action.all('rim:AffectedObjectRefs').flatMap((refs) => refs.all('rim:ObjectRef'));
      return references.length > 0 && references.every(attributeLike('id', SHAPES.urnUuid));
    },
  ),
];
