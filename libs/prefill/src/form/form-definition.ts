import type { LocalisedText } from '@oots/edm';

/** What a field holds, as far as a form has to know. */
export type FieldSchema =
  | { readonly type: 'string'; readonly format?: 'date'; readonly pattern?: string; readonly enum?: readonly string[] }
  | { readonly type: 'array'; readonly items: Readonly<Record<string, FieldSchema>> };

/** One field of an e-service's form: a JSON Schema of its value, and a hint how to show it. */
export interface FormField {
  /** Unique in the form, `movedFromSince`. */
  readonly name: string;
  readonly titles: readonly LocalisedText[];
  readonly schema: FieldSchema;
  readonly required: boolean;
  readonly ui: {
    readonly section: string;
    readonly widget: 'text' | 'date' | 'country' | 'choice' | 'person-list';
  };
  /** What the person may do with a value that came from evidence. */
  readonly editable: 'yes' | 'locked' | 'locked-with-dispute';
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
