import { XmlElement } from '@oots/edm/xml';

/**
 * The header of `submitRequest` as the access point will complete it: it sets `MessageInfo` where the back end leaves it out.
 *
 * @param header `eb:Messaging`
 * @returns the same element when nothing is to be added
 */
export function completeDraft(header: XmlElement): XmlElement {
  const message = header.first('eb:UserMessage');
  if (message === undefined || hasOwnInfo(message)) return header;
  return copied(header, undefined, (element, copy) => {
    if (element === message) addMessageInfo(copy);
  });
}

function hasOwnInfo(message: XmlElement): boolean {
  const info = message.first('eb:MessageInfo');
  return info?.first('eb:MessageId') !== undefined && info.first('eb:Timestamp') !== undefined;
}

/** Stands for what the access point mints; no rule compares it with anything. */
const PLACEHOLDERS = { Timestamp: '2000-01-01T00:00:00.000Z', MessageId: '00000000-0000-4000-8000-000000000000@draft' };

function addMessageInfo(message: XmlElement): void {
  const { namespace } = nameOf(message);
  const info = new XmlElement({ local: 'MessageInfo', namespace, attributes: [], ownText: '' }, message);
  for (const [local, ownText] of Object.entries(PLACEHOLDERS)) {
    new XmlElement({ local, namespace, attributes: [], ownText }, info);
  }
}

function copied(
  element: XmlElement,
  parent: XmlElement | undefined,
  started: (element: XmlElement, copy: XmlElement) => void,
): XmlElement {
  const { attributes, ownText, line } = element;
  const copy = new XmlElement(
    { ...nameOf(element), attributes, ownText, ...(line === undefined ? {} : { line }) },
    parent,
  );
  started(element, copy);
  const isDraftInfo = (child: XmlElement) => child.is('eb:MessageInfo') && copy.first('eb:MessageInfo') !== undefined;
  for (const child of element.children) if (!isDraftInfo(child)) copied(child, copy, started);
  return copy;
}

function nameOf({ local, expandedName }: XmlElement): { readonly local: string; readonly namespace: string } {
  const [, namespace = ''] = /^\{(.*)\}/.exec(expandedName) ?? [];
  return { local, namespace };
}
