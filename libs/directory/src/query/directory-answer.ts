import type { DataService, EvidenceTypeList, Requirement } from '../declaration.js';

/** A procedure in one country that asks for a requirement. */
export interface ReferenceFramework {
  /** UUID */
  readonly identifier: string;
  /** Code of the Procedures list. */
  readonly procedure: string;
  /** That runs the procedure. */
  readonly country: string;
}

/** A requirement, who asks for it and, in an answer about evidence types, what proves it. */
export interface RequirementRecord {
  readonly requirement: Pick<Requirement, 'identifier' | 'names'>;
  readonly frameworks: readonly ReferenceFramework[];
  readonly evidenceTypeLists: readonly EvidenceTypeList[];
}

/** What a directory found, before it is written down. */
export type DirectoryAnswer =
  | { readonly kind: 'requirements'; readonly requirements: readonly RequirementRecord[] }
  | { readonly kind: 'data-services'; readonly dataServices: readonly DataService[] };
