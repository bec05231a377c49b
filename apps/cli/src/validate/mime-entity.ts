import { UnopenedMessage } from './opened-message.js';

/** A body and what its headers say. Bytes are as they were before any transfer encoding. */
export interface MimeEntity {
  /** `multipart/related`, in lower case and without parameters. */
  readonly mediaType: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Without angle brackets. */
  readonly contentId?: string;
  readonly bytes: Buffer;
}

const MAX_HEADER_BYTES = 64 * 1024;
const MAX_PARTS = 256;
const HTTP_START = /^(?:HTTP\/[\d.]+ \d{3}|[A-Z]+ \S+ HTTP\/[\d.]+)[^\n]*\n/;
/** A name of RFC 5322 that tools give to headers: `<eb:Messaging` is none. */
const HEADER_LINE = /^[A-Za-z][A-Za-z0-9-]*[ \t]*:/;

/** @returns whether the bytes begin with headers, a line of HTTP or the delimiter line of a multipart */
export function beginsLikeMime(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart();
  return /^--[^\s]/.test(start) || HTTP_START.test(start) || HEADER_LINE.test(start);
}

/**
 * Reads an entity as tools write it down: line ends of either kind, a line of HTTP before the headers, or no headers at all
 * but a delimiter line. More is tolerated than between nodes, since what is asked is what the documents inside are worth.
 *
 * @throws {UnopenedMessage} when headers do not end or a transfer encoding is unknown
 */
export function readEntity(bytes: Uint8Array): MimeEntity {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entity = file.subarray(preludeOf(file));
  const delimiter = /^--([^\r\n]+?)[ \t]*\r?\n/.exec(entity.subarray(0, 256).toString('latin1'));
  if (delimiter?.[1] === undefined) return entityIn(entity);
  return { mediaType: 'multipart/related', parameters: new Map([['boundary', delimiter[1]]]), bytes: entity };
}

function entityIn(entity: Buffer): MimeEntity {
  const { headers, bodyAt } = headersAt(entity);
  const { value, parameters } = parametrised(headers.get('content-type') ?? 'application/octet-stream');
  const contentId = headers.get('content-id')?.replace(/^<|>$/g, '');
  return {
    mediaType: value,
    parameters,
    bytes: decoded(entity.subarray(bodyAt), headers.get('content-transfer-encoding')),
    ...(contentId === undefined ? {} : { contentId }),
  };
}

/**
 * @returns the parts of a multipart, in order; a preamble and an epilogue are left out
 * @throws {UnopenedMessage} when there is no boundary, no part or no end
 */
export function partsOf({ bytes, parameters }: MimeEntity): readonly MimeEntity[] {
  const boundary = parameters.get('boundary') ?? '';
  if (boundary === '') throw new UnopenedMessage('a multipart without boundary');
  const parts: MimeEntity[] = [];
  let open: number | undefined;
  for (const { at, after, last } of delimiterLines(bytes, boundary)) {
    if (open !== undefined) parts.push(entityIn(bytes.subarray(open, Math.max(open, endBefore(bytes, at)))));
    if (parts.length > MAX_PARTS) throw new UnopenedMessage(`more than ${MAX_PARTS} parts`);
    if (last) return parts;
    open = after;
  }
  throw new UnopenedMessage(open === undefined ? 'a multipart without parts' : 'a multipart that does not end');
}

function* delimiterLines(bytes: Buffer, boundary: string): Generator<{ at: number; after: number; last: boolean }> {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  for (let at = bytes.indexOf(delimiter); at !== -1; at = bytes.indexOf(delimiter, at + 1)) {
    if (at > 0 && bytes[at - 1] !== LF) continue;
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/.exec(
      bytes.subarray(at + delimiter.length, at + delimiter.length + 128).toString('latin1'),
    );
    if (rest !== null) yield { at, after: at + delimiter.length + rest[0].length, last: rest[1] !== undefined };
  }
}

const LF = 0x0a;
const CR = 0x0d;

/** The line end before a delimiter line belongs to the delimiter. */
function endBefore(bytes: Buffer, at: number): number {
  return bytes[at - 2] === CR ? at - 2 : at - 1;
}

/** Blank lines and a line of HTTP before the headers. */
function preludeOf(bytes: Buffer): number {
  const text = bytes.subarray(0, MAX_HEADER_BYTES).toString('latin1');
  const blank = /^\s*/.exec(text)?.[0].length ?? 0;
  return blank + (HTTP_START.exec(text.slice(blank))?.[0].length ?? 0);
}

/** A part may have no headers at all: it then begins with the blank line after them. */
function headersAt(bytes: Buffer): { headers: ReadonlyMap<string, string>; bodyAt: number } {
  const text = bytes.subarray(0, MAX_HEADER_BYTES).toString('latin1');
  const end = /(?:^|\r?\n)\r?\n/.exec(text);
  if (end === null) throw new UnopenedMessage('headers that do not end');
  const headers = new Map<string, string>();
  for (const line of text
    .slice(0, end.index)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, bodyAt: end.index + end[0].length };
}

/** `multipart/related; boundary="…"` */
function parametrised(text: string): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } {
  const [value = ''] = text.split(';', 1);
  const parameters = text.slice(value.length).matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;]+))/g);
  return {
    value: value.trim().toLowerCase(),
    parameters: new Map(
      [...parameters].map(([, name = '', quoted, token = '']) => [name.toLowerCase(), quoted ?? token]),
    ),
  };
}

function decoded(bytes: Buffer, encoding = 'binary'): Buffer {
  switch (encoding.toLowerCase()) {
    case 'binary':
    case '8bit':
    case '7bit':
      return bytes;
    case 'base64':
      return fromBase64(bytes.toString('latin1'));
    default:
      throw new UnopenedMessage('an unknown transfer encoding');
  }
}

/**
 * @param text white space and missing padding are tolerated
 * @throws {UnopenedMessage} when it is something else
 */
export function fromBase64(text: string): Buffer {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw new UnopenedMessage('a payload that is not base64');
  return Buffer.from(compact, 'base64');
}
