/** What is wrong with a message from the network. The list is closed: each one is told apart in the security log. */
export type SecurityViolationCode =
  | 'oversize'
  | 'unknown-envelope-version'
  | 'malformed-envelope'
  | 'wrong-recipient'
  | 'undecryptable'
  | 'signature-missing'
  | 'signature-algorithm'
  | 'signing-key-unknown'
  | 'signing-key-expired'
  | 'signing-key-not-yet-valid'
  | 'signing-key-revoked'
  | 'signature-invalid'
  | 'wrong-sender'
  | 'content-altered'
  | 'unreadable-content'
  | 'unreadable-header'
  | 'receipt-unreadable'
  | 'receipt-unexpected'
  | 'receipt-mismatch';

/** A message that must have no effect but an entry in the security log. Never retried. */
export class SecurityViolation extends Error {
  override readonly name = 'SecurityViolation';

  /** @param detail for operations: key ids, sizes, access points; never content */
  constructor(
    readonly code: SecurityViolationCode,
    readonly detail: string,
    /** As far as it is proven by a signature. */
    readonly proven: { readonly kid?: string; readonly country?: string; readonly messageId?: string } = {},
  ) {
    super(`${code}: ${detail}`);
  }
}
