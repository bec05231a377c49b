import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type EvidenceModelName, isEvidenceModelName } from './evidence-model.js';
import { type JsonSchema, jsonSchemaOf, minimisedJsonSchemaOf } from './json-schema.js';
import { MODEL_KEYWORDS } from './models/elements.js';

/** One way a document departs from its model. Carries no value of the document. */
export interface EvidenceProblem {
  /** JSON Pointer to the place, empty for the document itself. */
  readonly path: string;
  /** JSON Schema keyword that is not met, or `model` when the document names none we know. */
  readonly rule: string;
  readonly detail: string;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, ownProperties: true });
// The package is CommonJS: its default export is the module to TypeScript and the function at run time.
(addFormats as unknown as typeof addFormats.default)(ajv);
ajv.addVocabulary([...MODEL_KEYWORDS]);

/** Compiled once per model and kept. */
const wholeChecks = new Map<EvidenceModelName, ValidateFunction>();
const minimisedChecks = new Map<EvidenceModelName, ValidateFunction>();

/**
 * Checks a whole evidence, as a register issues it, against the JSON Schema of the model it names.
 *
 * @returns no problem when it conforms
 */
export function validateEvidence(document: unknown): readonly EvidenceProblem[] {
  return check(document, wholeChecks, jsonSchemaOf);
}

/** Checks an evidence that may have been reduced to some of its paths, as a requester receives it. */
export function validateMinimisedEvidence(document: unknown): readonly EvidenceProblem[] {
  return check(document, minimisedChecks, minimisedJsonSchemaOf);
}

function check(
  document: unknown,
  compiled: Map<EvidenceModelName, ValidateFunction>,
  schemaOf: (name: EvidenceModelName) => JsonSchema,
): readonly EvidenceProblem[] {
  const name = modelNamed(document);
  if (name === undefined) return [{ path: '/evidenceType', rule: 'model', detail: 'names no known evidence model' }];
  const validate = compiled.get(name) ?? ajv.compile(schemaOf(name));
  compiled.set(name, validate);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword, message }) => ({
    path: instancePath,
    rule: keyword,
    detail: message ?? keyword,
  }));
}

function modelNamed(document: unknown): EvidenceModelName | undefined {
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, 'evidenceType')) return undefined;
  const { evidenceType } = document as { evidenceType: unknown };
  return typeof evidenceType === 'string' && isEvidenceModelName(evidenceType) ? evidenceType : undefined;
}
