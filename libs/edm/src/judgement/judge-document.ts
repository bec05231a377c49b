import { errorFrom } from '../error/read-error-response.js';
import { headerFrom } from '../header/read-ebms-header.js';
import { notificationFrom } from '../notification/read-notification.js';
import type { Finding, Reading } from '../reading.js';
import { requestFrom } from '../request/read-evidence-request.js';
import { responseFrom } from '../response/read-evidence-response.js';
import { judge } from '../rules/rule.js';
import { RULE_SETS, type DocumentKind } from '../rules/rule-sets.js';
import { isSpecificationId, type SpecificationLine } from '../specification.js';
import { parseXml } from '../xml/parse-xml.js';
import type { ReadLimits } from '../xml/read-limits.js';
import { UnreadableMessage } from '../xml/unreadable-message.js';
import { XmlElement } from '../xml/xml-element.js';
import { declaredLine } from './declared-line.js';
import { kindOf } from './kind-of.js';

/** What a document was taken for, and everything the rules of its line have to say about it. */
export interface Judgement {
  readonly kind: DocumentKind;
  readonly line: SpecificationLine;
  /** The document is valid when none of them is FATAL. */
  readonly findings: readonly Finding[];
}

export interface JudgeOptions {
  /** Instead of what the document element says. */
  readonly kind?: DocumentKind;
  /** Instead of what the document declares. */
  readonly line?: SpecificationLine;
  /** Default 2 MiB and 64 levels. */
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Judges any message of the Exchange Data Model, lines that no node exchanges included.
 *
 * @param document as received, or its element when it has been parsed
 * @throws {UnreadableMessage} when it is no document that rules could judge; `unknown-version` only where no line is given
 */
export function judgeDocument(document: string | Uint8Array | XmlElement, options: JudgeOptions = {}): Judgement {
  const root = document instanceof XmlElement ? document : parseXml(document, options.limits);
  const kind = options.kind ?? kindOf(root);
  if (kind === 'header' && !root.is('eb:Messaging')) throw new UnreadableMessage('unknown-root', 'not an eb:Messaging');
  const line = options.line ?? declaredLine(root, kind);
  const rules = RULE_SETS[line][kind];
  if (rules.length === 0) throw new UnreadableMessage('unknown-root', `${line} has no ${kind}`);
  return { kind, line, findings: isReadable(root, kind, line) ? READERS[kind](root).findings : judge(root, rules) };
}

/** Where values can be read, the reader also finds what the rules leave to the schema. */
const READERS: Readonly<Record<DocumentKind, (root: XmlElement) => Reading<unknown>>> = {
  request: requestFrom,
  response: responseFrom,
  error: errorFrom,
  header: headerFrom,
  notification: notificationFrom,
};

/** A reader goes by what the document is and declares, whatever it is to be judged as. */
function isReadable(root: XmlElement, kind: DocumentKind, line: SpecificationLine): boolean {
  return isSpecificationId(line) && declares(root, kind) === line && kindOf(root) === kind;
}

function declares(root: XmlElement, kind: DocumentKind): SpecificationLine | undefined {
  try {
    return declaredLine(root, kind);
  } catch (error) {
    if (error instanceof UnreadableMessage) return undefined;
    throw error;
  }
}
