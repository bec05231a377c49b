import { createHash } from 'node:crypto';
import { isContentId } from './content-id.js';
import type { MimeMessage } from './mime-part.js';

/** `type/subtype`, without parameters. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** Content id of the root part, by which `start` names it. */
export const ROOT_CONTENT_ID = 'header@ebms';
export const ROOT_MEDIA_TYPE = 'application/soap+xml';

/**
 * Writes `multipart/related`: the header as root part, then the payload in order, every part as its own bytes.
 *
 * The boundary follows from the content, so the same message is always the same bytes.
 *
 * @throws {RangeError} when a content id or a media type could not be read back, or an id appears twice
 * @see TDD 4.7, RFC 2387
 */
export function writeMime({ header, parts }: MimeMessage): Uint8Array {
  const ids = parts.map(({ contentId }) => contentId);
  if (!ids.every(isContentId)) throw new RangeError('a content id is <local>@<domain>');
  if (new Set([ROOT_CONTENT_ID, ...ids]).size !== ids.length + 1) throw new RangeError('a content id appears twice');
  if (!parts.every(({ mimeType }) => MEDIA_TYPE.test(mimeType))) throw new RangeError('a media type is type/subtype');

  const entities = [
    entity(ROOT_CONTENT_ID, `${ROOT_MEDIA_TYPE}; charset=UTF-8`, Buffer.from(header)),
    ...parts.map(({ contentId, mimeType, bytes }) => entity(contentId, mimeType, bytes)),
  ];
  const boundary = boundaryFor(entities);
  const preamble =
    'MIME-Version: 1.0\r\n' +
    `Content-Type: multipart/related; boundary="${boundary}"; type="${ROOT_MEDIA_TYPE}"; start="<${ROOT_CONTENT_ID}>"\r\n`;
  return Buffer.concat([
    Buffer.from(preamble),
    ...entities.flatMap((content) => [Buffer.from(`\r\n--${boundary}\r\n`), content]),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

function entity(contentId: string, mimeType: string, bytes: Uint8Array): Buffer {
  const headers = `Content-ID: <${contentId}>\r\nContent-Type: ${mimeType}\r\nContent-Transfer-Encoding: binary\r\n\r\n`;
  return Buffer.concat([Buffer.from(headers), bytes]);
}

/** A line that occurs in none of the parts. */
function boundaryFor(entities: readonly Buffer[]): string {
  for (let attempt = 0; ; attempt += 1) {
    const hash = createHash('sha256').update(String(attempt));
    for (const content of entities) hash.update(content);
    const boundary = `oots-${hash.digest('hex').slice(0, 40)}`;
    if (!entities.some((content) => content.includes(boundary))) return boundary;
  }
}
