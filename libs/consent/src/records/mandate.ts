/**
 * That somebody acts for somebody else: a child, a company, a ward. Kept by a register, withdrawn by the mandator.
 */
export interface Mandate {
  readonly identifier: string;
  readonly kind: 'parental-responsibility' | 'company-representation' | 'guardianship' | 'power-of-attorney';
  /** Pairwise pseudonyms. */
  readonly representative: string;
  readonly represented: string;
  /** Register that answers for it. */
  readonly source: string;
  readonly validFrom: Date;
  readonly validUntil?: Date;
}
