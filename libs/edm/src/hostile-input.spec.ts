import {
  readAnswer,
  readEbmsHeader,
  readEvidenceRequest,
  UnreadableMessage,
  writeEbmsHeader,
  writeEvidenceRequest,
  writeEvidenceResponse,
} from './index.js';
import { aHeader, aRequest, aResponse } from './testing/index.js';
import { parseXml } from './xml/parse-xml.js';

const request = writeEvidenceRequest(aRequest());

function reasonOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableMessage) return error.reason;
    throw error;
  }
  return undefined;
}

const afterDeclaration = (xml: string, inserted: string) => xml.replace('?>', `?>${inserted}`);
const BOMB = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`;

describe('given a document with a document type declaration', () => {
  it.each([
    ['of nothing', '<!DOCTYPE x>'],
    ['with entities inside entities', BOMB],
    ['that points to a file', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'],
    ['that points to another host', '<!DOCTYPE x SYSTEM "https://attacker.example/x.dtd">'],
    ['behind a comment', '<!-- <innocent/> -->\n<!DOCTYPE x>'],
    ['behind a processing instruction', '<?innocent <x> ?>\n<!DOCTYPE x>'],
  ])('when it is one %s, then it is refused before anything is parsed', (_what, doctype) => {
    expect(reasonOf(() => readEvidenceRequest(afterDeclaration(request, doctype)))).toBe('doctype');
    expect(reasonOf(() => readEvidenceRequest(Buffer.from(afterDeclaration(request, doctype))))).toBe('doctype');
  });

  it('when only a comment speaks of one, then it is read', () => {
    expect(readEvidenceRequest(afterDeclaration(request, '<!-- no <!DOCTYPE here -->')).value).toBeDefined();
  });
});

describe('given a document of the wrong size or shape', () => {
  it.each([
    ['one byte too many', 'oversize', () => readEvidenceRequest(request, { maxBytes: Buffer.byteLength(request) - 1 })],
    ['more than 2 MiB', 'oversize', () => readEvidenceRequest(`${request}${' '.repeat(2 * 1024 * 1024)}`)],
    ['one level too many', 'too-deep', () => readEvidenceRequest(request, { maxDepth: 6 })],
    ['65 levels', 'too-deep', () => readEvidenceRequest(`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`)],
    ['100 000 levels', 'too-deep', () => readEvidenceRequest('<a>'.repeat(100_000))],
    ['an element that does not end', 'not-xml', () => readEvidenceRequest(request.replace('</query:Query>', ''))],
    ['an entity that nobody declared', 'not-xml', () => readEvidenceRequest(request.replace('V1', '&who;'))],
    ['a prefix that nobody declared', 'not-xml', () => readEvidenceRequest(request.replace('xmlns:sdg', 'xmlns:gds'))],
    ['nothing at all', 'not-xml', () => readEvidenceRequest('')],
    ['bytes that are no UTF-8', 'encoding', () => readEvidenceRequest(Buffer.from([0x3c, 0xff, 0xfe]))],
    ['UTF-16', 'encoding', () => readEvidenceRequest(Buffer.from(`\uFEFF${request}`, 'utf16le'))],
    ['another encoding', 'encoding', () => readEvidenceRequest(request.replace('UTF-8', 'ISO-8859-1'))],
    ['another root', 'unknown-root', () => readEvidenceRequest(writeEvidenceResponse(aResponse()))],
    ['a root of another namespace', 'unknown-root', () => readEvidenceRequest('<QueryRequest xmlns="urn:other"/>')],
    ['no header', 'unknown-root', () => readEbmsHeader(request)],
    ['another version', 'unknown-version', () => readEvidenceRequest(request.replace('edm:v2.0', 'edm:v3.0'))],
    [
      'another version in a header',
      'unknown-version',
      () => readEbmsHeader(writeEbmsHeader(aHeader()).replace('edm:v2.0', 'edm:v1.2')),
    ],
  ])('when it has %s, then it is refused as %s', (_what, reason, read) => {
    expect(reasonOf(read)).toBe(reason);
  });

  it('when it is refused, then the refusal quotes nothing of it', () => {
    const broken = request.replace('</sdg:FamilyName>', '&Secretname;');
    expect(() => readEvidenceRequest(broken)).toThrow(/^not-xml: line \d+$/);
  });

  it('when a limit is exactly met, then it is read', () => {
    expect(readEvidenceRequest(request, { maxBytes: Buffer.byteLength(request) }).value).toBeDefined();
    expect(parseXml(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`).local).toBe('a');
  });

  it('when a version is unknown, then what an error answer needs is kept', () => {
    expect(() => readEvidenceRequest(request.replace('edm:v2.0', 'edm:v3.0'))).toThrow(
      expect.objectContaining({ known: { rule: 'R-EDM-REQ-C001', requestId: aRequest().id } }) as Error,
    );
  });
});

describe('given a document that is written differently', () => {
  const expected = aRequest();

  it.each([
    [
      'other prefixes',
      request.replace(/((?:<\/?|"))(rim|sdg|query):/g, '$1x-$2:').replace(/xmlns:(rim|sdg|query)/g, 'xmlns:x-$1'),
    ],
    ['a default namespace', request.replace(/(<\/?)query:/g, '$1').replace('xmlns:query', 'xmlns')],
    ['stray text in the evidence type', request.replace('<sdg:DataServiceEvidenceType>', '$&\n stray: text ')],
    ['comments and processing instructions', request.replace(/<sdg:/g, '<?pi x?><!-- c --><sdg:')],
    ['a byte order mark', `\uFEFF${request}`],
    ['character data sections', request.replace('>Näidis<', '><![CDATA[Näi]]>dis<')],
    [
      'white space around values',
      request.replace(/<rim:Value>(?!oots-)([^<]*)<\/rim:Value>/g, '<rim:Value>\n  $1\n </rim:Value>'),
    ],
    [
      'slots in another order',
      request.replace(
        /(<rim:Slot name="IssueDateTime">[\s\S]*?<\/rim:Slot>)\s*(<rim:Slot name="Procedure">[\s\S]*?<\/rim:Slot>)/,
        '$2$1',
      ),
    ],
    ['1 for true', request.replace('>true<', '>1<')],
    ['a time zone', request.replace('10:15:30.000Z', '12:15:30+02:00')],
  ])('when it has %s, then it says the same', (_what, xml) => {
    expect(xml).not.toBe(request);
    expect(readEvidenceRequest(xml).value).toStrictEqual(expected);
    expect(readEvidenceRequest(Buffer.from(xml)).value).toStrictEqual(expected);
  });
});

it('when a rule is broken, then the finding says where, on which line and what would be right, and quotes nothing', () => {
  const wrong = request.replace('>application/json<', '>application/secret<');
  const line = wrong.split('\n').findIndex((text) => text.includes('secret')) + 1;
  expect(readEvidenceRequest(wrong).findings.find(({ rule }) => rule === 'R-EDM-REQ-C033')).toEqual({
    rule: 'R-EDM-REQ-C033',
    severity: 'FATAL',
    message: 'the format is a code of OOTSMediaTypes',
    expected: 'one of application/json, application/xml, application/pdf, image/jpeg, image/png, image/svg+xml',
    path: '/QueryRequest/Query/Slot[2]/SlotValue/DataServiceEvidenceType/DistributedAs[1]/Format',
    line,
  });
});

it('a request whose types have other prefixes is read with a word of advice: official rules compare the string', () => {
  const { value, findings } = readEvidenceRequest(
    request.replaceAll('"rim:', '"x:').replace('xmlns:rim', 'xmlns:x="urn:oasis:names:tc:ebxml-regrep:xsd:rim:4.0" $&'),
  );
  expect(value).toBeDefined();
  expect(new Set(findings.filter(({ severity }) => severity === 'WARNING').map(({ rule }) => rule))).toEqual(
    new Set(['POC-REQ-02']),
  );
});

describe('given a document that says something twice or nothing', () => {
  const fatal = (xml: string) =>
    readEvidenceRequest(xml)
      .findings.filter(({ severity }) => severity === 'FATAL')
      .map(({ rule }) => rule);

  it.each([
    ['>oots-edm:v2.0<', '> oots-edm:v2.0<', 'R-EDM-REQ-C001'],
    ['>application/json<', '>application/json <', 'R-EDM-REQ-C033'],
    ['>High<', '>\nHigh<', 'R-EDM-REQ-C037'],
  ])(
    'when white space is part of a code, %s, then the rule of that code refuses it, as official ones do',
    (from, to, rule) => {
      expect(fatal(request.replace(from, to))).toContain(rule);
    },
  );

  it('when a slot appears twice, then it is refused, also where no official rule says so', () => {
    const twice = request.replace(/<rim:Slot name="Procedure">[\s\S]*?<\/rim:Slot>/, '$&$&');
    expect(fatal(twice)).toEqual(['R-EDM-REQ-S007', 'POC-REQ-01']);

    const preview = writeEvidenceRequest(
      aRequest({
        possibilityForPreview: true,
        preview: { previewLocation: 'https://ee.example/p', returnLocation: 'https://fi.example/r' },
      }),
    );
    const both = preview
      .replace(/<rim:Slot name="PreviewLocation">[\s\S]*?<\/rim:Slot>/, '$&$&')
      .replace(/<rim:Slot name="ReturnLocation">[\s\S]*?<\/rim:Slot>/, '$&$&');
    expect(fatal(both)).toEqual(['POC-REQ-01']);
  });

  it.each([
    ['sdg:FamilyName', '/QueryRequest/Query/Slot[1]/SlotValue/Person'],
    ['sdg:DateOfBirth', '/QueryRequest/Query/Slot[1]/SlotValue/Person'],
    ['sdg:DataServiceEvidenceType', '/QueryRequest/Query/Slot[2]/SlotValue'],
  ])('when %s stands twice where one is meant, then it is refused', (name, path) => {
    const other = request.replace(new RegExp(`<${name}>[\\s\\S]*?</${name}>`), '$&$&');
    expect(readEvidenceRequest(other).findings.filter(({ severity }) => severity === 'FATAL')).toMatchObject([
      { rule: 'XSD', path },
    ]);
  });

  it.each([
    ['__proto__', 'R-EDM-REQ-S019'],
    ['constructor', 'R-EDM-REQ-S019'],
  ])('when a slot is called %s, then it is refused like any other', (name, rule) => {
    const slot = `<rim:Slot name="${name}"><rim:SlotValue xsi:type="rim:StringValueType"><rim:Value>x</rim:Value></rim:SlotValue></rim:Slot>`;
    expect(fatal(request.replace('<query:ResponseOption', `${slot}$&`))).toEqual([rule]);
  });

  it('when a request has no id, then it is refused and no answer can name it', () => {
    const reading = readEvidenceRequest(request.replace(/ id="urn:uuid[^"]*"/, ''));
    expect(reading.findings.at(-1)).toMatchObject({ rule: 'XSD', path: '/QueryRequest' });
    expect(reading).not.toHaveProperty('requestId');
  });

  it('when a mandatory element is missing for which there is no rule, then the schema is named', () => {
    const reading = readEvidenceRequest(request.replace(/<sdg:FamilyName>.*<\/sdg:FamilyName>/, ''));
    expect(reading.value).toBeUndefined();
    expect(reading.findings.at(-1)).toMatchObject({ rule: 'XSD', severity: 'FATAL' });
  });

  it.each([
    ['a day that does not exist', />2000-01-01</, '>1999-02-30<'],
    ['an instant that does not exist', />2026-11-23T10:15:30.000Z</, '>2026-13-23T10:15:30.000Z<'],
    ['a boolean of another language', />true</, '>jah<'],
  ])('when it has %s, then it is refused', (_what, from, to) => {
    expect(fatal(request.replace(from, to))).toEqual(['XSD']);
  });

  it('when a rule refuses a request, then the answer still knows whom to name', () => {
    const reading = readEvidenceRequest(request.replace('>V1<', '>ZZ<'));
    expect(reading).toMatchObject({ value: undefined, requestId: aRequest().id, requester: aRequest().requester });
  });

  it('when the requester itself is what is wrong, then no answer names it', () => {
    expect(readEvidenceRequest(request.replace('EAS:0212', 'EAS:7777')).requester).toBeUndefined();
  });

  it('when an answer has no status, then it is refused as a response', () => {
    const silent = writeEvidenceResponse(aResponse()).replace(/ status="[^"]*"/, '');
    expect(readAnswer(silent).findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['R-EDM-RESP-S005', 'R-EDM-RESP-S006']),
    );
  });

  it('when a header breaks a rule but can be read, then it is legible, and not when its conversation is unknown', () => {
    const header = writeEbmsHeader(aHeader());
    const wrongRole = readEbmsHeader(header.replace('edelivery/gateway', 'edelivery/door'));
    expect(wrongRole).toMatchObject({ value: undefined, legible: aHeader() });
    const lost = readEbmsHeader(header.replace(/(ConversationId>)[^<]*/, '$1none'));
    expect(lost.findings.map(({ rule }) => rule)).toEqual(['R-EDM-ebMS-017']);
    expect(lost).not.toHaveProperty('legible');
  });
});
