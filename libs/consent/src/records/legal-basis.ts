/** Grounds of GDPR Article 6(1) that an exchange of evidence can stand on. */
export type LegalBasisType = 'GDPR-6-1-a' | 'GDPR-6-1-c' | 'GDPR-6-1-e';

/**
 * Why the requester may process. Decided by law and not withdrawable; for 6(1)(e) a person may object (Article 21).
 *
 * @see GDPR Art. 6(1), 6(3); background-exchange 5.1
 */
export interface LegalBasis {
  readonly type: LegalBasisType;
  /** ELI or other URI of the act or agreement. */
  readonly instrument: string;
  /** Provisions, without spaces: `11-15`, `14(4),14(7)`. */
  readonly article: string;
  /** Country whose law it is: the requester's. @see BG-REQ-06 */
  readonly memberState: string;
  /** `GDPR-9-2-x`, where the evidence holds special categories. */
  readonly specialCategoryGround?: string;
  /** Provision that removes the preview, SDGR 14(5); absent where preview stays. */
  readonly previewExemption?: string;
}
