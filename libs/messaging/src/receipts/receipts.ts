import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '@oots/edm';
import type { OwnKeys } from '../envelope/keys.js';
import type { InboundMessage } from '../inbound/inbound-message.js';
import type { Transport } from '../transport.js';

export interface ReceiptsDependencies {
  readonly database: DataSource;
  readonly transport: Transport;
  readonly ownKeys: OwnKeys;
  readonly clock: Clock;
}

/** The receiving access point's word that it holds a message. @see eDelivery AS4 profile, non-repudiation of receipt */
export declare class Receipts {
  constructor(dependencies: ReceiptsDependencies);

  /**
   * Signs and stores the receipt, in the transaction that claims the message.
   *
   * @returns compact JWS
   */
  issue(message: InboundMessage, transaction: EntityManager): Promise<string>;

  /**
   * Sends the stored receipt to the sender's signals topic, the same one each time.
   *
   * @returns false when none is stored: the message has not been handled
   */
  send(message: InboundMessage): Promise<boolean>;
}
