import { RequestId } from '../identifiers.js';
import { EDM_2_0, isSpecificationId, type SpecificationId } from '../specification.js';
import { UnreadableMessage } from '../xml/unreadable-message.js';
import type { XmlElement } from '../xml/xml-element.js';
import { slotValue } from './read-slot.js';

/**
 * The specification a document declares. Without one it is judged by the rules of 2.0, which refuse it by name.
 *
 * @param rule by which an unknown version is refused
 * @throws {UnreadableMessage} `unknown-version`: rules of one line are never run on messages of another
 */
export function specificationOf(root: XmlElement, rule: string): SpecificationId {
  const declared = slotValue(root, 'SpecificationIdentifier')?.first('rim:Value')?.text ?? EDM_2_0;
  if (isSpecificationId(declared)) return declared;
  const requestId = root.attribute('id') ?? root.attribute('requestId');
  throw new UnreadableMessage('unknown-version', 'the specification is not one of those read here', {
    rule,
    ...(requestId !== undefined && RequestId.is(requestId) ? { requestId } : {}),
  });
}

/** @throws {UnreadableMessage} `unknown-root` when the document is of another kind */
export function expectRoot(root: XmlElement, name: 'query:QueryRequest' | 'query:QueryResponse', rule: string): void {
  if (!root.is(name)) throw new UnreadableMessage('unknown-root', `not a ${name}`, { rule });
}
