import { fitsSchema } from '../form/fits-schema.js';
import type { FormField } from '../form/form-definition.js';
import type { MappingRow, MappingSource } from '../mapping/mapping-table.js';
import { select } from '../mapping/select.js';
import type { Selected } from '../mapping/select.js';
import { TRANSFORMS } from '../transforms/index.js';
import type { Transformed } from '../transforms/transform.js';
import type { Confidence, FormValue, Row } from './filled-form.js';

/** What one evidence says about one field. */
export type Derived =
  | {
      readonly outcome: 'value';
      readonly value: FormValue;
      readonly sourcePath: string;
      readonly usedPaths: readonly string[];
      readonly transform: string;
      readonly confidence: Confidence;
    }
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'unmapped'; readonly explanation: string };

/** @returns what the first source of the row says that says anything */
export function deriveValue(field: FormField, row: MappingRow, document: unknown): Derived {
  let outcome: Derived = { outcome: 'nothing' };
  for (const source of row.from) {
    const derived = row.columns === undefined ? oneText(source, document) : rows(source, row.columns, document);
    if (derived.outcome === 'value' && fitsSchema(field.schema, derived.value)) return derived;
    if (derived.outcome === 'value')
      outcome = { outcome: 'unmapped', explanation: 'the form does not know this value' };
    else if (outcome.outcome === 'nothing') outcome = derived;
  }
  return outcome;
}

function oneText(source: MappingSource, document: unknown): Derived {
  const [found] = select(document, source.path);
  if (found === undefined) return { outcome: 'nothing' };
  const transformed = TRANSFORMS[source.transform](found.value);
  if (transformed.outcome !== 'value') return transformed;
  const usedPaths = readPaths(found, transformed);
  const [only] = usedPaths;
  return {
    outcome: 'value',
    value: transformed.text,
    sourcePath: usedPaths.length === 1 && only !== undefined ? only : found.pointer,
    usedPaths,
    transform: source.transform,
    confidence: transformed.confidence,
  };
}

/** A column that an element does not have stays out of its row; an element of which nothing is left is no row. */
function rows(source: MappingSource, columns: Readonly<Record<string, MappingSource>>, document: unknown): Derived {
  const elements = select(document, source.path);
  const value: Row[] = [];
  const usedPaths: string[] = [];
  const confidences: Confidence[] = [];
  for (const element of elements) {
    const cells = Object.entries(columns).flatMap(([name, column]) => {
      const cell = oneText(column, element.value);
      return cell.outcome === 'value' && typeof cell.value === 'string' ? [{ ...cell, name, text: cell.value }] : [];
    });
    if (cells.length === 0) continue;
    value.push(Object.fromEntries(cells.map(({ name, text }) => [name, text])));
    usedPaths.push(...cells.flatMap((cell) => cell.usedPaths.map((path) => `${element.pointer}${path}`)));
    confidences.push(...cells.map((cell) => cell.confidence));
  }
  const [first] = elements;
  if (first === undefined || value.length === 0) return { outcome: 'nothing' };
  const sourcePath = first.pointer.slice(0, first.pointer.lastIndexOf('/'));
  return {
    outcome: 'value',
    value,
    sourcePath,
    usedPaths,
    transform: source.transform,
    confidence: weakest(confidences),
  };
}

function readPaths({ pointer }: Selected, transformed: Transformed & { outcome: 'value' }): readonly string[] {
  return transformed.read?.map((inside) => `${pointer}${inside}`) ?? [pointer];
}

const WEAKEST_FIRST: readonly Confidence[] = ['approx', 'mapped', 'exact'];

function weakest(confidences: readonly Confidence[]): Confidence {
  return WEAKEST_FIRST.find((confidence) => confidences.includes(confidence)) ?? 'exact';
}
