import { unmapped } from './transform.js';
import type { Transform } from './transform.js';

/** Whether a text is a day of the calendar, `2026-02-28`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** A full calendar date as it is; registers also hold years and months, and a form that wants a day cannot take those. */
export const calendarDate: Transform = (value) => {
  if (typeof value !== 'string') return unmapped('the register has no date there');
  if (isCalendarDate(value)) return { outcome: 'value', text: value, confidence: 'exact' };
  return unmapped('the register has no full date there');
};
