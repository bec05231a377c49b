import type { EntityManager } from 'typeorm';
import type { Clock, IdentifierSource } from '@oots/edm';
import type { AuditEntry, AuditEvent } from './entry/audit-event.js';
import { canonicalJson } from './entry/canonical-json.js';
import { fitForLog } from './entry/fit-for-log.js';
import { leafHash } from './merkle/hash.js';

/** What the writer of an entry can quote: a receipt names the digest, a proof asks by the id. */
export interface AppendedEntry {
  readonly entry: AuditEntry;
  /** `sha256:` + hex of the entry's leaf hash. */
  readonly digest: string;
}

/**
 * A node's log of what it did. An entry becomes true together with its effect, because both stand in one transaction; it
 * gets its place in the tree later, so that appenders never wait for each other.
 */
export class AuditLog {
  /** @param nodeId the node that keeps the log, by country code */
  constructor(
    private readonly nodeId: string,
    private readonly clock: Clock,
    private readonly identifiers: IdentifierSource,
  ) {}

  /**
   * @param transaction the one that makes the event true
   * @returns the entry as it stands in the log: free text in it is withheld
   * @throws {UnfitForAudit} for numbers that are not whole, and values outside JSON
   */
  async append(event: AuditEvent, transaction: EntityManager): Promise<AppendedEntry> {
    const entry: AuditEntry = {
      ...fitForLog(event),
      entryId: this.identifiers.uuid(),
      nodeId: this.nodeId,
      time: this.clock.now().toISOString(),
    };
    const body = canonicalJson(entry);
    await transaction.query('INSERT INTO audit_entry (entry_id, body) VALUES ($1, $2)', [entry.entryId, body]);
    return { entry, digest: `sha256:${leafHash(body).toString('hex')}` };
  }
}
