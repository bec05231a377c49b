import { gzipSync } from 'node:zlib';
import { isFatal, writeMime } from '@oots/edm';
import { aHeader } from '@oots/edm/testing';
import { MAX_MESSAGE_BYTES } from './opened-message.js';
import {
  bare,
  base64,
  envelope,
  headerXml,
  payload,
  REQUEST_PART,
  requestXml,
  retrieved,
  submitRequest,
} from './testing/wrapped.js';
import { validateMessage } from './validate-message.js';
import type { JudgedDocument } from './validation-report.js';

const validate = (found: string | Uint8Array) => validateMessage('found', Buffer.from(found)).report;
const header = bare(headerXml());
const part = (bytes: string | Uint8Array) => ({
  contentId: REQUEST_PART,
  mimeType: 'application/x-ebrs+xml',
  bytes: Buffer.from(bytes),
});
const written = Buffer.from(writeMime({ header: headerXml(), parts: [part(requestXml())] })).toString('latin1');
const withoutInfo = header.replace(/<eb:MessageInfo>[\s\S]*<\/eb:MessageInfo>/, '');

const WITH_HEADER = ['header', 'request'];
const FOUND: readonly [what: string, found: string | Uint8Array, packaging: string, kinds: readonly string[]][] = [
  ['a document', requestXml(), 'document', ['request']],
  ['a document with byte order mark', `\uFEFF${requestXml()}`, 'document', ['request']],
  ['a header', headerXml(), 'document', ['header']],
  ['an envelope with the document in its body', envelope(header, bare(requestXml())), 'soap', WITH_HEADER],
  ['an envelope without header', envelope('', bare(requestXml())), 'soap', ['request']],
  [
    'submitRequest',
    submitRequest(
      header,
      `<bodyload><value>cid:bodyload</value></bodyload>${payload(REQUEST_PART, base64(requestXml()))}`,
    ),
    'backend',
    WITH_HEADER,
  ],
  [
    'submitRequest whose header the access point will complete',
    submitRequest(withoutInfo, payload(REQUEST_PART, base64(requestXml()))),
    'backend',
    WITH_HEADER,
  ],
  [
    'submitRequest with base64 in lines, compressed',
    submitRequest(
      header,
      payload(REQUEST_PART, base64(gzipSync(requestXml())).replace(/.{1,76}/g, '$&\n'), 'application/x-ebrs+xml'),
    ),
    'backend',
    WITH_HEADER,
  ],
  [
    'submitRequest in the body of no envelope',
    `<w:submitRequest xmlns:w="urn:x">${payload(REQUEST_PART, base64(requestXml()))}</w:submitRequest>`,
    'backend',
    ['request'],
  ],
  ['retrieveMessageResponse', retrieved(header, payload(REQUEST_PART, base64(requestXml()))), 'backend', WITH_HEADER],
  ['a multipart', written, 'mime', WITH_HEADER],
  ['a multipart with the line ends of a text file', written.replaceAll('\r\n', '\n'), 'mime', WITH_HEADER],
  ['a multipart without its own headers', written.slice(written.indexOf('\r\n\r\n') + 4), 'mime', WITH_HEADER],
  ['a multipart as HTTP sent it', `POST /services/msh HTTP/1.1\r\nHost: ap\r\n${written}`, 'mime', WITH_HEADER],
  [
    'a multipart whose root is an envelope',
    writeMime({ header: envelope(header, ''), parts: [part(requestXml())] }),
    'mime',
    WITH_HEADER,
  ],
  [
    'a multipart with a compressed part',
    writeMime({ header: headerXml(), parts: [part(gzipSync(requestXml()))] }),
    'mime',
    WITH_HEADER,
  ],
  [
    'a multipart with a part in base64',
    written
      .replace(/(<request-1[\s\S]*?)binary/, '$1base64')
      .replace(/<\?xml[^>]*\?>\s*<query[\s\S]*<\/query:QueryRequest>/, (xml) => base64(xml)),
    'mime',
    WITH_HEADER,
  ],
  [
    'submitRequest that includes an attachment',
    writeMime({
      header: submitRequest(
        header,
        payload(REQUEST_PART, '<xop:Include xmlns:xop="urn:xop" href="cid:message@attached"/>'),
      ),
      parts: [{ ...part(requestXml()), contentId: 'message@attached' }],
    }),
    'mime',
    WITH_HEADER,
  ],
  [
    'an answer as HTTP sent it',
    `HTTP/1.1 200 OK\r\ncontent-type: application/x-ebrs+xml\r\n\r\n${requestXml()}`,
    'mime',
    ['request'],
  ],
];

const fatal = (document?: JudgedDocument) => (document?.findings ?? []).filter(isFatal);
const lineOf = (text: string, wanted: string) => text.slice(0, text.indexOf(wanted)).split('\n').length;

describe('given a valid request', () => {
  it.each(FOUND)('when it is found as %s, then it is judged and valid', (_what, found, packaging, kinds) => {
    const { verdict, reason, documents, agreement, ...report } = validate(found);
    expect({ verdict, reason, agreement }).toEqual({ verdict: 'valid', reason: undefined, agreement: [] });
    expect(documents.map(({ kind }) => kind)).toEqual(kinds);
    expect(report.packaging).toBe(packaging);
  });

  it('when evidence travels beside it, then the evidence is named and not judged', () => {
    const parts = [part(requestXml()), { contentId: 'extra@x', mimeType: 'application/pdf', bytes: Buffer.alloc(9) }];
    const { others, takenFor } = validate(writeMime({ header: headerXml(), parts }));
    expect(others).toEqual([{ part: 'payload extra@x', mimeType: 'application/pdf', bytes: 9 }]);
    expect(takenFor).toBe(
      'a MIME message with an ebMS header (oots-edm:v2.0), an evidence request (oots-edm:v2.0), 1 other part',
    );
  });
});

describe('given a request that breaks a rule', () => {
  const broken = requestXml().replace('EAS:0212', 'EAS:0000');

  it('when it stands alone, then the finding has its place in the file', () => {
    const [finding] = fatal(validate(broken).documents[0]);
    expect(finding).toMatchObject({ rule: 'R-EDM-REQ-C012', severity: 'FATAL', line: lineOf(broken, 'EAS:0000') });
    expect(finding?.path).toMatch(/^\/query:QueryRequest\/rim:Slot\[\d+\]\/rim:SlotValue\/rim:Element\[1\]\/sdg:Agent/);
    expect(finding?.expected).not.toBe('');
  });

  it('when it stands in an envelope, then the place is that of the envelope', () => {
    const [, request] = validate(envelope(header, bare(broken))).documents;
    expect(fatal(request)[0]?.path).toMatch(/^\/soap:Envelope\/soap:Body\/query:QueryRequest\//);
  });

  it('when it comes as base64, then the finding says in which payload', () => {
    const { verdict, documents } = validate(submitRequest(header, payload(REQUEST_PART, base64(broken))));
    expect(verdict).toBe('invalid');
    expect(documents[1]?.part).toBe(`payload ${REQUEST_PART}`);
    expect(fatal(documents[1])).toMatchObject([{ rule: 'R-EDM-REQ-C012' }]);
  });

  it('when only its header breaks one, then it is invalid for its header', () => {
    const wrong = bare(headerXml()).replace('>QueryManager<', '>Other<');
    expect(validate(envelope(wrong, bare(requestXml()))).documents[0]).toMatchObject({
      kind: 'header',
      findings: [{ rule: 'POC-ebMS-02' }],
    });
  });
});

describe('given bytes without a message', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'Dear colleague,'],
    ['half a document', requestXml().slice(0, 300)],
    ['a document type declaration', `<!DOCTYPE x [<!ENTITY a "b">]><x/>`],
    ['another document', '<evidence/>'],
    ['a message in another encoding', Buffer.from(requestXml(), 'utf16le')],
    ['an envelope with nothing in it', envelope('', '')],
    ['a payload that is not base64', submitRequest(header, payload(REQUEST_PART, 'not base64!'))],
    ['a payload that names no attachment', submitRequest(header, payload(REQUEST_PART, 'cid:other@x'))],
    [
      'a payload that unpacks to half',
      submitRequest(header, payload(REQUEST_PART, base64(gzipSync('<x/>').subarray(0, 15)))),
    ],
    [
      'a payload that unpacks without end',
      submitRequest(header, payload(REQUEST_PART, base64(gzipSync(Buffer.alloc(MAX_MESSAGE_BYTES + 1))))),
    ],
    ['headers that do not end', `Content-Type: ${'x'.repeat(200)}`],
    ['a multipart without boundary', 'Content-Type: multipart/related\r\n\r\n--x--'],
    ['a multipart without end', written.slice(0, -8)],
    ['a multipart without parts', 'Content-Type: multipart/related; boundary="x"\r\n\r\n--x--\r\n'],
    ['a part in an unknown encoding', written.replace(/binary(?=\r\n\r\n<\?xml[^>]*\?>\s*<query)/, 'x-uu')],
    ['more bytes than are looked at', Buffer.alloc(MAX_MESSAGE_BYTES + 1, ' ')],
  ])('when they are %s, then they are unreadable and nothing of them is quoted', (_what, found) => {
    const { verdict, reason = '', documents } = validate(found);
    expect({ verdict, documents }).toEqual({ verdict: 'unreadable', documents: [] });
    expect(reason).not.toBe('');
    expect(reason).not.toContain('Dear');
  });
});

describe('given a message whose payload is no document', () => {
  it('then it is said which part cannot be read', () => {
    const { reason } = validate(submitRequest(header, payload(REQUEST_PART, base64('Dear colleague'))));
    expect(reason).toBe(`payload ${REQUEST_PART}: not-xml: line 1`);
  });
});

describe('given a message that breaks one rule in 20,000 places', () => {
  // Quadratic work took minutes here; the bound is generous for slow machines.
  it('then it is judged in seconds, and every place is found', () => {
    const nameless = '<sdg:Name>Näidis</sdg:Name>'.repeat(20_000);
    const began = performance.now();
    const { documents } = validate(requestXml().replace('<sdg:Name', `${nameless}<sdg:Name`));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(fatal(documents[0]).length).toBeGreaterThanOrEqual(20_000);
    expect(fatal(documents[0])[9_999]?.path).toMatch(/\/sdg:Name\[10000\]$/);
  });
});

describe('given a message that says what it is', () => {
  it('when it is to be judged as something else, then it is refused by the rule about its root', () => {
    const { report } = validateMessage('found', Buffer.from(requestXml()), { as: 'response' });
    expect(report).toMatchObject({ verdict: 'invalid', documents: [{ kind: 'response' }] });
    expect(fatal(report.documents[0]).map(({ rule }) => rule)).toContain('R-EDM-RESP-S001');
  });

  it('when only the header is asked about, then only the header is judged', () => {
    const found = Buffer.from(envelope(header, bare(requestXml().replace('EAS:0212', 'EAS:0000'))));
    const { report } = validateMessage('found', found, { as: 'header' });
    expect(report).toMatchObject({ verdict: 'valid', documents: [{ kind: 'header' }] });
  });

  it('when the header announces another part, then header and parts disagree', () => {
    const other = headerXml({ parts: [{ ...aHeader().parts[0]!, contentId: 'other@fi.oots.example' }] });
    const { agreement } = validate(submitRequest(bare(other), payload(REQUEST_PART, base64(requestXml()))));
    expect(agreement.map(({ rule }) => rule)).toEqual(['POC-MSG-02', 'POC-MSG-03']);
  });
});
