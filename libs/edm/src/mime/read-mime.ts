import { UnreadableMessage } from '../xml/unreadable-message.js';
import { isContentId } from './content-id.js';
import { DEFAULT_MIME_LIMITS, type MimeLimits, type MimeMessage, type MimePart } from './mime-part.js';

/** Bytes of the headers of one entity: names, a boundary and an id need far less. */
const MAX_ENTITY_HEADERS = 4096;
const CRLF = 2;

/**
 * Reads `multipart/related`. Parts are bytes: nothing is decoded, and nothing between or after the parts is tolerated.
 *
 * @param limits default 32 MiB and 64 payload parts
 * @returns the header, and the payload in order; bytes are views into the message
 * @throws {UnreadableMessage} `oversize` or `not-mime`
 * @see TDD 4.7, RFC 2387
 */
export function readMime(bytes: Uint8Array, limits: Partial<MimeLimits> = {}): MimeMessage {
  const { maxBytes, maxParts } = { ...DEFAULT_MIME_LIMITS, ...limits };
  if (bytes.byteLength > maxBytes) throw new UnreadableMessage('oversize', `more than ${maxBytes} bytes`);
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

  const { headers, end } = headersAt(message);
  const contentType = parametrised(required(headers, 'content-type'));
  if (contentType.value !== 'multipart/related') throw notMime('not multipart/related');
  const boundary = contentType.parameters.get('boundary') ?? '';
  if (!/^[\w'()+,./:=?-]{1,70}$/.test(boundary)) throw notMime('no boundary');

  const [root, ...parts] = split(message.subarray(end + CRLF), boundary, maxParts + 1).map(readPart);
  if (root === undefined) throw notMime('no root part');
  if (contentType.parameters.get('start') !== `<${root.contentId}>`) throw notMime('the root part is not the first');
  const ids = [root, ...parts].map(({ contentId }) => contentId);
  if (new Set(ids).size !== ids.length) throw notMime('a content id appears twice');
  return { header: Buffer.from(root.bytes).toString('utf8'), parts };
}

function notMime(detail: string): UnreadableMessage {
  return new UnreadableMessage('not-mime', detail);
}

/** The header block of an entity, and where the blank line after it begins. */
function headersAt(bytes: Buffer): { readonly headers: ReadonlyMap<string, string>; readonly end: number } {
  const end = bytes.subarray(0, MAX_ENTITY_HEADERS).indexOf('\r\n\r\n');
  if (end === -1) throw notMime('headers do not end');
  return { headers: headersOf(bytes.subarray(0, end).toString('latin1')), end };
}

function headersOf(block: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw notMime('a header line is malformed');
    if (headers.has(name.toLowerCase())) throw notMime('a header appears twice');
    headers.set(name.toLowerCase(), value);
  }
  return headers;
}

function required(headers: ReadonlyMap<string, string>, name: string): string {
  const value = headers.get(name);
  if (value === undefined) throw notMime(`no ${name}`);
  return value;
}

/** `multipart/related; boundary="…"` */
function parametrised(text: string): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } {
  const [value = '', ...parameters] = text.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return {
    value: value.trim().toLowerCase(),
    parameters: new Map(
      parameters.map((parameter) => {
        const [, name = '', quoted, token] = /^\s*([\w-]+)=(?:"([^"]*)"|(\S+))\s*$/.exec(parameter) ?? [];
        return [name.toLowerCase(), quoted ?? token ?? ''];
      }),
    ),
  };
}

/** @returns the entities between the delimiter lines */
function split(body: Buffer, boundary: string, maxEntities: number): readonly Buffer[] {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const entities: Buffer[] = [];
  let position = body.indexOf(delimiter);
  if (position === -1 || body.subarray(0, position).some((byte) => byte !== 0x0d && byte !== 0x0a)) {
    throw notMime('no first part');
  }
  for (;;) {
    const afterDelimiter = position + delimiter.length;
    const tail = body.subarray(afterDelimiter, afterDelimiter + 2).toString('latin1');
    if (tail === '--') {
      const rest = body.subarray(afterDelimiter + 2).toString('latin1');
      if (!/^(\r\n)?$/.test(rest)) throw notMime('bytes after the last part');
      return entities;
    }
    if (tail !== '\r\n') throw notMime('a delimiter line is malformed');
    const start = afterDelimiter + 2;
    const next = body.indexOf(delimiter, start);
    if (next === -1) throw notMime('the last part does not end');
    if (entities.length === maxEntities) throw notMime('too many parts');
    entities.push(body.subarray(start, next));
    position = next;
  }
}

function readPart(bytes: Buffer): MimePart {
  const { headers, end } = headersAt(bytes);
  const encoding = headers.get('content-transfer-encoding') ?? 'binary';
  if (!/^(binary|8bit|7bit)$/i.test(encoding)) throw notMime('a part is encoded');
  const contentId = /^<(.+)>$/.exec(required(headers, 'content-id'))?.[1] ?? '';
  if (!isContentId(contentId)) throw notMime('a content id is malformed');
  return {
    contentId,
    mimeType: parametrised(required(headers, 'content-type')).value,
    bytes: bytes.subarray(end + 2 * CRLF),
  };
}
