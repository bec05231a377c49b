import type { Editable } from '../form/form-definition.js';

/** Where a value comes from. */
export type ValueOrigin = 'evidence' | 'eid' | 'user' | 'derived';

/** How close a value is to what the source says. */
export type Confidence = 'exact' | 'mapped' | 'approx';

/** One row of a field that repeats. */
export type Row = Readonly<Record<string, string>>;

/** A value of a form: text, or rows. Personal data. */
export type FormValue = string | readonly Row[];

/** One value and everything needed to explain it. @see use-cases 0.4 */
export interface FieldValue {
  readonly value: FormValue;
  readonly origin: ValueOrigin;
  readonly sourceEvidenceId: string;
  /** JSON Pointer into that evidence; of a repeating field, to the list. */
  readonly sourcePath: string;
  /** Everything that was read for the value, JSON Pointers of leaves. */
  readonly usedPaths: readonly string[];
  readonly provider: string;
  /** UTC instant. */
  readonly retrievedAt: string;
  /** Name of the transform, `alpha2`. */
  readonly transform: string;
  readonly confidence: Confidence;
  readonly editable: Editable;
  /** `GDPR-6-1-e <instrument> <article>` */
  readonly legalBasis: string;
  readonly consentId?: string;
}

/** What the person did with a value. The evidence's value stays beside a changed one. */
export type UserAction =
  | { readonly action: 'accepted' | 'rejected' }
  | { readonly action: 'changed'; readonly value: FormValue; readonly reason?: string };

/** Why a field is empty. */
export type UnfilledReason =
  /** No evidence says anything about the field: the person fills it in. */
  | 'no-mapping'
  /** The evidence that would say it did not arrive. */
  | 'no-evidence'
  /** The provider does not share it for this purpose. */
  | 'not-shared'
  /** The register has nothing there. */
  | 'not-on-record'
  /** The register has a value that the mapping cannot translate, or the form does not take. */
  | 'unmapped';

export interface FieldWithValue extends FieldValue {
  readonly name: string;
  readonly state: 'filled';
  readonly userAction?: UserAction;
}

export interface FieldWithoutValue {
  readonly name: string;
  readonly state: 'unfilled';
  readonly reason: UnfilledReason;
  /** One sentence for the person; never a value. */
  readonly explanation: string;
}

/** Two sources disagree: the person decides. */
export interface FieldInConflict {
  readonly name: string;
  readonly state: 'conflict';
  readonly candidates: readonly FieldValue[];
}

export type FilledField = FieldWithValue | FieldWithoutValue | FieldInConflict;

/** A form with what the evidence could say, nothing submitted. Personal data. */
export interface FilledForm {
  readonly form: string;
  readonly formVersion: string;
  /** `<identifier>@<version>` of each mapping table that was applied. */
  readonly mappings: readonly string[];
  /** In the order of the form. */
  readonly fields: readonly FilledField[];
}
