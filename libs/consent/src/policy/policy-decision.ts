import type { LocalisedText } from '@oots/edm';
import type { LegalBasis } from '../records/legal-basis.js';

/** Interactive is OOTS as it is; the two others need nobody present. @see background-exchange 1 */
export type ExchangeMode = 'interactive' | 'background-law' | 'background-consent';

/** How to ask a provider that does not speak the background profile. */
export type PlainCourse = 'plain-without-preview' | 'interactive';

/** What the policy is asked. The caller never chooses the mode. */
export interface PolicyQuestion {
  /** Code of the Procedures list. */
  readonly procedure: string;
  readonly requesterCountry: string;
  readonly providerCountry: string;
  /** Name of the evidence model, `residence`. */
  readonly evidenceType: string;
}

/** Why data are processed: a code from the list of the procedure, and the words a person reads. */
export interface Purpose {
  readonly code: string;
  /** English first. */
  readonly descriptions: readonly LocalisedText[];
}

/** What the policy allows, and which row of which table said so. */
export interface PolicyDecision {
  readonly question: PolicyQuestion;
  readonly mode: ExchangeMode;
  /** What becomes of a background mode where the provider speaks plain 2.0 only. */
  readonly otherwise: PlainCourse;
  readonly legalBasis: LegalBasis;
  /** How the person reads the basis, English first. */
  readonly legalBasisName: readonly LocalisedText[];
  readonly purpose: Purpose;
  /** Path patterns of the evidence model; absent: the whole evidence. */
  readonly paths?: readonly string[];
  /** ISO 8601 duration after the case is closed. */
  readonly retention: string;
  /** Identifier of the notice that informs the person. */
  readonly notice: string;
  /** The row that decided. */
  readonly rule: string;
  readonly tableVersion: string;
}
