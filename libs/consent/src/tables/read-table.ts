import Type from 'typebox';
import { Value } from 'typebox/value';
import { parseDocument } from 'yaml';
import { InvalidTable } from './invalid-table.js';

/**
 * Reads YAML of a given shape.
 *
 * @param table how errors name it, `policy table`
 * @param rowName the property that names a row of a list, `rule`
 * @throws {InvalidTable} with everything that is wrong at once: syntax, or fields that are missing, unknown or malformed
 */
export function readTable<Shape extends Type.TSchema>(
  table: string,
  text: string,
  shape: Shape,
  rowName?: string,
): Type.Static<Shape> {
  const document = parseDocument(text, { uniqueKeys: true });
  const syntax = [...document.errors, ...document.warnings];
  if (syntax.length > 0) {
    throw new InvalidTable(
      table,
      syntax.map((problem) => problem.message),
    );
  }
  const content: unknown = document.toJS();
  const problems = Value.Errors(shape, content);
  if (problems.length > 0) {
    throw new InvalidTable(
      table,
      problems.map(({ instancePath, message }) => `${placeOf(instancePath, content, rowName)} ${message}`),
    );
  }
  return content as Type.Static<Shape>;
}

/** `/rules/3/mode` as a reader of the table would say it: `rules V1-residence, mode:` */
function placeOf(pointer: string, content: unknown, rowName: string | undefined): string {
  const [list, index, ...field] = pointer.split('/').slice(1);
  if (list === undefined) return 'the whole table';
  if (index === undefined) return `${list}:`;
  const row = rowName === undefined ? undefined : memberOf(memberOf(memberOf(content, list), index), rowName);
  const name = typeof row === 'string' ? row : index;
  return field.length === 0 ? `${list} ${name}:` : `${list} ${name}, ${field.join('/')}:`;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
