import type { Finding } from '@oots/edm';
import type { DocumentKind } from './document-kind.js';
import type { Packaging } from './opened-message.js';

/** `unreadable`: nothing was found that rules could judge, so nothing is said about it. */
export type Verdict = 'valid' | 'invalid' | 'unreadable';

/** What rules had to say of one document. */
export interface JudgedDocument {
  /** Where it was: `document`, `header`, `payload` and the content id. */
  readonly part: string;
  readonly kind: DocumentKind;
  /** Whose rules were run: `oots-edm:v2.0`. */
  readonly specification: string;
  readonly findings: readonly Finding[];
}

/** Something beside the documents that no rule speaks of: evidence. */
export interface OtherPart {
  readonly part: string;
  readonly mimeType?: string;
  readonly bytes: number;
}

/** What became of one file. */
export interface FileReport {
  readonly file: string;
  readonly verdict: Verdict;
  /** What it was taken for: `multipart message with a header, a request`. */
  readonly takenFor: string;
  readonly packaging?: Packaging;
  readonly documents: readonly JudgedDocument[];
  readonly others: readonly OtherPart[];
  /** Of header, body and parts together. */
  readonly agreement: readonly Finding[];
  /** Why it is unreadable. Never quotes the message. */
  readonly reason?: string;
}

/** Everything one call found. */
export interface ValidationReport {
  readonly verdict: Verdict;
  readonly files: readonly FileReport[];
  /** What a request and its answer have to have in common; only when a pair was asked about. */
  readonly pair?: readonly Finding[];
}

/** @returns the worst of them */
export function overall(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('unreadable')) return 'unreadable';
  return verdicts.includes('invalid') ? 'invalid' : 'valid';
}
