import {
  EDM_1_0,
  EDM_1_1,
  EDM_1_2,
  EDM_2_0,
  EDM_BACKGROUND_0_1,
  isFatal,
  judgeDocument,
  UnreadableMessage,
  writeEbmsHeader,
  writeErrorResponse,
  writeEvidenceRequest,
  writeEvidenceResponse,
  writeNotification,
  type JudgeOptions,
} from '../index.js';
import {
  aBackgroundRequest,
  aBackgroundResponse,
  aHeader,
  anError,
  aNotification,
  aRequest,
  aResponse,
  artefacts,
  NO_ARTEFACTS,
} from '../testing/index.js';
import { parseXml } from '../xml/parse-xml.js';

const given = artefacts();
const whenGiven = given === undefined ? describe.skip : describe;
const read = (path: string) => given?.read(path) ?? '';

function verdict(xml: string, options?: JudgeOptions) {
  const { kind, line, findings } = judgeDocument(xml, options);
  return { kind, line, fatal: [...new Set(findings.filter(isFatal).map(({ rule }) => rule))].sort() };
}

function refusal(judged: () => unknown): string {
  try {
    judged();
  } catch (error) {
    if (error instanceof UnreadableMessage) return error.reason;
    throw error;
  }
  return 'judged';
}

describe('given any message of the 2.0 line or of the background profile', () => {
  it.each([
    ['request', EDM_2_0, writeEvidenceRequest(aRequest())],
    ['response', EDM_2_0, writeEvidenceResponse(aResponse())],
    ['error', EDM_2_0, writeErrorResponse(anError())],
    ['header', EDM_2_0, writeEbmsHeader(aHeader())],
    ['request', EDM_BACKGROUND_0_1, writeEvidenceRequest(aBackgroundRequest())],
    ['response', EDM_BACKGROUND_0_1, writeEvidenceResponse(aBackgroundResponse())],
    ['notification', EDM_BACKGROUND_0_1, writeNotification(aNotification())],
  ])('when it is a %s of %s, then it is taken for that and is valid', (kind, line, xml) => {
    expect(verdict(xml)).toEqual({ kind, line, fatal: [] });
    expect(judgeDocument(parseXml(xml))).toEqual(judgeDocument(xml));
  });

  it('when the schema alone is broken, then that is found too', () => {
    const nameless = writeEvidenceRequest(aRequest()).replace(/<sdg:FamilyName>.*<\/sdg:FamilyName>/, '');
    expect(verdict(nameless).fatal).toEqual(['XSD']);
  });

  it('when it is judged as something else, then the rules of that refuse it', () => {
    const request = writeEvidenceRequest(aRequest());
    expect(verdict(request, { kind: 'response' }).fatal).toContain('R-EDM-RESP-S001');
    expect(verdict(request, { line: EDM_1_2 }).fatal).toEqual(
      expect.arrayContaining(['R-EDM-REQ-C001', 'R-EDM-REQ-S022', 'R-EDM-REQ-C032']),
    );
    expect(refusal(() => judgeDocument(request, { kind: 'header' }))).toBe('unknown-root');
    expect(refusal(() => judgeDocument(writeNotification(aNotification()), { line: EDM_1_2 }))).toBe('unknown-root');
  });

  it('when it declares a line that nobody knows, then it is judged only by the line that is asked for', () => {
    const future = writeEvidenceRequest(aRequest()).replace('oots-edm:v2.0', 'oots-edm:v3.0');
    expect(refusal(() => judgeDocument(future))).toBe('unknown-version');
    expect(verdict(future, { line: EDM_2_0 }).fatal).toEqual(['R-EDM-REQ-C001']);
  });

  it('when it declares nothing, then 2.0 refuses it by name', () => {
    const silent = writeEvidenceRequest(aRequest()).replace(
      /<rim:Slot name="SpecificationIdentifier">[\s\S]*?<\/rim:Slot>/,
      '',
    );
    expect(verdict(silent)).toMatchObject({ line: EDM_2_0, fatal: ['R-EDM-REQ-S005'] });
    expect(refusal(() => judgeDocument('<a/>'))).toBe('unknown-root');
  });
});

whenGiven(given === undefined ? NO_ARTEFACTS : 'given the messages of the 1.x line', () => {
  it.each([
    ['samples/v1.0/exchange/birth-request.xml', 'request', EDM_1_0, []],
    ['samples/v1.0/exchange/birth-response.xml', 'response', EDM_1_0, []],
    ['samples/v1.0/exchange/birth-request.header.xml', 'header', EDM_1_2, []],
    ['samples/v1.0/exchange/birth-response.header.xml', 'header', EDM_1_2, []],
    ['samples/v1.2/first-request.xml', 'request', EDM_1_2, []],
    ['samples/v1.2/first-response-preview-required.xml', 'error', EDM_1_2, ['R-EDM-ERR-C028']],
  ])('when %s is judged by its own line, then it is a %s of %s with the findings %j', (file, kind, line, fatal) => {
    expect(verdict(read(file))).toEqual({ kind, line, fatal });
  });

  it.each([
    ['samples/v1.2/first-request.xml', ['R-EDM-REQ-C001', 'R-EDM-REQ-C003', 'R-EDM-REQ-C027', 'R-EDM-REQ-S022']],
    ['samples/v1.2/first-response-preview-required.xml', ['R-EDM-ERR-C001', 'R-EDM-ERR-C028', 'R-EDM-ERR-S027']],
  ])('when %s is judged by 2.0, then exactly its differences are refused', (file, fatal) => {
    expect(verdict(read(file), { line: EDM_2_0 }).fatal).toEqual(fatal);
  });

  it('when a message of 1.1 is judged, then by the rules of 1.2 with its own literal', () => {
    const older = read('samples/v1.2/first-request.xml').replace(
      '<rim:Value>oots-edm:v1.2<',
      '<rim:Value>oots-edm:v1.1<',
    );
    expect(verdict(older)).toEqual({ kind: 'request', line: EDM_1_1, fatal: [] });
    expect(verdict(older, { line: EDM_1_2 }).fatal).toEqual(['R-EDM-REQ-C001']);
  });
});
