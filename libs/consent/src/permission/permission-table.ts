import type { PermissionDecision, PermissionQuestion } from './permission-decision.js';

export declare class PermissionTable {
  readonly version: string;
  check(question: PermissionQuestion): PermissionDecision;
}

/** @param text the YAML of a permission table */
export declare function readPermissionTable(text: string): PermissionTable;
