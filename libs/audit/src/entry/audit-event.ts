import type { OrganisationIdentifier } from '@oots/edm';
import type { SubjectRef } from '../subject-pseudonyms.js';
import type { AuditEventType } from './audit-event-type.js';

/** In which capacity an organisation acted; `node` is the intermediary itself. */
export type AuditRole = 'requester' | 'provider' | 'intermediary' | 'person' | 'node' | 'operator';

/** The other organisation of an exchange. */
export interface AuditCounterpart {
  /** Code of the OOTS country list. */
  readonly country: string;
  readonly organisation?: OrganisationIdentifier;
}

/** What can be said beyond the fields of an event: closed, codes and counts only. */
export interface AuditDetail {
  /** A rule that decided, `R-EDM-REQ-C001`. */
  readonly rule?: string;
  /** Internal reason, `NO_MATCH`: stays in this log, whatever the other side was told. */
  readonly reason?: string;
  /** Fields of a form that took a value, or that were left over. */
  readonly fields?: readonly string[];
  readonly form?: string;
  readonly formVersion?: string;
  /** Identifier of the evidence document, a URN. */
  readonly evidenceId?: string;
  readonly register?: string;
  /** Key id that was used, refused or rotated. */
  readonly kid?: string;
  readonly topic?: string;
  readonly attempts?: number;
  readonly count?: number;
  /** ISO 8601 duration, `P12M`. */
  readonly retention?: string;
}

/**
 * One thing that happened, as the code that made it happen reports it. Carries no personal data: the person is a keyed
 * pseudonym, the message a digest. Every text is a code, an identifier or a path; anything else is withheld
 * from the log.
 *
 * @see background-exchange 5.6 for the fields that both sides of an exchange keep
 */
export interface AuditEvent {
  readonly type: AuditEventType;
  readonly actor: { readonly organisation: OrganisationIdentifier; readonly role: AuditRole };
  readonly counterpart?: AuditCounterpart;
  /** The person asked about. */
  readonly subjectRef?: SubjectRef;

  readonly exchangeId?: string;
  readonly conversationId?: string;
  /** Of the ebMS message. */
  readonly messageId?: string;
  readonly requestId?: string;
  readonly responseId?: string;
  /** Bare UUID that the provider chose and both logs carry. */
  readonly usageReference?: string;

  /** `sha256:` + hex of the message body. */
  readonly payloadDigest?: string;
  /** `sha256:` + hex of each MIME part, in the message's order. */
  readonly partDigests?: readonly string[];

  readonly mode?: 'interactive' | 'background-law' | 'background-consent';
  readonly procedure?: string;
  readonly evidenceType?: string;
  /** Purpose code. */
  readonly purpose?: string;
  readonly legalBasis?: {
    readonly type: string;
    readonly instrument: string;
    readonly article: string;
    readonly memberState: string;
  };
  readonly consent?: { readonly identifier: string; readonly version: number };
  readonly notice?: { readonly identifier: string; readonly digest: string };
  /** The row of the policy or permission table that decided. */
  readonly policy?: { readonly rule: string; readonly version: string };

  /** EDM exception code, `EDM:ERR:0004`, or the code of a violation. */
  readonly code?: string;
  /** Paths of the evidence model. */
  readonly attributes?: {
    readonly requested?: readonly string[];
    readonly disclosed?: readonly string[];
    readonly omitted?: readonly string[];
  };
  readonly detail?: AuditDetail;
}

/** An event as it stands in the log. Its RFC 8785 form is the leaf of the tree. */
export interface AuditEntry extends AuditEvent {
  /** UUID */
  readonly entryId: string;
  /** The node that keeps the log, by country code. */
  readonly nodeId: string;
  /** UTC instant with milliseconds, `2026-11-23T10:15:30.000Z`. */
  readonly time: string;
}
