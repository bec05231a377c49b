import type { FieldSchema, FormDefinition } from './form-definition.js';

/** JSON Schema, draft 2020-12, of what the e-service takes when the form is submitted. */
export function jsonSchemaOf(form: FormDefinition): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:nb-oots2:form:${form.identifier}:${form.version}`,
    type: 'object',
    properties: Object.fromEntries(form.fields.map(({ name, schema }) => [name, schemaOf(schema)])),
    required: form.fields.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function schemaOf(schema: FieldSchema): object {
  if (schema.type === 'string') return schema;
  return { type: 'array', items: { type: 'object', properties: schema.items, additionalProperties: false } };
}
