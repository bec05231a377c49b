import {
  EDM_1_0,
  EDM_1_2,
  EDM_2_0,
  type EbmsHeader,
  type ErrorResponse,
  errorFrom,
  type EvidenceRequest,
  type EvidenceResponse,
  type Finding,
  headerFrom,
  isFatal,
  isSpecificationId,
  judgeDocument,
  requestFrom,
  responseFrom,
  type SpecificationLine,
  UnreadableMessage,
} from '@oots/edm';
import type { XmlElement } from '@oots/edm/xml';
import { judgeDirectory } from './directory-rule.js';
import { DIRECTORY_RULES } from './directory-rules.js';
import { declaredSpecification, type DocumentKind } from './document-kind.js';
import { REGISTRATION_RULES } from './registration-rules.js';

/** What `--edm` may say: the line whose rules are run, whatever a message declares. */
export const LINES = ['1.0', '1.2', '2.0'] as const;
export type Line = (typeof LINES)[number];

const SPECIFICATIONS: Readonly<Record<Line, SpecificationLine>> = { '1.0': EDM_1_0, '1.2': EDM_1_2, '2.0': EDM_2_0 };

export interface Judgement {
  /** Whose rules were run. */
  readonly specification: string;
  readonly findings: readonly Finding[];
}

/**
 * Judges a document by the rules of what it is. Of the schema, less is seen than a schema validator would: see gap G-25.
 *
 * @param line instead of the one it declares
 * @throws {UnreadableMessage} when there are no rules for it
 */
export function judgementOn(root: XmlElement, kind: DocumentKind, line?: Line): Judgement {
  if (kind === 'directory') return judgedAnswer(root, line);
  if (kind === 'registration') {
    return { specification: 'life-cycle management', findings: judgeDirectory(root, REGISTRATION_RULES, '2.0') };
  }
  return judgedMessage(root, kind, line);
}

function judgedAnswer(root: XmlElement, line: Line | undefined): Judgement {
  const named = declaredSpecification(root) !== undefined;
  const edition = (line === undefined ? named : line === '2.0') ? '2.0' : '1.x';
  return {
    specification: edition === '2.0' ? 'oots-cs:v2.0' : 'directories 1.x',
    findings: judgeDirectory(root, DIRECTORY_RULES, edition),
  };
}

type MessageKind = Exclude<DocumentKind, 'directory' | 'registration'>;

function judgedMessage(root: XmlElement, kind: MessageKind, line: Line | undefined): Judgement {
  try {
    const judged = judgeDocument(root, { kind, ...(line === undefined ? {} : { line: SPECIFICATIONS[line] }) });
    return { specification: judged.line, findings: judged.findings };
  } catch (error) {
    // Where a rule names what is wrong, that is a verdict, not an obstacle: a version that nobody knows.
    if (!(error instanceof UnreadableMessage) || error.known.rule === undefined) throw error;
    return { specification: 'unknown version', findings: [refusedBy(error.known.rule, error, root)] };
  }
}

function refusedBy(rule: string, { message }: Error, { path, line }: XmlElement): Finding {
  const place = { path, ...(line === undefined ? {} : { line }) };
  return { rule, severity: 'FATAL', message, expected: 'oots-edm:v1.0, v1.1, v1.2 or v2.0', ...place };
}

/** What a document says, where it is one that nodes exchange. */
export type Content =
  | { readonly kind: 'request'; readonly request: EvidenceRequest }
  | { readonly kind: 'response'; readonly response: EvidenceResponse }
  | { readonly kind: 'error'; readonly error: ErrorResponse }
  | { readonly kind: 'header'; readonly header: EbmsHeader };

/** A document and what was found in it. */
export interface Judged extends Judgement {
  readonly root: XmlElement;
  readonly kind: DocumentKind;
}

/** @returns nothing when rules refuse the document, or its line is one that is judged but not exchanged */
export function contentOf({ root, kind, specification, findings }: Judged): Content | undefined {
  if (!isSpecificationId(specification) || findings.some(isFatal)) return undefined;
  switch (kind) {
    case 'request':
      return named(requestFrom(root).value, (request) => ({ kind, request }));
    case 'response':
      return named(responseFrom(root).value, (response) => ({ kind, response }));
    case 'error':
      return named(errorFrom(root).value, (error) => ({ kind, error }));
    case 'header':
      return named(headerFrom(root).value, (header) => ({ kind, header }));
    default:
      return undefined;
  }
}

function named<T>(value: T | undefined, content: (value: T) => Content): Content | undefined {
  return value === undefined ? undefined : content(value);
}
