import type { AuditEntry } from './audit-event.js';
import { canonicalJson } from './canonical-json.js';

/** An event that the log does not take: free text, a fraction, or something JSON cannot say. A defect of the caller. */
export class UnfitForAudit extends Error {
  override readonly name = 'UnfitForAudit';

  /** @param path where in the event, never the value found there */
  constructor(path: string, reason: string) {
    super(`audit event${path}: ${reason}`);
  }
}

/** Printable ASCII without a space: codes, identifiers, paths, URIs. Names and addresses of people do not fit. */
const CODE = /^[\x21-\x7e]{1,512}$/;

/**
 * The bytes that an entry is hashed as.
 *
 * @returns RFC 8785 canonical JSON, ASCII
 * @throws {UnfitForAudit} for free text, numbers that are not whole, and values outside JSON
 */
export function canonicalEntry(entry: AuditEntry): string {
  refuseUnfit(entry, '');
  return canonicalJson(entry);
}

function refuseUnfit(value: unknown, path: string): void {
  if (value === undefined || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (!CODE.test(value)) throw new UnfitForAudit(path, 'is free text, not a code');
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new UnfitForAudit(path, 'is not a whole number');
    return;
  }
  if (typeof value !== 'object' || value === null) throw new UnfitForAudit(path, `is a ${typeof value}`);
  for (const [key, member] of Object.entries(value)) refuseUnfit(member, `${path}/${key}`);
}
