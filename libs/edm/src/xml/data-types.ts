import { isCalendarDate } from '../subject/natural-person.js';
import { SchemaViolation } from './schema-violation.js';

/** @returns the instant in UTC with milliseconds, as every message writes it */
export function writeDateTime(instant: Date): string {
  return instant.toISOString();
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * `xsd:dateTime`. Without time zone it is taken as UTC.
 *
 * @param path of the element, for the violation
 * @throws {SchemaViolation} when the text is no instant
 */
export function readDateTime(text: string, path: string): Date {
  const [, day, zone] = DATE_TIME.exec(text) ?? [];
  const instant = new Date(zone === undefined ? `${text}Z` : text);
  if (day === undefined || !isCalendarDate(day) || Number.isNaN(instant.getTime())) {
    throw new SchemaViolation('not an xsd:dateTime', path);
  }
  return instant;
}

/** @throws {SchemaViolation} when the text is no `xsd:date`; a time zone is left out */
export function readDate(text: string, path: string): string {
  const day = text.replace(/(Z|[+-]\d{2}:\d{2})$/, '');
  if (!isCalendarDate(day)) throw new SchemaViolation('not an xsd:date', path);
  return day;
}

/** @throws {SchemaViolation} when the text is no `xsd:boolean` */
export function readBoolean(text: string, path: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new SchemaViolation('not an xsd:boolean', path);
}
