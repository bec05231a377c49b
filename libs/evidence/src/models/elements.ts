import Type from 'typebox';

/** What a field says about itself beside its type. Becomes the catalogue entry and keywords of the JSON Schema. */
export interface FieldFacts {
  /** True when the value tells something about an identified natural person. */
  readonly personal?: boolean;
  /** Name of the code list, `ISO 3166-1 alpha-2`. */
  readonly codeList?: string;
  readonly note?: string;
}

/** Keywords the models add to JSON Schema: annotations, never constraints. */
export const MODEL_KEYWORDS = ['x-personal', 'x-code-list'] as const;

function annotated(label: string, facts: FieldFacts) {
  return {
    title: label,
    ...(facts.note === undefined ? {} : { description: facts.note }),
    ...(facts.personal === undefined ? {} : { 'x-personal': facts.personal }),
    ...(facts.codeList === undefined ? {} : { 'x-code-list': facts.codeList }),
  };
}

/** An absent element is left out: an empty text is never evidence. */
export const text = (label: string, facts: FieldFacts = {}) =>
  Type.String({ minLength: 1, ...annotated(label, facts) });

/** ISO 8601 calendar date, `2024-03-01`. */
export const date = (label: string, facts: FieldFacts = {}) =>
  Type.String({ format: 'date', ...annotated(label, facts) });

/** ISO 8601 calendar date, or a year where the register knows no more. */
export const partialDate = (label: string, facts: FieldFacts = {}) =>
  Type.String({ pattern: '^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$', ...annotated(label, facts) });

/** @param codeList its name, for whoever reads the catalogue */
export const code = (label: string, codeList: string, pattern: string, facts: FieldFacts = {}) =>
  Type.String({ pattern, ...annotated(label, { ...facts, codeList }) });

/** A closed list of codes, kept in the model itself. */
export const oneOf = <const Codes extends readonly string[]>(
  label: string,
  codeList: string,
  codes: Codes,
  facts: FieldFacts = {},
) => Type.Unsafe<Codes[number]>({ type: 'string', enum: [...codes], ...annotated(label, { ...facts, codeList }) });

export const decimal = (label: string, facts: FieldFacts = {}) => Type.Number(annotated(label, facts));

export const whole = (label: string, facts: FieldFacts = {}) =>
  Type.Integer({ minimum: 0, ...annotated(label, facts) });

export const flag = (label: string, facts: FieldFacts = {}) => Type.Boolean(annotated(label, facts));

/** A group of fields; closed, so that nothing undeclared travels inside it. */
export const group = <Fields extends Type.TProperties>(label: string, fields: Fields) =>
  Type.Object(fields, { additionalProperties: false, title: label });

export const list = <Element extends Type.TSchema>(label: string, element: Element, minItems = 0) =>
  Type.Array(element, { minItems, title: label });

export const country = (label: string, facts: FieldFacts = {}) =>
  code(label, 'ISO 3166-1 alpha-2', '^[A-Z]{2}$', facts);

export const currency = (label = 'Currency') => code(label, 'ISO 4217', '^[A-Z]{3}$');

/** Lower case, as in ELMO: `nb`. */
export const language = (label: string) => code(label, 'ISO 639-1', '^[a-z]{2}$');
