import type { DocumentKind } from './document-kind.js';
import type { Packaging } from './opened-message.js';
import type { JudgedDocument, OtherPart } from './validation-report.js';

const KINDS: Readonly<Record<DocumentKind, string>> = {
  request: 'an evidence request',
  response: 'an evidence response',
  error: 'an error response',
  header: 'an ebMS header',
  directory: 'an answer of a directory',
  notification: 'a notification',
  registration: 'a registration with a directory, or its answer',
};

const PACKAGINGS: Readonly<Record<Exclude<Packaging, 'document'>, string>> = {
  soap: 'a SOAP envelope',
  backend: "a message of an access point's web service",
  mime: 'a MIME message',
};

/** @returns what a file was taken for, in words: `a MIME message with an ebMS header, an evidence request (oots-edm:v2.0)` */
export function takenFor(
  packaging: Packaging,
  documents: readonly Pick<JudgedDocument, 'kind' | 'specification'>[],
  others: readonly OtherPart[],
): string {
  const contents = documents.map(({ kind, specification }) => `${KINDS[kind]} (${specification})`);
  if (others.length > 0) contents.push(`${others.length} other ${others.length === 1 ? 'part' : 'parts'}`);
  return packaging === 'document' ? contents.join(', ') : `${PACKAGINGS[packaging]} with ${contents.join(', ')}`;
}
