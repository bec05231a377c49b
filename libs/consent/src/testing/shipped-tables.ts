import { readFileSync } from 'node:fs';
import { readNoticeCatalogue } from '../notice/notice-catalogue.js';
import type { NoticeCatalogue } from '../notice/notice-catalogue.js';
import { readPermissionTable } from '../permission/permission-table.js';
import type { PermissionTable } from '../permission/permission-table.js';
import { policyFiles } from '../policy-files.js';
import { readPolicyTable } from '../policy/policy-table.js';
import type { PolicyTable } from '../policy/policy-table.js';

/** The tables that the testbed decides by. */
export interface ShippedTables {
  readonly policy: PolicyTable;
  readonly permissions: PermissionTable;
  readonly notices: NoticeCatalogue;
}

export function shippedTables(): ShippedTables {
  return {
    policy: readPolicyTable(readFileSync(policyFiles.policyTable, 'utf8')),
    permissions: readPermissionTable(readFileSync(policyFiles.permissions, 'utf8')),
    notices: readNoticeCatalogue(readFileSync(policyFiles.notices, 'utf8')),
  };
}
