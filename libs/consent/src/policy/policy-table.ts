import type { PolicyDecision, PolicyQuestion } from './policy-decision.js';

export declare class PolicyTable {
  readonly version: string;
  decide(question: PolicyQuestion): PolicyDecision;
}

/** @param text the YAML of a policy table */
export declare function readPolicyTable(text: string): PolicyTable;
