import type { AuditEntry } from '@oots/audit';

/** One line of what happened, as a node's log tells it. */
export interface TimelineEvent {
  /** Milliseconds since the first event. */
  readonly after: number;
  readonly country: string;
  readonly event: string;
  readonly exchangeId?: string;
  readonly messageId?: string;
  readonly usageReference?: string;
  readonly code?: string;
  /** Number of evidence fields that left, where the event is about that. */
  readonly disclosed?: number;
}

/** Weaves the logs of several nodes into one account, by their clocks. */
export function timeline(entries: readonly AuditEntry[]): readonly TimelineEvent[] {
  const inOrder = entries.toSorted((one, other) => one.time.localeCompare(other.time));
  const start = Date.parse(inOrder[0]?.time ?? '');
  return inOrder.map((entry) => ({
    after: Date.parse(entry.time) - start,
    country: entry.nodeId,
    event: entry.type,
    ...(entry.exchangeId && { exchangeId: entry.exchangeId }),
    ...(entry.messageId && { messageId: entry.messageId }),
    ...(entry.usageReference && { usageReference: entry.usageReference }),
    ...(entry.code && { code: entry.code }),
    ...(entry.attributes?.disclosed && { disclosed: entry.attributes.disclosed.length }),
  }));
}
