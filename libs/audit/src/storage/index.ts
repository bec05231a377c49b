import { AuditIsAppendOnly1764000000302 } from './append-only.migration.js';
import { AuditEntryRow } from './audit-entry.entity.js';
import { AuditLeafRow } from './audit-leaf.entity.js';
import { AuditTables1764000000301 } from './audit-tables.migration.js';
import { AuditTreeHeadRow } from './audit-tree-head.entity.js';

export { AuditEntryRow, AuditLeafRow, AuditTreeHeadRow };

/** For the `entities` of a node's data source. */
export const auditEntities = [AuditEntryRow, AuditLeafRow, AuditTreeHeadRow];

/** For the `migrations` of a node's data source. */
export const auditMigrations = [AuditTables1764000000301, AuditIsAppendOnly1764000000302];
