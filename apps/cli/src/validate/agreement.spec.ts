import {
  ConversationId,
  type EbmsHeader,
  ExchangeId,
  type MainEvidence,
  RequestId,
  EDM_BACKGROUND_0_1,
  writeEbmsHeader,
  writeErrorResponse,
  writeMime,
} from '@oots/edm';
import { aHeader, anError, aPackage, aPerson, aResponse, identified, uuid } from '@oots/edm/testing';
import { comparePair } from './pair-agreement.js';
import { answerHeader, bare, envelope, headerXml, requestXml, responseXml } from './testing/wrapped.js';
import { validateMessage } from './validate-message.js';

const validated = (found: string | Uint8Array) => validateMessage('found', Buffer.from(found));
const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);
const pair = (request: string | Uint8Array, answer: string | Uint8Array) =>
  rules(comparePair(validated(request).side, validated(answer).side));

const asked = envelope(bare(headerXml()), bare(requestXml()));
const document = (contentId: string, mimeType: string) => ({ contentId, mimeType, bytes: Buffer.from('{}') });

function answered(header: Partial<EbmsHeader> = {}, response = responseXml()): Uint8Array {
  return writeMime({
    header: writeEbmsHeader(answerHeader(header)),
    parts: [
      { ...document('response-1@ee.oots.example', 'application/x-ebrs+xml'), bytes: Buffer.from(response) },
      document('evidence-1@ee.oots.example', 'application/json'),
      document('evidence-1-pdf@ee.oots.example', 'application/pdf'),
    ],
  });
}

describe('given a message with its header', () => {
  const agreement = (found: string | Uint8Array) => rules(validated(found).report.agreement);
  const request = (header: Partial<EbmsHeader>) => envelope(bare(headerXml(header)), bare(requestXml()));
  const others = aHeader({ originalSender: aHeader().finalRecipient });

  it('when they say the same, then there is nothing to find', () => {
    expect(agreement(asked)).toEqual([]);
    expect(validated(answered()).report).toMatchObject({ verdict: 'valid', agreement: [] });
  });

  it.each<[what: string, header: Partial<EbmsHeader>, rule: string]>([
    ['the action of an answer', { action: 'ExecuteQueryResponse' }, 'POC-MSG-01'],
    ['another specification', { specificationId: EDM_BACKGROUND_0_1 }, 'POC-ebMS-07'],
    ['another sender', { originalSender: others.finalRecipient }, 'POC-ebMS-08'],
    ['another recipient', { finalRecipient: aHeader().originalSender }, 'POC-ebMS-09'],
  ])('when the header of a request has %s, then the rule about that finds it', (_what, header, rule) => {
    expect(agreement(request(header))).toEqual([rule]);
  });

  it.each<[what: string, header: Partial<EbmsHeader>, rule: string]>([
    ['the action of an error', { action: 'ExceptionResponse', parts: answerHeader().parts.slice(0, 1) }, 'POC-MSG-01'],
    ['another specification', { specificationId: EDM_BACKGROUND_0_1 }, 'POC-ebMS-07'],
    ['another sender', { originalSender: aHeader().originalSender }, 'POC-ebMS-08'],
    ['another recipient', { finalRecipient: aHeader().finalRecipient }, 'POC-ebMS-09'],
    ['a part too few', { parts: answerHeader().parts.slice(0, 2) }, 'POC-MSG-03'],
    ['a part too many', { parts: [...answerHeader().parts, document('x@y', 'application/pdf')] }, 'POC-MSG-02'],
  ])('when the header of a response has %s, then the rule about that finds it', (_what, header, rule) => {
    expect(agreement(answered(header))).toContain(rule);
  });

  it('when a document of the response did not come, then that is found', () => {
    const response = {
      ...document('response-1@ee.oots.example', 'application/x-ebrs+xml'),
      bytes: Buffer.from(responseXml()),
    };
    const alone = writeMime({ header: writeEbmsHeader(answerHeader()), parts: [response] });
    expect(agreement(alone)).toEqual(['POC-MSG-02', 'POC-RESP-05']);
  });

  it('when the header is of the 1.x line and the body is not, then they are not of one line', () => {
    const older = headerXml()
      .replace(/<eb:Property name="ExchangeId">.*<\/eb:Property>/, '')
      .replace(/<eb:Property name="SpecificationId">.*<\/eb:Property>/, '');
    expect(agreement(envelope(bare(older), bare(requestXml())))).toEqual(['POC-MSG-04']);
  });
});

const another = RequestId.of(`urn:uuid:${uuid(99)}`);
const main = aPackage().mainEvidence;
const packageWith = (changes: Partial<MainEvidence>) => aPackage({ mainEvidence: { ...main, ...changes } });

describe('given a request and its answer', () => {
  it('when they belong together, then there is nothing to find', () => {
    expect(pair(asked, answered())).toEqual([]);
    expect(pair(requestXml(), responseXml())).toEqual([]);
    expect(pair(requestXml(), writeErrorResponse(anError()))).toEqual([]);
  });

  it.each([
    ['another request id', 'R-EDM-RESP-S004', responseXml({ requestId: another })],
    [
      'another person',
      'POC-RESP-03',
      responseXml({
        packages: [packageWith({ isAbout: { kind: 'natural', person: aPerson({ givenName: 'Other' }).minimal() } })],
      }),
    ],
    [
      'another evidence type',
      'POC-RESP-04',
      responseXml({
        packages: [
          packageWith({
            evidenceType: { ...main.evidenceType, classification: main.evidenceType.classification.replace(/.$/, '0') },
          }),
        ],
      }),
    ],
    ['another requester', 'POC-PAIR-02', responseXml({ requester: identified(aResponse().provider) })],
    [
      'another provider',
      'POC-PAIR-03',
      responseXml({
        provider: { ...aResponse().provider, identifier: { ...aResponse().provider.identifier, value: '70000002' } },
      }),
    ],
    ['as an error the request id of another', 'R-EDM-ERR-S004', writeErrorResponse(anError({ requestId: another }))],
    ['no answer in it', 'POC-PAIR-01', requestXml()],
  ])('when the answer has %s, then %s refuses the pair', (_what, rule, answer) => {
    expect(pair(requestXml(), answer)).toEqual([rule]);
  });

  it.each<[what: string, header: Partial<EbmsHeader>, rule: string]>([
    ['another conversation', { conversationId: ConversationId.of(uuid(98)) }, 'POC-PAIR-04'],
    ['another exchange', { exchangeId: ExchangeId.of(uuid(98)) }, 'POC-PAIR-05'],
    ['another access point', { from: aHeader().from }, 'POC-PAIR-07'],
    ['the message id of the request', { messageId: aHeader().messageId }, 'POC-PAIR-08'],
  ])('when the header of the answer has %s, then the rule about that finds it', (_what, header, rule) => {
    expect(pair(asked, answered(header))).toEqual([rule]);
  });

  it('when the corners are not swapped, then that is found', () => {
    const { originalSender, finalRecipient } = aHeader();
    expect(pair(asked, answered({ originalSender, finalRecipient }))).toEqual(['POC-PAIR-06']);
  });

  it('when rules refuse one of them, then they are compared by what they state', () => {
    const refused = responseXml({ requestId: another })
      .replace('<sdg:FamilyName>', '<sdg:FamilyName>X')
      .replace('lang="EN"', 'lang="en"');
    expect(pair(requestXml(), refused)).toEqual(['R-EDM-RESP-S004', 'POC-RESP-03']);
  });
});
