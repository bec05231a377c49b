import type { DataSource } from 'typeorm';
import { LogRecomputation } from './recomputation/log-recomputation.js';
import type { AuditKeys } from './tree/audit-keys.js';
import type { VerificationReport } from './verification-report.js';

export interface VerificationOptions {
  /** The node whose log this must be, by country code. */
  readonly nodeId: string;
  readonly keys: AuditKeys;
  /** Called after every few thousand leaves, with how many there are, for whoever watches. */
  readonly onProgress?: (leaves: number, of: number) => void;
}

/**
 * Recomputes a log from its tables: every entry, every leaf, every root, every head, in one snapshot, while the node goes
 * on writing. Stops at the first thing that is wrong.
 *
 * It proves that the tables are what the audit key signed. It cannot prove that the key's owner did not sign twice, or cut
 * the newest heads off together with everything under them: that takes somebody else who saw them.
 */
export async function verifyLog(database: DataSource, options: VerificationOptions): Promise<VerificationReport> {
  return database.transaction('REPEATABLE READ', async (snapshot) => {
    await snapshot.query('SET TRANSACTION READ ONLY');
    return new LogRecomputation(snapshot, options).run();
  });
}
