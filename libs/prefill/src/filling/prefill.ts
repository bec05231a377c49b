import { isDeepStrictEqual } from 'node:util';
import { covers } from '@oots/evidence';
import type { FormDefinition, FormField } from '../form/form-definition.js';
import type { MappingRow, MappingTable } from '../mapping/mapping-table.js';
import { patternOf } from '../mapping/select.js';
import { deriveValue } from './derive-value.js';
import type { Derived } from './derive-value.js';
import type { FieldValue, FieldWithoutValue, FilledField, FilledForm, UnfilledReason } from './filled-form.js';
import type { PrefillSource } from './prefill-source.js';

/** One evidence under one row of the mapping table for its type. */
interface Contribution {
  readonly source: PrefillSource;
  readonly row: MappingRow;
  readonly derived: Derived;
}

/**
 * Fills a form from the evidence that arrived. Every value says where it comes from, every empty field why it is empty; where
 * two sources disagree, both are shown and neither is chosen. Nothing is submitted.
 *
 * @param mappings tables for this form, at most one for each evidence type
 * @param sources in the order in which they arrived
 * @see background-exchange 5.7, steps 6 and 7
 */
export function prefill(
  form: FormDefinition,
  mappings: readonly MappingTable[],
  sources: readonly PrefillSource[],
): FilledForm {
  const tables = mappings.filter((table) => table.form === form.identifier);
  const applied = tables.filter((table) => sources.some(({ evidenceType }) => evidenceType === table.evidenceType));
  return {
    form: form.identifier,
    formVersion: form.version,
    mappings: applied.map(({ identifier, version }) => `${identifier}@${version}`),
    fields: form.fields.map((field) => filledField(field, tables, sources)),
  };
}

function filledField(
  field: FormField,
  tables: readonly MappingTable[],
  sources: readonly PrefillSource[],
): FilledField {
  const mapped = tables.filter((table) => table.rows.some((row) => row.field === field.name));
  const contributions = sources.flatMap((source) =>
    mapped
      .filter(({ evidenceType }) => evidenceType === source.evidenceType)
      .flatMap(({ rows }) => rows.filter((row) => row.field === field.name))
      .map((row) => ({ source, row, derived: deriveValue(field, row, source.document) })),
  );
  const [value, ...others] = contributions.flatMap((contribution) => valueOf(field, contribution));
  if (value === undefined) return unfilled(field, mapped.length > 0, contributions);
  if (others.every((other) => isDeepStrictEqual(other.value, value.value))) {
    return { name: field.name, state: 'filled', ...value };
  }
  return { name: field.name, state: 'conflict', candidates: [value, ...others] };
}

function valueOf(field: FormField, { source, derived }: Contribution): FieldValue[] {
  if (derived.outcome !== 'value') return [];
  const { type, instrument, article } = source.legalBasis;
  return [
    {
      value: derived.value,
      origin: 'evidence',
      sourceEvidenceId: source.evidenceId,
      sourcePath: derived.sourcePath,
      usedPaths: derived.usedPaths,
      provider: source.provider,
      retrievedAt: source.retrievedAt.toISOString(),
      transform: derived.transform,
      confidence: derived.confidence,
      editable: field.editable,
      legalBasis: `${type} ${instrument} ${article}`,
      ...(source.consentId !== undefined && { consentId: source.consentId }),
    },
  ];
}

const EXPLANATIONS: Readonly<Record<Exclude<UnfilledReason, 'unmapped'>, string>> = {
  'no-mapping': 'only you can say this',
  'no-evidence': 'the evidence that would say this did not arrive',
  'not-shared': 'not shared for this purpose',
  'not-on-record': 'the register has nothing on record',
};

function unfilled(field: FormField, mapped: boolean, contributions: readonly Contribution[]): FieldWithoutValue {
  const empty = (reason: UnfilledReason, explanation: string): FieldWithoutValue => ({
    name: field.name,
    state: 'unfilled',
    reason,
    explanation,
  });
  for (const { derived } of contributions) {
    if (derived.outcome === 'unmapped') return empty('unmapped', derived.explanation);
  }
  const reason = reasonOf(mapped, contributions);
  return empty(reason, EXPLANATIONS[reason]);
}

function reasonOf(mapped: boolean, contributions: readonly Contribution[]): Exclude<UnfilledReason, 'unmapped'> {
  if (!mapped) return 'no-mapping';
  if (contributions.length === 0) return 'no-evidence';
  return contributions.some(wasHeldBack) ? 'not-shared' : 'not-on-record';
}

function wasHeldBack({ source, row }: Contribution): boolean {
  const omitted = source.omittedPaths ?? [];
  return row.from.some(
    ({ path }) => covers(omitted, patternOf(path)) || omitted.some((held) => covers([patternOf(path)], held)),
  );
}
