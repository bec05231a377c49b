import {
  type EbmsHeader,
  type EvidenceRequest,
  MessageId,
  writeEbmsHeader,
  writeEvidenceRequest,
  writeEvidenceResponse,
} from '@oots/edm';
import { aHeader, aRequest, aResponse, uuid } from '@oots/edm/testing';

/** Messages of Finland and Estonia in the wrappings they are found in. */

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
const BACK_END = 'http://eu.domibus.wsplugin/';

export const REQUEST_PART = 'request-1@fi.oots.example';

/** Without XML declaration, to stand inside of another document. */
export function bare(xml: string): string {
  return xml.replace(/^<\?xml[^>]*\?>\s*/, '');
}

export function base64(text: string | Uint8Array): string {
  return Buffer.from(text).toString('base64');
}

export function requestXml(changes: Partial<EvidenceRequest> = {}): string {
  return writeEvidenceRequest(aRequest(changes));
}

export function responseXml(changes: Parameters<typeof aResponse>[0] = {}): string {
  return writeEvidenceResponse(aResponse(changes));
}

export function headerXml(changes: Partial<EbmsHeader> = {}): string {
  return writeEbmsHeader(aHeader(changes));
}

/** The header of the response to `aRequest`. */
export function answerHeader(changes: Partial<EbmsHeader> = {}): EbmsHeader {
  const { from, to, originalSender, finalRecipient } = aHeader();
  return aHeader({
    messageId: MessageId.of(`${uuid(0xaa)}@ee.oots.example`),
    from: to,
    to: from,
    originalSender: finalRecipient,
    finalRecipient: originalSender,
    action: 'ExecuteQueryResponse',
    parts: [
      { contentId: 'response-1@ee.oots.example', mimeType: 'application/x-ebrs+xml' },
      { contentId: 'evidence-1@ee.oots.example', mimeType: 'application/json' },
      { contentId: 'evidence-1-pdf@ee.oots.example', mimeType: 'application/pdf' },
    ],
    ...changes,
  });
}

export function envelope(header: string, body: string): string {
  return `<soap:Envelope xmlns:soap="${SOAP}"><soap:Header>${header}</soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** What a back end gives to its access point, which will complete the header. */
export function submitRequest(header: string, payloads: string): string {
  return envelope(header, `<w:submitRequest xmlns:w="${BACK_END}">${payloads}</w:submitRequest>`);
}

/** What an access point gives to its back end. */
export function retrieved(header: string, payloads: string): string {
  return envelope(header, `<w:retrieveMessageResponse xmlns:w="${BACK_END}">${payloads}</w:retrieveMessageResponse>`);
}

export function payload(contentId: string, value: string, contentType = 'application/x-ebrs+xml'): string {
  return `<payload payloadId="cid:${contentId}" contentType="${contentType}"><value>${value}</value></payload>`;
}
