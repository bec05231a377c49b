import { Injectable } from '@nestjs/common';
import {
  BACKGROUND_SERVICE,
  type ConversationId,
  type EbmsAction,
  type EbmsHeader,
  type ExchangeId,
  MessageId,
  type MimePart,
  type OrganisationIdentifier,
  QUERY_SERVICE,
  REGREP_MEDIA_TYPE,
  type SpecificationId,
  writeEbmsHeader,
} from '@oots/edm';
import { Outbox } from '@oots/messaging';
import type { EntityManager } from 'typeorm';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { MessageJournal } from './message-journal.js';

/** A message before it has an envelope: what to say, to whom, in which exchange. */
export interface Draft {
  readonly action: EbmsAction;
  readonly conversationId: ConversationId;
  readonly exchangeId: ExchangeId;
  readonly specification: SpecificationId;
  /** C1 */
  readonly originalSender: OrganisationIdentifier;
  /** C4 */
  readonly finalRecipient: OrganisationIdentifier;
  /** C3 */
  readonly accessPoint: OrganisationIdentifier;
  /** Country of the receiving access point. */
  readonly counterpart: string;
  /** The RegRep document. */
  readonly document: string;
  readonly evidence?: readonly MimePart[];
}

/** What left the story's hands: posted, journalled, and certain to be sent once the transaction commits. */
export interface PostedMessage {
  readonly header: EbmsHeader;
  readonly parts: readonly MimePart[];
}

/** Addresses a message and posts it to the outbox, in the transaction that makes it true. @see TDD 4.7.1 */
@Injectable()
export class OutgoingMessages {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly outbox: Outbox,
    private readonly journal: MessageJournal,
  ) {}

  async post(draft: Draft, transaction: EntityManager): Promise<PostedMessage> {
    const { profile, clock, identifiers } = this.surroundings;
    const document: MimePart = {
      contentId: `${identifiers.uuid()}@${profile.domain}`,
      mimeType: REGREP_MEDIA_TYPE,
      bytes: Buffer.from(draft.document, 'utf8'),
    };
    const parts = [document, ...(draft.evidence ?? [])];
    const header: EbmsHeader = {
      messageId: MessageId.mint(identifiers, profile.domain),
      timestamp: clock.now(),
      from: profile.accessPoint,
      to: draft.accessPoint,
      service: draft.action === 'Notify' ? BACKGROUND_SERVICE : QUERY_SERVICE,
      action: draft.action,
      conversationId: draft.conversationId,
      exchangeId: draft.exchangeId,
      specificationId: draft.specification,
      originalSender: draft.originalSender,
      finalRecipient: draft.finalRecipient,
      parts: parts.map(({ contentId, mimeType }) => ({ contentId, mimeType })),
    };
    await this.journal.record(
      'out',
      { header, headerXml: writeEbmsHeader(header), parts },
      draft.counterpart,
      transaction,
    );
    await this.outbox.post({ header, parts }, transaction);
    return { header, parts };
  }
}
