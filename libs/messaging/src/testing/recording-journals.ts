import type {
  AcceptedReceipt,
  DeliveryJournal,
  ParkingJournal,
  SecurityEvent,
  SecurityJournal,
  UndeliveredMessage,
} from '../inbound/journals.js';
import type { ParkedMessage } from '../transport.js';

/** All journals of an access point, remembered in memory. */
export class RecordingJournals implements DeliveryJournal {
  readonly violations: SecurityEvent[] = [];
  readonly parkings: ParkedMessage[] = [];
  readonly receipts: AcceptedReceipt[] = [];
  readonly lost: UndeliveredMessage[] = [];

  readonly security: SecurityJournal = {
    record: (event) => {
      this.violations.push(event);
      return Promise.resolve();
    },
  };

  readonly parking: ParkingJournal = {
    record: (parked) => {
      this.parkings.push(parked);
      return Promise.resolve();
    },
  };

  receiptAccepted(accepted: AcceptedReceipt): Promise<void> {
    this.receipts.push(accepted);
    return Promise.resolve();
  }

  undelivered(message: UndeliveredMessage): Promise<void> {
    this.lost.push(message);
    return Promise.resolve();
  }
}
