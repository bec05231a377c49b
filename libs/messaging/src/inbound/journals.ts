import type { EntityManager } from 'typeorm';
import type { SecurityViolationCode } from '../envelope/security-violation.js';
import type { ParkedMessage } from '../transport.js';

/** One message that was refused for its envelope, its sender or its form. */
export interface SecurityEvent {
  readonly code: SecurityViolationCode;
  /** For operations; never content. */
  readonly detail: string;
  readonly topic: string;
  readonly occurredAt: Date;
  /** `sha256:<hex>` of the bytes as received: the same message again gives the same digest. */
  readonly digest: string;
  /** Proven by a signature, where present. */
  readonly kid?: string;
  readonly country?: string;
  readonly messageId?: string;
  /** What the unprotected transport headers claim. */
  readonly claimed: { readonly messageId?: string; readonly sender?: string };
}

/** Where refused messages are put on record. */
export interface SecurityJournal {
  record(event: SecurityEvent): Promise<void>;
}

/** Where messages that nobody could handle are put on record. */
export interface ParkingJournal {
  record(parked: ParkedMessage, parkedAt: Date): Promise<void>;
}

/** What the sending side puts on record about its messages, in the transaction that settles them. */
export interface DeliveryJournal {
  /** The receiver's signed receipt has come; called once a message. */
  receiptAccepted(accepted: AcceptedReceipt, transaction: EntityManager): Promise<void>;

  /** No receipt came within the time allowed; called once a message. */
  undelivered(message: UndeliveredMessage, transaction: EntityManager): Promise<void>;
}

/** A receipt that proves that the other access point holds what was sent. */
export interface AcceptedReceipt {
  readonly messageId: string;
  readonly conversationId: string;
  /** Action of the message that was received, `ExecuteQueryRequest`. */
  readonly action: string;
  /** Access point that received. */
  readonly receiver: { readonly accessPoint: string; readonly country: string; readonly kid: string };
  /** The receiver's clock. */
  readonly receivedAt: Date;
  /** Compact JWS, to be shown to anyone who doubts. */
  readonly jws: string;
}

/** A message that the sender gives up. */
export interface UndeliveredMessage {
  readonly messageId: string;
  readonly conversationId: string;
  readonly action: string;
  /** Access point that never answered. */
  readonly to: string;
  readonly attempts: number;
  readonly postedAt: Date;
}
