import type { DataSource } from 'typeorm';
import type { AuditKeys } from './tree/audit-keys.js';
import type { VerificationReport } from './verification-report.js';

export interface VerificationOptions {
  /** The node whose log this must be, by country code. */
  readonly nodeId: string;
  readonly keys: AuditKeys;
  /** Called every few thousand leaves, for whoever watches. */
  readonly onProgress?: (leaves: number, of: number) => void;
}

export declare function verifyLog(database: DataSource, options: VerificationOptions): Promise<VerificationReport>;
