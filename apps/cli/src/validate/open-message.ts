import { gunzipSync } from 'node:zlib';
import { parseXml, type XmlElement } from '@oots/edm/xml';
import { beginsLikeMime, fromBase64, type MimeEntity, partsOf, readEntity } from './mime-entity.js';
import { MAX_MESSAGE_BYTES, type OpenedMessage, type Payload, UnopenedMessage } from './opened-message.js';

/** Operations of an access point's web service that carry a message, whatever their namespace. */
const SUBMISSION = 'submitRequest';
const RETRIEVAL = 'retrieveMessageResponse';

/**
 * Takes a message out of whatever it was found in: nothing, an envelope, the web service of an access point, a multipart.
 *
 * @throws {UnreadableMessage} when there is no document
 * @throws {UnopenedMessage} when the wrapping holds no message
 */
export function openMessage(bytes: Uint8Array): OpenedMessage {
  if (bytes.byteLength > MAX_MESSAGE_BYTES) throw new UnopenedMessage(`more than ${MAX_MESSAGE_BYTES} bytes`);
  if (beginsLikeMime(bytes)) return openEntity(readEntity(bytes));
  return openXml(parsed(bytes), []);
}

/** @throws {UnreadableMessage} @throws {UnopenedMessage} */
export function documentOf(payload: Payload): XmlElement {
  return payload.content instanceof Uint8Array ? parsed(payload.content) : payload.content;
}

function parsed(bytes: Uint8Array): XmlElement {
  return parseXml(bytes, { maxBytes: MAX_MESSAGE_BYTES });
}

function openEntity(entity: MimeEntity): OpenedMessage {
  if (!entity.mediaType.startsWith('multipart/')) {
    return { ...openXml(parsed(unzipped(entity.bytes)), []), packaging: 'mime' };
  }
  const parts = partsOf(entity);
  const start = entity.parameters.get('start')?.replace(/^<|>$/g, '');
  const root = parts.find(({ contentId }) => contentId === start) ?? parts[0];
  if (root === undefined) throw new UnopenedMessage('a multipart without parts');
  const attachments = parts.filter((part) => part !== root).map(attached);
  return { ...openXml(parsed(unzipped(root.bytes)), attachments), packaging: 'mime' };
}

function attached({ contentId, mediaType, bytes }: MimeEntity): Payload {
  return { ...(contentId === undefined ? {} : { contentId }), mimeType: mediaType, content: unzipped(bytes) };
}

/** @param attachments that came beside the root */
function openXml(root: XmlElement, attachments: readonly Payload[]): OpenedMessage {
  if (root.is('eb:Messaging')) {
    return attachments.length === 0
      ? { packaging: 'document', headerIsDraft: false, payloads: [{ content: root }] }
      : { packaging: 'document', header: root, headerIsDraft: false, payloads: attachments };
  }
  const operation = [...elementsAround(root)].find(({ local }) => local === SUBMISSION || local === RETRIEVAL);
  if (operation === undefined && root.local !== 'Envelope') {
    return { packaging: 'document', headerIsDraft: false, payloads: [{ content: root }, ...attachments] };
  }
  const header = [...root.descendants()].find((element) => element.is('eb:Messaging'));
  const payloads =
    operation === undefined ? [...inlineDocuments(root), ...attachments] : submitted(operation, attachments);
  if (header === undefined && payloads.length === 0) throw new UnopenedMessage('an envelope without message');
  return {
    packaging: operation === undefined ? 'soap' : 'backend',
    ...(header === undefined ? {} : { header }),
    headerIsDraft: operation?.local === SUBMISSION,
    payloads,
  };
}

/** The root, the body of the envelope and what stands in it: deeper is content. */
function* elementsAround(root: XmlElement): Generator<XmlElement> {
  yield root;
  if (root.local !== 'Envelope') return;
  for (const body of root.children.filter(({ local }) => local === 'Body')) yield* body.children;
}

function inlineDocuments(envelope: XmlElement): readonly Payload[] {
  return envelope.children.filter(({ local }) => local === 'Body').flatMap((body) => body.children.map(inline));
}

function inline(content: XmlElement): Payload {
  return { content };
}

function submitted(operation: XmlElement, attachments: readonly Payload[]): readonly Payload[] {
  return operation.children
    .filter(({ local }) => local === 'payload' || local === 'bodyload')
    .flatMap((payload) => payloadOf(payload, attachments));
}

/** `<payload payloadId="cid:…" contentType="…"><value>…</value></payload>`; the value is base64, or names an attachment. */
function payloadOf(payload: XmlElement, attachments: readonly Payload[]): readonly Payload[] {
  const value = payload.children.find(({ local }) => local === 'value');
  if (value === undefined) return [];
  const contentId = withoutCid(payload.attribute('payloadId'));
  const mimeType = (payload.attribute('contentType') ?? mimeTypeProperty(payload))?.toLowerCase();
  const named = withoutCid(
    value.children.find(({ local }) => local === 'Include')?.attribute('href') ?? cidIn(value.text),
  );
  const attachment = attachments.find((candidate) => named !== undefined && candidate.contentId === named);
  if (named !== undefined && attachment === undefined) {
    // An empty body is written as a reference to nothing.
    if (payload.local === 'bodyload') return [];
    throw new UnopenedMessage('a payload that names a part which is not there');
  }
  return [
    {
      ...(contentId === undefined ? {} : { contentId }),
      ...(mimeType === undefined ? {} : { mimeType }),
      content: attachment?.content ?? unzipped(fromBase64(value.text)),
    },
  ];
}

function mimeTypeProperty(payload: XmlElement): string | undefined {
  return [...payload.descendants()].find((element) => element.attribute('name') === 'MimeType')?.text;
}

function cidIn(text: string): string | undefined {
  return text.startsWith('cid:') ? text : undefined;
}

function withoutCid(reference: string | undefined): string | undefined {
  return reference?.replace(/^cid:/, '').replace('%40', '@');
}

/** Access points compress payloads. @throws {UnopenedMessage} when they unpack to more than anybody reads */
function unzipped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_MESSAGE_BYTES });
  } catch (error) {
    throw new UnopenedMessage('a compressed payload that does not unpack', { cause: error });
  }
}
