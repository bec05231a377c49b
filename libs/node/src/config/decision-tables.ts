import { readFile } from 'node:fs/promises';
import {
  type NoticeCatalogue,
  type PermissionTable,
  policyFiles,
  type PolicyTable,
  readNoticeCatalogue,
  readPermissionTable,
  readPolicyTable,
} from '@oots/consent';

/** What a node decides by: how an exchange may happen, what others may have, what a person is told. */
export interface DecisionTables {
  readonly policy: PolicyTable;
  readonly permissions: PermissionTable;
  readonly notices: NoticeCatalogue;
}

/** @returns the tables that ship with the testbed @throws {InvalidTable} naming every row that is wrong */
export async function shippedTables(): Promise<DecisionTables> {
  const [policy, permissions, notices] = await Promise.all([
    readFile(policyFiles.policyTable, 'utf8'),
    readFile(policyFiles.permissions, 'utf8'),
    readFile(policyFiles.notices, 'utf8'),
  ]);
  return {
    policy: readPolicyTable(policy),
    permissions: readPermissionTable(permissions),
    notices: readNoticeCatalogue(notices),
  };
}
