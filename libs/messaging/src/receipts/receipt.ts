import type { OrganisationIdentifier } from '@oots/edm';
import { isOrganisation, isRecord } from '../envelope/manifest.js';
import type { MessageDigests } from '../inbound/inbound-message.js';

/** What a receiving access point signs: which message it holds, and the digests of what it holds. */
export interface ReceiptStatement {
  readonly messageId: string;
  /** The access point that received the message and signs. */
  readonly from: OrganisationIdentifier;
  /** The access point that sent the message. */
  readonly to: OrganisationIdentifier;
  readonly digests: MessageDigests;
  /** ISO 8601 UTC instant, the receiver's clock. */
  readonly receivedAt: string;
}

/** @returns undefined when the value is no receipt */
export function readReceipt(value: unknown): ReceiptStatement | undefined {
  return isReceipt(value) ? value : undefined;
}

function isReceipt(value: unknown): value is ReceiptStatement {
  return (
    isRecord(value) &&
    typeof value['messageId'] === 'string' &&
    isOrganisation(value['from']) &&
    isOrganisation(value['to']) &&
    isDigests(value['digests']) &&
    typeof value['receivedAt'] === 'string' &&
    !Number.isNaN(Date.parse(value['receivedAt']))
  );
}

function isDigests(value: unknown): value is MessageDigests {
  return (
    isRecord(value) &&
    typeof value['header'] === 'string' &&
    Array.isArray(value['parts']) &&
    value['parts'].every(
      (part: unknown) => isRecord(part) && typeof part['contentId'] === 'string' && typeof part['digest'] === 'string',
    )
  );
}
