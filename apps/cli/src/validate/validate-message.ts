import { type Finding, isFatal, UnreadableMessage } from '@oots/edm';
import type { XmlElement } from '@oots/edm/xml';
import { completeDraft } from './complete-draft.js';
import { foundKind, type NAMED_KINDS } from './document-kind.js';
import { type Judged, judgementOn, type Line } from './judgement.js';
import { compareMessage } from './message-agreement.js';
import { documentOf, openMessage } from './open-message.js';
import { type OpenedMessage, type Payload, UnopenedMessage } from './opened-message.js';
import type { Side } from './pair-agreement.js';
import { takenFor } from './taken-for.js';
import { xpathOf } from './xpath.js';
import type { FileReport, JudgedDocument, OtherPart } from './validation-report.js';

export interface ValidateOptions {
  /** What the document is, whatever it looks like. */
  readonly as?: (typeof NAMED_KINDS)[number];
  /** Whose rules are run, whatever the document declares. */
  readonly edm?: Line;
}

/** A report, and what comparing it with another message takes. */
export interface Validated {
  readonly report: FileReport;
  readonly side: Side;
}

/** Takes a message out of its wrapping and judges everything in it that has rules. */
export function validateMessage(file: string, bytes: Uint8Array, options: ValidateOptions = {}): Validated {
  try {
    return judged(file, openMessage(bytes), options);
  } catch (error) {
    if (!(error instanceof UnreadableMessage) && !(error instanceof UnopenedMessage)) throw error;
    return { report: unreadable(file, error.message), side: {} };
  }
}

/** A file about which nothing can be said. */
export function unreadable(file: string, reason: string): FileReport {
  return { file, verdict: 'unreadable', takenFor: 'nothing known', documents: [], others: [], agreement: [], reason };
}

interface Found extends Judged {
  readonly part: string;
}

function judged(file: string, message: OpenedMessage, options: ValidateOptions): Validated {
  const header = foundHeader(message, options);
  const { documents, others } =
    options.as === 'header' && header !== undefined ? NO_PAYLOAD : foundIn(message, options);
  const found = [...(header === undefined ? [] : [header]), ...documents];
  const body = documents.find(({ kind }) => kind !== 'header');
  const agreement =
    header === undefined || documents.length === 0 ? [] : compareMessage(header, body, contentIds(message));
  return {
    report: {
      file,
      verdict: isRefused([...found.flatMap(({ findings }) => findings), ...agreement]) ? 'invalid' : 'valid',
      takenFor: takenFor(message.packaging, found, others),
      packaging: message.packaging,
      documents: found.map(report),
      others,
      agreement,
    },
    side: { ...(header === undefined ? {} : { header }), ...(body === undefined ? {} : { body }) },
  };
}

const NO_PAYLOAD = { documents: [], others: [] } as const;

function foundHeader({ header, headerIsDraft }: OpenedMessage, { edm }: ValidateOptions): Found | undefined {
  if (header === undefined) return undefined;
  const root = headerIsDraft ? completeDraft(header) : header;
  return { part: 'header', kind: 'header', root, ...judgementOn(root, 'header', edm) };
}

/** The first payload is the message; others are judged when they say to be RegRep, and are evidence otherwise. */
function foundIn(
  { payloads, packaging }: OpenedMessage,
  options: ValidateOptions,
): { readonly documents: readonly Found[]; readonly others: readonly OtherPart[] } {
  const documents: Found[] = [];
  const others: OtherPart[] = [];
  payloads.forEach((payload, index) => {
    const part = packaging === 'document' ? 'document' : partName(payload, index);
    if (index === 0 || payload.mimeType === REGREP) documents.push(judgedPayload(payload, part, options));
    else others.push(otherPart(payload, part));
  });
  return { documents, others };
}

const REGREP = 'application/x-ebrs+xml';

function judgedPayload(payload: Payload, part: string, { as, edm }: ValidateOptions): Found {
  const root = documentIn(payload, part);
  const kind = as ?? foundKind(root);
  return { part, kind, root, ...judgementOn(root, kind, edm) };
}

/** A file with several parts is unreadable for one of them: that one is named. */
function documentIn(payload: Payload, part: string): XmlElement {
  try {
    return documentOf(payload);
  } catch (error) {
    if (part === 'document' || !(error instanceof UnreadableMessage)) throw error;
    throw new UnopenedMessage(`${part}: ${error.message}`, { cause: error });
  }
}

function otherPart({ content, mimeType }: Payload, part: string): OtherPart {
  return {
    part,
    ...(mimeType === undefined ? {} : { mimeType }),
    bytes: content instanceof Uint8Array ? content.byteLength : Buffer.byteLength(content.text),
  };
}

function partName({ contentId }: Payload, index: number): string {
  return contentId === undefined ? `payload ${index + 1}` : `payload ${contentId}`;
}

function contentIds({ payloads }: OpenedMessage): readonly string[] {
  return payloads.flatMap(({ contentId }) => contentId ?? []);
}

function report({ part, kind, specification, findings, root }: Found): JudgedDocument {
  return { part, kind, specification, findings: findings.map((finding) => placed(finding, root)) };
}

/** Rules name places by local names; people look them up by XPath. */
function placed(finding: Finding, root: XmlElement): Finding {
  return finding.path === undefined ? finding : { ...finding, path: xpathOf(finding.path, root) };
}

function isRefused(findings: readonly Finding[]): boolean {
  return findings.some(isFatal);
}
