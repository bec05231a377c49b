import type { OrganisationIdentifier } from '../agent.js';
import type { ConversationId, ExchangeId, MessageId } from '../identifiers.js';
import type { Reading } from '../reading.js';
import type { SpecificationId } from '../specification.js';

/** What a message asks its receiver to do. `Notify` belongs to the background profile. */
export type EbmsAction = 'ExecuteQueryRequest' | 'ExecuteQueryResponse' | 'ExceptionResponse' | 'Notify';

export const EBMS_ACTIONS: readonly EbmsAction[] = [
  'ExecuteQueryRequest',
  'ExecuteQueryResponse',
  'ExceptionResponse',
  'Notify',
];

export function isEbmsAction(text: string): text is EbmsAction {
  return (EBMS_ACTIONS as readonly string[]).includes(text);
}

/** Evidence exchange. */
export const QUERY_SERVICE = 'QueryManager';
/** Notifications of the background profile: a gateway without it refuses at transport level. */
export const BACKGROUND_SERVICE = 'urn:poc:oots:background';

export type EbmsService = typeof QUERY_SERVICE | typeof BACKGROUND_SERVICE;

/** Media type of every RegRep document. */
export const REGREP_MEDIA_TYPE = 'application/x-ebrs+xml';

/** One payload part, as the header announces it. */
export interface HeaderPart {
  /** `<local>@<domain>`, without `cid:`. */
  readonly contentId: string;
  readonly mimeType: string;
}

/** `eb:Messaging` with its one user message. @see TDD 4.7.1 */
export interface EbmsHeader {
  readonly messageId: MessageId;
  /** The sender's clock; T1 to T3 count from it. */
  readonly timestamp: Date;
  readonly refToMessageId?: MessageId;
  /** Sending access point (C2). */
  readonly from: OrganisationIdentifier;
  /** Receiving access point (C3). */
  readonly to: OrganisationIdentifier;
  readonly service: EbmsService;
  readonly action: EbmsAction;
  readonly conversationId: ConversationId;
  /** C1: the requester of a request, the provider of an answer. */
  readonly originalSender: OrganisationIdentifier;
  /** C4 */
  readonly finalRecipient: OrganisationIdentifier;
  readonly exchangeId: ExchangeId;
  readonly specificationId: SpecificationId;
  /** The RegRep document first, then one per evidence document. */
  readonly parts: readonly HeaderPart[];
}

/** A header as far as it could be read. */
export interface HeaderReading extends Reading<EbmsHeader> {
  /**
   * The header when every field could be read, whatever the rules say: enough to answer the violation. Absent when no
   * conformant answer can be built.
   */
  readonly legible?: EbmsHeader;
}
