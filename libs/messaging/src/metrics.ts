/** What an access point counts. A node hands in its own metrics; numbers only, no labels that name a person or a message. */
export interface MessagingMetrics {
  /** A message left for the first time. */
  sent(): void;
  /** The same message left again for want of a receipt. */
  resent(): void;
  /** A message came whose envelope held. */
  received(): void;
  /** A message came that had been handled before. */
  duplicate(): void;
  /** A message, or a receipt, was refused for its envelope. */
  refused(): void;
  parked(): void;
  receiptAccepted(): void;
  undelivered(): void;
  /** @param seconds age of the oldest message that waits for its receipt, 0 without one */
  outboxAge(seconds: number): void;
}

/** For whoever counts nothing. */
export const NO_METRICS: MessagingMetrics = {
  sent: () => undefined,
  resent: () => undefined,
  received: () => undefined,
  duplicate: () => undefined,
  refused: () => undefined,
  parked: () => undefined,
  receiptAccepted: () => undefined,
  undelivered: () => undefined,
  outboxAge: () => undefined,
};
