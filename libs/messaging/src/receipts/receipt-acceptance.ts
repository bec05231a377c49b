import type { DataSource } from 'typeorm';
import type { Clock } from '@oots/edm';
import type { OwnKeys, PeerKeys, TrustedPeerKey } from '../envelope/keys.js';
import { messageDigests, sameDigests, sameOrganisation, type ManifestPart } from '../envelope/manifest.js';
import { SecurityViolation, type SecurityViolationCode } from '../envelope/security-violation.js';
import { verifyStatement } from '../envelope/signed-statement.js';
import type { DeliveryJournal } from '../inbound/journals.js';
import type { MessagingMetrics } from '../metrics.js';
import { readReceipt, type ReceiptStatement } from './receipt.js';

/** A receipt names a message and its parts: more than this is none. */
const MAX_RECEIPT_BYTES = 64 * 1024;

export interface ReceiptAcceptanceDependencies {
  readonly database: DataSource;
  readonly ownKeys: OwnKeys;
  readonly peers: Pick<PeerKeys, 'signingKey'>;
  readonly clock: Clock;
  readonly deliveries: Pick<DeliveryJournal, 'receiptAccepted'>;
  readonly metrics: MessagingMetrics;
}

interface SentMessage {
  readonly conversation_id: string;
  readonly action: string;
  readonly recipient_scheme: string;
  readonly recipient_access_point: string;
  readonly header_digest: string;
  readonly parts: readonly ManifestPart[];
}

/** The sending side's end of a delivery: the receiver has proven that it holds exactly what was sent. */
export class ReceiptAcceptance {
  constructor(private readonly dependencies: ReceiptAcceptanceDependencies) {}

  /**
   * Ends the resending and forgets the content, once; a receipt that comes again, or after the message was given up, is
   * ordinary.
   *
   * @param value compact JWS as received
   * @throws {SecurityViolation} the receipt must have no effect
   */
  async accept(value: Uint8Array): Promise<void> {
    if (value.byteLength > MAX_RECEIPT_BYTES) throw new SecurityViolation('oversize', `${value.byteLength} bytes`);
    const { ownKeys, peers, clock } = this.dependencies;
    const jws = Buffer.from(value).toString('ascii');
    const { statement, signer } = await verifyStatement('oots-receipt', jws, peers, clock.now());
    const proven = { kid: signer.kid, country: signer.country };
    const receipt = readReceipt(statement);
    if (receipt === undefined) throw new SecurityViolation('receipt-unreadable', 'no receipt', proven);
    const violation = (code: SecurityViolationCode, detail: string): SecurityViolation =>
      new SecurityViolation(code, detail, { ...proven, messageId: receipt.messageId });

    if (!sameOrganisation(receipt.from, signer.accessPoint)) throw violation('wrong-sender', 'receipt');
    if (!sameOrganisation(receipt.to, ownKeys.accessPoint)) throw violation('wrong-recipient', 'receipt');
    const sent = await this.sentMessage(receipt.messageId);
    if (sent === undefined) throw violation('receipt-unexpected', 'no such message was sent');
    const recipient = { scheme: sent.recipient_scheme, value: sent.recipient_access_point };
    if (!sameOrganisation(recipient, signer.accessPoint)) throw violation('wrong-sender', 'not the recipient');
    const digests = messageDigests({ header: sent.header_digest, parts: sent.parts });
    if (!sameDigests(digests, receipt.digests)) throw violation('receipt-mismatch', 'digests');
    await this.settle(receipt, sent, signer, jws);
  }

  private async sentMessage(messageId: string): Promise<SentMessage | undefined> {
    const [sent] = await this.dependencies.database.query<SentMessage[]>(
      `SELECT conversation_id, action, recipient_scheme, recipient_access_point, header_digest, parts
       FROM outbox WHERE message_id = $1`,
      [messageId],
    );
    return sent;
  }

  private async settle(
    receipt: ReceiptStatement,
    sent: SentMessage,
    signer: TrustedPeerKey,
    jws: string,
  ): Promise<void> {
    const { database, clock, deliveries, metrics } = this.dependencies;
    const first = await database.transaction(async (transaction) => {
      const [, settled] = await transaction.query<[unknown[], number]>(
        `UPDATE outbox SET state = 'received', receipt = $2, settled_at = $3, content = NULL
         WHERE message_id = $1 AND state <> 'received'`,
        [receipt.messageId, jws, clock.now()],
      );
      if (settled === 0) return false;
      const accepted = {
        messageId: receipt.messageId,
        conversationId: sent.conversation_id,
        action: sent.action,
        receiver: { accessPoint: signer.accessPoint.value, country: signer.country, kid: signer.kid },
        receivedAt: new Date(receipt.receivedAt),
        jws,
      };
      await deliveries.receiptAccepted(accepted, transaction);
      return true;
    });
    if (first) metrics.receiptAccepted();
  }
}
