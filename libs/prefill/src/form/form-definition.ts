import type { LocalisedText } from '@oots/edm';

/** What one value looks like, in the words of JSON Schema. */
export interface TextSchema {
  readonly type: 'string';
  readonly format?: 'date';
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** A value that repeats: one row for each element, with text in each column. */
export interface RowsSchema {
  readonly type: 'array';
  readonly items: Readonly<Record<string, TextSchema>>;
}

export type FieldSchema = TextSchema | RowsSchema;

/** How a field is shown. */
export interface FieldHint {
  readonly section: string;
  readonly widget: 'text' | 'date' | 'country' | 'choice' | 'person-list';
  /** What the codes of a choice mean. */
  readonly choices?: Readonly<Record<string, readonly LocalisedText[]>>;
}

/** What the person may do with a value that came from evidence. */
export type Editable = 'yes' | 'locked' | 'locked-with-dispute';

/** One field of an e-service's form. */
export interface FormField {
  /** Unique in the form, `movedFromSince`. */
  readonly name: string;
  readonly titles: readonly LocalisedText[];
  readonly schema: FieldSchema;
  readonly required: boolean;
  readonly ui: FieldHint;
  readonly editable: Editable;
}

/** The form of one e-service. */
export interface FormDefinition {
  /** `fi-move-notice` */
  readonly identifier: string;
  readonly version: string;
  readonly titles: readonly LocalisedText[];
  /** In the order of the form. */
  readonly fields: readonly FormField[];
}
