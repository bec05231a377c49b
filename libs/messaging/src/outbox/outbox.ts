import type { DataSource, EntityManager } from 'typeorm';
import { writeEbmsHeader, writeMime, type Clock, type EbmsHeader, type MimePart } from '@oots/edm';
import { contentDigests, messageDigests } from '../envelope/manifest.js';
import type { MessageDigests } from '../inbound/inbound-message.js';
import { CONTENT_AS_IT_IS, type ContentAtRest } from './content-at-rest.js';
import { PostedCommits } from './posted-commits.js';

/** A message to send. Parts are in the order and under the content ids that the header announces. */
export interface OutboundMessage {
  readonly header: EbmsHeader;
  readonly parts: readonly MimePart[];
}

/** Messages that leave with the commit of the transaction that decided them. */
export class Outbox {
  private readonly commits: PostedCommits;

  /**
   * @param database initialised; every transaction on it that posts wakes those who listen, once it has committed
   * @param atRest how messages are kept until their receipt
   */
  constructor(
    database: DataSource,
    private readonly clock: Clock,
    readonly atRest: ContentAtRest = CONTENT_AS_IT_IS,
  ) {
    this.commits = new PostedCommits(database);
  }

  /**
   * @param transaction an open one: outside of one the message would leave whatever becomes of its cause
   * @returns the digests to be logged
   * @throws {RangeError} when the parts are not those of the header, or no transaction is open
   */
  async post({ header, parts }: OutboundMessage, transaction: EntityManager): Promise<MessageDigests> {
    const runner = transaction.queryRunner;
    if (runner?.isTransactionActive !== true) throw new RangeError('a message is posted inside a transaction');
    assertAnnounced(header, parts);
    const message = { header: writeEbmsHeader(header), parts };
    const digests = contentDigests(message);
    const now = this.clock.now();
    await transaction.query(
      `INSERT INTO outbox (message_id, conversation_id, action, recipient_scheme, recipient_access_point, state, content,
         header_digest, parts, posted_at, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $9)`,
      [
        header.messageId,
        header.conversationId,
        header.action,
        header.to.scheme,
        header.to.value,
        Buffer.from(this.atRest.seal(writeMime(message))),
        digests.header,
        JSON.stringify(digests.parts),
        now,
      ],
    );
    this.commits.mark(runner);
    return messageDigests(digests);
  }

  /** @param listener called after a commit that posted; never inside the transaction */
  onPosted(listener: () => void): () => void {
    return this.commits.listen(listener);
  }
}

function assertAnnounced(header: EbmsHeader, parts: readonly MimePart[]): void {
  const announced = header.parts.map(({ contentId, mimeType }) => `${contentId} ${mimeType}`);
  const given = parts.map(({ contentId, mimeType }) => `${contentId} ${mimeType}`);
  if (announced.join('\n') !== given.join('\n')) throw new RangeError('the parts are not those of the header');
}
