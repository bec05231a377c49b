import { EnvelopeFields } from './envelope.js';
import { EVIDENCE_MODELS, type EvidenceModelName } from './evidence-model.js';

/** A JSON Schema, draft 2020-12, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Elements of the envelope that every evidence has. */
const REQUIRED_HEADER = [
  '$schema',
  'evidenceId',
  'evidenceType',
  'evidenceTypeClassification',
  'issuedAt',
  'provider',
  'provisional',
  'language',
];

/** @returns the schema of a whole evidence of one model, envelope included: what the Semantic Repository publishes */
export function jsonSchemaOf(name: EvidenceModelName): JsonSchema {
  const { schemaId, title, body } = EVIDENCE_MODELS[name];
  return plain({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaId,
    title,
    type: 'object',
    additionalProperties: false,
    required: [...REQUIRED_HEADER, ...requiredOf(body)],
    properties: { ...EnvelopeFields, $schema: { const: schemaId }, evidenceType: { const: name }, ...body.properties },
  });
}

/** @returns the same schema for evidence reduced to some of its paths: every element of the body may be missing */
export function minimisedJsonSchemaOf(name: EvidenceModelName): JsonSchema {
  const { schemaId, body } = EVIDENCE_MODELS[name];
  const whole = jsonSchemaOf(name);
  const properties = whole['properties'] as JsonSchema;
  return {
    ...whole,
    $id: `${schemaId}:minimised`,
    required: REQUIRED_HEADER,
    properties: Object.fromEntries(
      Object.entries(properties).map(([field, schema]) => [field, field in body.properties ? relaxed(schema) : schema]),
    ),
  };
}

function requiredOf(body: { readonly required?: readonly string[] }): readonly string[] {
  return body.required ?? [];
}

function relaxed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(relaxed);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, value]) => !((keyword === 'required' && Array.isArray(value)) || keyword === 'minItems'))
      .map(([keyword, value]) => [keyword, relaxed(value)]),
  );
}

/** Without what the schema builder keeps beside the schema. */
function plain(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema;
}
