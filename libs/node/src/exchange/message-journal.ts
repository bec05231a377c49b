import { Injectable } from '@nestjs/common';
import { digestOf, type EbmsHeader, type MimePart } from '@oots/edm';
import type { EntityManager } from 'typeorm';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { JournalEntryEntity } from './journal-entry.entity.js';

/** Keeps every message that came or went, as Article 17 wants it: all of it except the evidence. */
@Injectable()
export class MessageJournal {
  constructor(private readonly surroundings: NodeSurroundings) {}

  /** @param counterpart country at the other end */
  async record(
    direction: 'in' | 'out',
    message: { header: EbmsHeader; headerXml: string; parts: readonly MimePart[] },
    counterpart: string,
    transaction: EntityManager,
  ): Promise<void> {
    const { header, headerXml, parts } = message;
    const document = parts[0];
    await transaction.insert(JournalEntryEntity, {
      messageId: header.messageId,
      direction,
      action: header.action,
      conversationId: header.conversationId,
      exchangeId: header.exchangeId,
      counterpart,
      at: this.surroundings.clock.now(),
      header: headerXml,
      body: this.surroundings.seal.seal(document === undefined ? '' : Buffer.from(document.bytes).toString('utf8')),
      parts: parts.map(({ contentId, mimeType, bytes }) => ({ contentId, mimeType, digest: digestOf(bytes) })),
    });
  }
}
