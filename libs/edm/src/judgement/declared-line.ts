import { slotValue } from '../regrep/read-slot.js';
import type { DocumentKind } from '../rules/rule-sets.js';
import { EDM_1_2, EDM_2_0, isSpecificationLine, type SpecificationLine } from '../specification.js';
import { UnreadableMessage } from '../xml/unreadable-message.js';
import type { XmlElement } from '../xml/xml-element.js';

const FIRST_RULES: Readonly<Record<DocumentKind, string>> = {
  request: 'R-EDM-REQ-C001',
  response: 'R-EDM-RESP-C002',
  error: 'R-EDM-ERR-C001',
  header: 'R-EDM-ebMS-038',
  notification: 'BG-NTF-05',
};

/**
 * The line whose rules a document has to follow. Without any declaration it is 2.0, which refuses it by name; a header that
 * knows the two corners but neither exchange nor specification is of the 1.x line, which has no other properties.
 *
 * @throws {UnreadableMessage} `unknown-version`
 */
export function declaredLine(root: XmlElement, kind: DocumentKind): SpecificationLine {
  const declared =
    kind === 'header' ? headerLine(root) : slotValue(root, 'SpecificationIdentifier')?.first('rim:Value')?.text;
  const line = declared ?? EDM_2_0;
  if (isSpecificationLine(line)) return line;
  throw new UnreadableMessage('unknown-version', 'the specification is not one of those judged here', {
    rule: FIRST_RULES[kind],
  });
}

function headerLine(root: XmlElement): string | undefined {
  const properties = root.first('eb:UserMessage')?.first('eb:MessageProperties')?.all('eb:Property') ?? [];
  const names = properties.map((property) => property.attribute('name'));
  const specification = properties.find((property) => property.attribute('name') === 'SpecificationId')?.text;
  const isOfLine1 = names.includes('originalSender') && !names.includes('ExchangeId');
  return specification ?? (isOfLine1 ? EDM_1_2 : undefined);
}
