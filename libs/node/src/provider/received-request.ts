import {
  type Agent,
  compareHeader,
  type EvidenceRequest,
  readEvidenceRequest,
  Refusal,
  type RequestId,
  UnreadableMessage,
} from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';

/** A request that can be answered, whether or not with evidence. */
export interface AnswerableRequest {
  readonly requestId: RequestId;
  /** The `ER` agent, as it is repeated in the answer. */
  readonly requester: Agent;
  /** The whole request, or why it is declined. */
  readonly content: EvidenceRequest | Refusal;
}

/**
 * Reads a request and holds it against its header.
 *
 * @returns undefined when not even an error answer could be conformant: such a request is put on record and dropped
 * @see TDD 4.5.3
 */
export function readReceivedRequest(message: InboundMessage): AnswerableRequest | undefined {
  const document = message.parts[0];
  if (document === undefined) return undefined;
  try {
    const reading = readEvidenceRequest(document.bytes);
    const { requestId, requester } = reading;
    if (requestId === undefined || requester === undefined) return undefined;
    const findings = [...message.headerFindings, ...reading.findings];
    const broken = findings.some(({ severity }) => severity === 'FATAL');
    const content =
      broken || reading.value === undefined ? Refusal.because(findings) : agreeing(reading.value, message);
    return { requestId, requester, content };
  } catch (error) {
    // Without a readable body there is nobody to name as requester, and an answer must name one.
    if (error instanceof UnreadableMessage) return undefined;
    throw error;
  }
}

/** Body and header say the same, and the header says who really sent it. @see TDD 4.4 */
function agreeing(request: EvidenceRequest, { header, sender }: InboundMessage): EvidenceRequest | Refusal {
  const disagreements = compareHeader(header, request);
  if (disagreements.length > 0) return Refusal.because(disagreements);
  if (request.requester.country !== sender.country) return Refusal.invalid('R-EDM-REQ-C073');
  return request;
}
