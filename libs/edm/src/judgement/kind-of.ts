import type { DocumentKind } from '../rules/rule-sets.js';
import { UnreadableMessage } from '../xml/unreadable-message.js';
import type { XmlElement } from '../xml/xml-element.js';

/**
 * @returns the kind that the document element shows; an answer is an error when its status says so
 * @throws {UnreadableMessage} `unknown-root` when it is none of the messages that have rules
 */
export function kindOf(root: XmlElement): DocumentKind {
  if (root.is('query:QueryRequest')) return 'request';
  if (root.is('query:QueryResponse')) return isFailure(root) ? 'error' : 'response';
  if (root.is('eb:Messaging')) return 'header';
  if (root.is('rim:Notification')) return 'notification';
  throw new UnreadableMessage('unknown-root', 'no message of the Exchange Data Model');
}

/** @returns whether an answer is judged as an error */
export function isFailure(answer: XmlElement): boolean {
  return answer.attribute('status')?.endsWith(':Failure') === true;
}
