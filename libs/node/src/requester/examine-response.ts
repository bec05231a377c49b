import { type EvidenceResponse, type MimePart, resolveCid } from '@oots/edm';
import { covers, type EvidenceDocument, minimise, pathsOf, validateMinimisedEvidence } from '@oots/evidence';
import type { ExchangeEntity } from '../exchange/exchange.entity.js';
import { type StoredSubject, storedSubject } from '../exchange/subject-claims.js';

/** Evidence that may be used, as it came. */
export interface ReceivedEvidence {
  readonly documents: readonly EvidenceDocument[];
  /** Pointers into the evidence. */
  readonly disclosed: readonly string[];
  /** Pointers to what came beyond the question and is not kept. */
  readonly surplus: readonly string[];
}

/** What an answer broke, so that nothing of it is used. */
export interface AnswerViolation {
  /** Rule id. */
  readonly violation: string;
}

/** Nothing that arrives is parsed beyond this. Bytes. */
const LARGEST_EVIDENCE = 2 * 1024 * 1024;

/**
 * Looks whether an answer belongs to the request and whether its evidence is what it says: request id, person, content ids,
 * data model, and that nothing was sent that was not asked for.
 *
 * @param asked whom the request was about
 * @see TDD 4.5.2; BG-RESP-01 to BG-RESP-04
 */
export function examineResponse(
  response: EvidenceResponse,
  parts: readonly MimePart[],
  exchange: ExchangeEntity,
  asked: StoredSubject,
): ReceivedEvidence | AnswerViolation {
  if (response.requestId !== exchange.requestId) return { violation: 'R-EDM-RESP-S004' };
  if (response.specification !== exchange.specification) return { violation: 'R-EDM-RESP-C002' };

  const documents: EvidenceDocument[] = [];
  for (const { mainEvidence, supplements } of response.packages) {
    if (!isAbout(asked, storedSubject(mainEvidence.isAbout))) return { violation: 'R-EDM-RESP-S062' };
    const part = resolveCid(mainEvidence.contentId, parts);
    const everyPart = supplements.every(({ contentId }) => resolveCid(contentId, parts) !== undefined);
    if (part === undefined || !everyPart) return { violation: 'R-EDM-RESP-C042' };
    const document = evidenceIn(part);
    if (document === undefined || validateMinimisedEvidence(document).length > 0) return { violation: 'BG-RESP-04' };
    documents.push(document);
  }
  return withinTheQuestion(response, documents, exchange);
}

function withinTheQuestion(
  response: EvidenceResponse,
  documents: readonly EvidenceDocument[],
  exchange: ExchangeEntity,
): ReceivedEvidence | AnswerViolation {
  const { requestedAttributes } = exchange;
  const contained = documents.flatMap(pathsOf);
  if (response.background === undefined) return reduced(documents, contained, requestedAttributes);
  const declared = response.background.disclosedAttributes ?? contained;
  if (requestedAttributes !== null) {
    if (!declared.every((path) => covers(requestedAttributes, path))) return { violation: 'BG-RESP-02' };
  }
  if (!contained.every((path) => covers(declared, path))) return { violation: 'BG-RESP-03' };
  return { documents, disclosed: declared, surplus: [] };
}

/** A plain 2.0 provider answers with the whole evidence, so the requester reduces it to what it asked for. @see GDPR art. 5(1)(c) */
function reduced(
  documents: readonly EvidenceDocument[],
  contained: readonly string[],
  requested: readonly string[] | null,
): ReceivedEvidence {
  if (requested === null) return { documents, disclosed: contained, surplus: [] };
  const kept = documents.map((document) => minimise(document, requested).document);
  const surplus = contained.filter((path) => !covers(requested, path));
  return { documents: kept, disclosed: kept.flatMap(pathsOf), surplus };
}

/** The answer confirms the identity match by repeating the minimum data set of the request. */
function isAbout({ kind, claims }: StoredSubject, answered: StoredSubject): boolean {
  if (kind !== answered.kind) return false;
  const same = (one: string | undefined, other: string | undefined) =>
    one === undefined || one.normalize('NFC') === other?.normalize('NFC');
  return (
    same(claims.eidasIdentifier, answered.claims.eidasIdentifier) &&
    same(claims.familyName, answered.claims.familyName) &&
    same(claims.givenName, answered.claims.givenName) &&
    same(claims.dateOfBirth, answered.claims.dateOfBirth) &&
    same(claims.legalName, answered.claims.legalName)
  );
}

function evidenceIn({ bytes, mimeType }: MimePart): EvidenceDocument | undefined {
  if (mimeType !== 'application/json' || bytes.byteLength > LARGEST_EVIDENCE) return undefined;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as EvidenceDocument)
      : undefined;
  } catch {
    // Not UTF-8 or not JSON: either way no evidence.
    return undefined;
  }
}
