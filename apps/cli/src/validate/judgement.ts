import {
  type EbmsHeader,
  errorFrom,
  type EvidenceRequest,
  type EvidenceResponse,
  type ErrorResponse,
  type Finding,
  headerFrom,
  notificationFrom,
  type Reading,
  requestFrom,
  responseFrom,
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

/** What a document says, where it is one that nodes exchange. */
export type Content =
  | { readonly kind: 'request'; readonly request: EvidenceRequest }
  | { readonly kind: 'response'; readonly response: EvidenceResponse }
  | { readonly kind: 'error'; readonly error: ErrorResponse }
  | { readonly kind: 'header'; readonly header: EbmsHeader };

export interface Judgement {
  /** Whose rules were run. */
  readonly specification: string;
  readonly findings: readonly Finding[];
  /** Of a document that no rule refuses. */
  readonly content?: Content;
}

/**
 * Judges a document by the rules of what it is.
 *
 * @param line instead of the one it declares
 * @throws {UnreadableMessage} when there are no rules for it
 */
export function judgementOn(root: XmlElement, kind: DocumentKind, line?: Line): Judgement {
  if (kind === 'directory') return judgedAnswer(root, line);
  if (kind === 'registration') {
    return { specification: 'life-cycle management', findings: judgeDirectory(root, REGISTRATION_RULES, '2.0') };
  }
  return judgedMessage(root, kind);
}

function judgedAnswer(root: XmlElement, line: Line | undefined): Judgement {
  const named = declaredSpecification(root) !== undefined;
  const edition = (line === undefined ? named : line === '2.0') ? '2.0' : '1.x';
  return {
    specification: edition === '2.0' ? 'oots-cs:v2.0' : 'oots-cs:v1',
    findings: judgeDirectory(root, DIRECTORY_RULES, edition),
  };
}

type MessageKind = Exclude<DocumentKind, 'directory' | 'registration'>;

function judgedMessage(root: XmlElement, kind: MessageKind): Judgement {
  const specification = specificationOf(root);
  try {
    return { specification, ...read(root, kind) };
  } catch (error) {
    // A rule names what is wrong with it: that is a verdict, not an obstacle.
    if (!(error instanceof UnreadableMessage) || error.known.rule === undefined) throw error;
    return { specification, findings: [refusedBy(error.known.rule, error.message, root)] };
  }
}

function refusedBy(rule: string, message: string, { path, line }: XmlElement): Finding {
  return { rule, severity: 'FATAL', message, expected: message, path, ...(line === undefined ? {} : { line }) };
}

function read(root: XmlElement, kind: MessageKind): Omit<Judgement, 'specification'> {
  switch (kind) {
    case 'request':
      return content(requestFrom(root), (request) => ({ kind, request }));
    case 'response':
      return content(responseFrom(root), (response) => ({ kind, response }));
    case 'error':
      return content(errorFrom(root), (error) => ({ kind, error }));
    case 'header':
      return content(headerFrom(root), (header) => ({ kind, header }));
    case 'notification':
      return { findings: notificationFrom(root).findings };
  }
}

function content<T>({ value, findings }: Reading<T>, named: (value: T) => Content): Omit<Judgement, 'specification'> {
  return { findings, ...(value === undefined ? {} : { content: named(value) }) };
}

/** A header says it in a property; without one it is a message of the 1.x line. @see TDD 4.7.1 */
function specificationOf(root: XmlElement): string {
  if (!root.is('eb:Messaging')) return declaredSpecification(root) ?? UNDECLARED;
  const property = [...root.descendants()].find(
    (element) => element.is('eb:Property') && element.attribute('name') === 'SpecificationId',
  );
  return property?.text ?? UNDECLARED;
}

const UNDECLARED = 'none declared';
