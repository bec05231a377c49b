import type { FormValue, Row } from '../filling/filled-form.js';
import { isCalendarDate } from '../transforms/calendar-date.js';
import type { FieldSchema, TextSchema } from './form-definition.js';

/** Whether the form would take a value: what a source says may still be nothing this form knows. */
export function fitsSchema(schema: FieldSchema, value: FormValue): boolean {
  if (schema.type === 'string') return typeof value === 'string' && textFits(schema, value);
  return typeof value !== 'string' && value.every((row) => rowFits(schema.items, row));
}

function rowFits(columns: Readonly<Record<string, TextSchema>>, row: Row): boolean {
  return Object.entries(row).every(([name, text]) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    return column !== undefined && textFits(column, text);
  });
}

function textFits({ format, pattern, enum: codes }: TextSchema, text: string): boolean {
  if (format === 'date' && !isCalendarDate(text)) return false;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return false;
  return codes === undefined || codes.includes(text);
}
