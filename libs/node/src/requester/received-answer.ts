import {
  type Answer,
  type Finding,
  readAnswer,
  type RequestId,
  type SpecificationId,
  UnreadableMessage,
} from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import type { AnswerViolation } from './examine-response.js';

/** @returns the answer, or the rule that it breaks */
export function readReceivedAnswer(message: InboundMessage): Answer | AnswerViolation {
  const document = message.parts[0];
  if (document === undefined) return { violation: fatalIn(message.headerFindings) ?? 'unreadable' };
  try {
    const { value: answer, findings } = readAnswer(document.bytes);
    const broken = fatalIn([...message.headerFindings, ...findings]);
    if (broken !== undefined || answer === undefined) return { violation: broken ?? 'unreadable' };
    return specificationOf(answer) === message.header.specificationId ? answer : { violation: 'POC-ebMS-07' };
  } catch (error) {
    if (error instanceof UnreadableMessage) return { violation: error.known.rule ?? error.reason };
    throw error;
  }
}

/** @returns which request the answer says it answers */
export function answeredRequest(answer: Answer): RequestId | undefined {
  return answer.kind === 'error' ? answer.error.requestId : answer.response.requestId;
}

/** What the body announces; a header that announces another makes the message invalid. @see TDD 4.4 */
function specificationOf(answer: Answer): SpecificationId {
  return answer.kind === 'error' ? answer.error.specification : answer.response.specification;
}

function fatalIn(findings: readonly Finding[]): string | undefined {
  return findings.find(({ severity }) => severity === 'FATAL')?.rule;
}
