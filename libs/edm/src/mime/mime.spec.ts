import fc from 'fast-check';
import { digestOf, readMime, resolveCid, UnreadableMessage, writeMime, type MimeMessage } from '../index.js';

const message: MimeMessage = {
  header: '<eb:Messaging/>',
  parts: [
    { contentId: 'request-1@fi.oots.example', mimeType: 'application/x-ebrs+xml', bytes: Buffer.from('<query/>') },
    {
      contentId: 'evidence-1@ee.oots.example',
      mimeType: 'application/pdf',
      bytes: Buffer.from([0, 13, 10, 45, 45, 255]),
    },
  ],
};
const written = Buffer.from(writeMime(message)).toString('latin1');
const bytes = (text: string) => Buffer.from(text, 'latin1');

function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableMessage) return error.message;
    throw error;
  }
  return undefined;
}

function plain({ header, parts }: MimeMessage) {
  return { header, parts: parts.map((part) => ({ ...part, bytes: [...part.bytes] })) };
}

describe('given a message of several parts', () => {
  it('when it is written and read, then every byte is where it was', () => {
    const part = fc.record({
      contentId: fc.uuid().map((id) => `${id}@fi.oots.example`),
      mimeType: fc.constantFrom('application/json', 'application/x-ebrs+xml', 'image/svg+xml'),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string().map((text) => Buffer.from(`\r\n--oots-${text}--\r\n`)),
      ),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(part, { maxLength: 4 }), (header, parts) => {
        const read = readMime(writeMime({ header, parts }));
        expect(plain(read)).toEqual(plain({ header, parts }));
      }),
    );
  });

  it('when a part holds another message with the same delimiter lines, then only the outer ones count', () => {
    const inner = writeMime(message);
    const outer = { ...message, parts: [{ contentId: 'inner@oots', mimeType: 'multipart/related', bytes: inner }] };
    const read = readMime(writeMime(outer));
    expect(plain(read)).toEqual(plain(outer));
    expect(plain(readMime(read.parts[0]?.bytes ?? inner))).toEqual(plain(message));
  });

  it('when it is written twice, then it is the same bytes', () => {
    expect(writeMime(message)).toEqual(writeMime(message));
  });

  it('when a reference names a part, then it is found with and without its scheme', () => {
    expect(resolveCid('cid:evidence-1@ee.oots.example', message.parts)).toBe(message.parts[1]);
    expect(resolveCid('evidence-1@ee.oots.example', message.parts)).toBe(message.parts[1]);
    expect(resolveCid('cid:evidence-2@ee.oots.example', message.parts)).toBeUndefined();
  });

  it('when it is digested, then the digest is the one everybody computes', () => {
    expect(digestOf(Buffer.from(''))).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it.each([
    ['an id without domain', { contentId: 'evidence', mimeType: 'application/pdf' }],
    ['an id that ends its header', { contentId: 'a@b>\r\nX: y', mimeType: 'application/pdf' }],
    ['a media type that ends its header', { contentId: 'a@b', mimeType: 'application/pdf\r\nX: y' }],
    ['the id of the header', { contentId: 'header@ebms', mimeType: 'application/pdf' }],
  ])('when a part has %s, then nothing is written', (_what, part) => {
    expect(() => writeMime({ header: '', parts: [{ ...part, bytes: Buffer.from('') }] })).toThrow(RangeError);
  });
});

describe('given bytes from somebody else', () => {
  const boundary = /boundary="([^"]+)"/.exec(written)?.[1] ?? '';

  it.each([
    ['nothing', '', 'headers do not end'],
    ['headers that do not end', `Content-Type: multipart/related; ${'x'.repeat(9000)}`, 'headers do not end'],
    ['another type', written.replace('multipart/related', 'multipart/mixed'), 'not multipart/related'],
    ['no boundary', written.replace(/boundary="[^"]+"; /, ''), 'no boundary'],
    ['a boundary that breaks its line', written.replace(/boundary="[^"]+"/, 'boundary="a b"'), 'no boundary'],
    ['another boundary', written.replace(/boundary="[^"]+"/, 'boundary="other"'), 'no first part'],
    ['a preamble', written.replace(`\r\n\r\n--${boundary}`, `\r\n\r\nhello\r\n--${boundary}`), 'no first part'],
    ['no end', written.slice(0, -4), 'a delimiter line is malformed'],
    ['half a part', written.slice(0, -60), 'the last part does not end'],
    ['bytes after the end', `${written}more`, 'bytes after the last part'],
    ['a longer boundary inside', written.replace('<query/>', `\r\n--${boundary}x`), 'a delimiter line is malformed'],
    ['an encoded part', written.replace('binary', 'base64'), 'a part is encoded'],
    ['a header twice', written.replace('Content-ID:', 'Content-ID: <x@y>\r\nContent-ID:'), 'a header appears twice'],
    ['a part without id', written.replace(/Content-ID: <request[^\r]*\r\n/, ''), 'no content-id'],
    ['an id twice', written.replace('<evidence-1@ee', '<request-1@fi'), 'a content id appears twice'],
    ['another first part', written.replace('start="<header@ebms>"', 'start="<x@y>"'), 'the root part is not the first'],
  ])('when they are %s, then they are refused', (_what, text, reason) => {
    expect(text).not.toBe(written);
    expect(refusalOf(() => readMime(bytes(text)))).toBe(`not-mime: ${reason}`);
  });

  it('when there are too many parts or bytes, then they are refused', () => {
    expect(refusalOf(() => readMime(bytes(written), { maxParts: 1 }))).toBe('not-mime: too many parts');
    expect(refusalOf(() => readMime(bytes(written), { maxBytes: written.length - 1 }))).toMatch(/^oversize/);
    expect(readMime(bytes(written), { maxParts: 2, maxBytes: written.length }).parts).toHaveLength(2);
  });
});
