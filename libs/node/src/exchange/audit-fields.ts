import type { AuditEvent, SubjectPseudonyms } from '@oots/audit';
import { digestOf, type EbmsHeader, type EvidenceRequest, type MimePart, Refusal, statedBasis } from '@oots/edm';
import { referenceTo, storedSubject } from './subject-claims.js';

/** What an entry says beside its type and who acted. */
type AuditFields = Omit<AuditEvent, 'type' | 'actor'>;

/** What identifies a message in the log. */
export interface LoggedMessage {
  readonly header: EbmsHeader;
  readonly parts: readonly MimePart[];
}

/** Which conversation, exchange and message. */
export function exchangeFields(header: EbmsHeader): AuditFields {
  return { conversationId: header.conversationId, exchangeId: header.exchangeId, messageId: header.messageId };
}

/** A message by its identifiers and digests: its content stays out of the log. */
export function messageFields({ header, parts }: LoggedMessage): AuditFields {
  const partDigests = parts.map(({ bytes }) => digestOf(bytes));
  return {
    ...exchangeFields(header),
    partDigests,
    ...(partDigests[0] === undefined ? {} : { payloadDigest: partDigests[0] }),
  };
}

/** Who asked about whom, in which procedure and on which basis, in either profile. */
export function requestFields(request: EvidenceRequest, pseudonyms: SubjectPseudonyms): AuditFields {
  const stated = statedBasis(request);
  const basis = stated instanceof Refusal ? undefined : stated;
  return {
    requestId: request.id,
    procedure: request.procedure,
    subjectRef: referenceTo(storedSubject(request.subject), pseudonyms),
    ...(basis === undefined
      ? {}
      : {
          purpose: basis.purpose.code,
          legalBasis: {
            type: basis.legalBasis.type,
            instrument: basis.legalBasis.instrument,
            article: basis.legalBasis.article,
            memberState: basis.legalBasis.memberState,
          },
          ...(basis.notice === undefined
            ? {}
            : { notice: { identifier: basis.notice.identifier, digest: basis.notice.digest } }),
          ...(basis.requestedAttributes === undefined ? {} : { attributes: { requested: basis.requestedAttributes } }),
        }),
  };
}
