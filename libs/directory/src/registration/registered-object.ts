import type { DataService, EvidenceTypeList, EvidenceTypeSummary, Requirement } from '../declaration.js';
import type { ReferenceFramework } from '../query/directory-answer.js';

/** What an object of each kind holds; how objects belong together is said by associations. @see TDD 3.1.4, 3.2.4 */
export interface RegisteredValues {
  readonly EvidenceType: EvidenceTypeList['evidenceTypes'][number];
  readonly EvidenceTypeList: Pick<EvidenceTypeList, 'identifier' | 'names' | 'country'>;
  readonly Requirement: Pick<Requirement, 'identifier' | 'names'>;
  readonly ReferenceFramework: ReferenceFramework;
  readonly DataServiceEvidenceType: EvidenceTypeRecord;
  readonly EvidenceProvider: ProvidingService;
}

export type ObjectKind = keyof RegisteredValues;

/** What a data service hands out, whoever provides it. */
export interface EvidenceTypeRecord extends EvidenceTypeSummary, Pick<DataService, 'levelOfAssurance'> {
  /** What may be asked before it is clear who provides; without the values of any provider. */
  readonly classifications?: DataService['classifications'];
}

/** An authority behind its access point. */
export type ProvidingService = Pick<DataService, 'publisher' | 'accessPoint' | 'conformsTo' | 'classifications'>;

/** An object under the identifier that its country gave it. */
export type RegisteredObject = {
  readonly [Kind in ObjectKind]: {
    /** `urn:uuid:<UUID>` */
    readonly id: string;
    readonly kind: Kind;
    readonly value: RegisteredValues[Kind];
  };
}[ObjectKind];

export type ObjectOf<Kind extends ObjectKind> = Extract<RegisteredObject, { readonly kind: Kind }>;

/** Which of the two directories keeps an object. */
export type RegistryName = 'eb' | 'dsd';

export const REGISTRY_OF_KIND: Readonly<Record<ObjectKind, RegistryName>> = {
  EvidenceType: 'eb',
  EvidenceTypeList: 'eb',
  Requirement: 'eb',
  ReferenceFramework: 'eb',
  DataServiceEvidenceType: 'dsd',
  EvidenceProvider: 'dsd',
};

/** @returns whether `name` is a `classificationNode` of either directory */
export function isObjectKind(name: string): name is ObjectKind {
  return Object.hasOwn(REGISTRY_OF_KIND, name);
}

/** What each association leads from and to. @see rules EB-SUB-S036 to S055, R-DSD-SUB-S023 to S029 */
export const ASSOCIATIONS = {
  ContainsEvidence: { source: 'EvidenceTypeList', target: 'EvidenceType' },
  FulfillsRequirement: { source: 'EvidenceTypeList', target: 'Requirement' },
  DerivesFromReferenceFramework: { source: 'Requirement', target: 'ReferenceFramework' },
  ServesEvidenceType: { source: 'EvidenceProvider', target: 'DataServiceEvidenceType' },
} as const satisfies Record<string, { readonly source: ObjectKind; readonly target: ObjectKind }>;

export type AssociationName = keyof typeof ASSOCIATIONS;

/** @returns whether `name` ends the URN of an association that the directories know */
export function isAssociationName(name: string): name is AssociationName {
  return Object.hasOwn(ASSOCIATIONS, name);
}

/** How two objects belong together. */
export interface Association {
  /** `urn:uuid:<UUID>` */
  readonly id: string;
  readonly name: AssociationName;
  readonly source: string;
  readonly target: string;
}

/** Objects and how they belong together. */
export interface RegisteredContent {
  readonly objects: readonly RegisteredObject[];
  readonly associations: readonly Association[];
}
