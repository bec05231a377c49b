import type { NameRelation } from './name-comparison.js';

/**
 * What the identifier of a request is worth to a register: `current`, issued here and in use; `former`, issued here and since
 * replaced; `linked`, issued by another country and entered here on an earlier occasion; `none`, when there is none or this
 * register does not know it.
 */
export type IdentifierQuality = 'current' | 'former' | 'linked' | 'none';

/**
 * Points that everything beside the identifier must reach together, by what the identifier is worth. An identifier earns no
 * points: it says who is meant, and the rest must confirm it.
 */
export type Thresholds = Readonly<Record<IdentifierQuality, number>>;

/** How claimed family names can relate to those a person has or had: `birth-name` when only the claimed birth name fits. */
export type FamilyNameFinding = NameRelation | 'former' | 'birth-name';

/** What one element is worth, by how it fits. */
export interface PersonPolicy {
  readonly familyName: Readonly<Record<FamilyNameFinding, number>>;
  readonly givenName: Readonly<Record<NameRelation, number>>;
  readonly dateOfBirth: Readonly<Record<'same' | 'different', number>>;
  /** Taken off when family and given name stand in each other's place. */
  readonly swapped: number;
  readonly thresholds: Thresholds;
}

/** How a claimed legal name can relate to a registered one. */
export type LegalNameFinding = 'same' | 'transliterated' | 'form-differs-in-writing' | 'misspelt' | 'different';

export interface CompanyPolicy {
  readonly legalName: Readonly<Record<LegalNameFinding, number>>;
  readonly thresholds: Thresholds;
}

/** The policy for natural persons; its reasons are in docs/matching.md. @see Reg. (EU) 2022/1463 art. 16, TDD 2.1 */
export const PERSON_POLICY: PersonPolicy = {
  familyName: { same: 30, transliterated: 29, former: 27, 'birth-name': 25, part: 25, misspelt: 20, different: 0 },
  givenName: { same: 30, transliterated: 29, part: 25, misspelt: 20, different: 0 },
  dateOfBirth: { same: 40, different: 0 },
  swapped: 8,
  thresholds: { current: 85, former: 88, linked: 95, none: 96 },
};

/** The policy for legal persons; its reasons are in docs/matching.md. */
export const COMPANY_POLICY: CompanyPolicy = {
  legalName: { same: 100, transliterated: 98, 'form-differs-in-writing': 90, misspelt: 80, different: 0 },
  thresholds: { current: 80, former: 90, linked: 90, none: 100 },
};
