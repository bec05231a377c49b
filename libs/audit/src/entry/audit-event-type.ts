/**
 * Everything a node's log can say. Closed, so that a report over the log knows what it may meet; a new kind of event is a
 * new line here.
 *
 * @see Reg. (EU) 2022/1463 art. 17, TDD 4.8
 */
export const AUDIT_EVENT_TYPES = [
  // requester
  'case-opened',
  'notice-given',
  'request-sent',
  'response-received',
  'deferral-received',
  'error-received',
  'evidence-used',
  'evidence-discarded',
  'late-answer-discarded',
  'exchange-timed-out',
  // provider
  'request-received',
  'evidence-released',
  'deferral-sent',
  'refusal-sent',
  // either side
  'notification-sent',
  'notification-received',
  'register-updated',
  'receipt-sent',
  'receipt-stored',
  'duplicate-received',
  'message-unreadable',
  'message-parked',
  'message-undelivered',
  'security-violation',
  // the node itself
  'node-started',
  'node-stopped',
  'key-rotated',
  'log-read',
  'retention-applied',
] as const;

export type AuditEventType = (typeof AUDIT_EVENT_TYPES)[number];
