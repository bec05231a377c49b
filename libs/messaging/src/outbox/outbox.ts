import type { DataSource, EntityManager } from 'typeorm';
import type { Clock, EbmsHeader, MimePart } from '@oots/edm';
import type { MessageDigests } from '../inbound/inbound-message.js';

/** A message to send. Parts are in the order and under the content ids that the header announces. */
export interface OutboundMessage {
  readonly header: EbmsHeader;
  readonly parts: readonly MimePart[];
}

/** Messages that leave with the commit of the transaction that decided them. */
export declare class Outbox {
  /** @param database every transaction on it that posts wakes those who listen, once it has committed */
  constructor(database: DataSource, clock: Clock);

  /**
   * @returns the digests to be logged
   * @throws {RangeError} when the parts are not those of the header
   */
  post(message: OutboundMessage, transaction: EntityManager): Promise<MessageDigests>;

  /** @param listener called after a commit that posted; never inside the transaction */
  onPosted(listener: () => void): () => void;
}
