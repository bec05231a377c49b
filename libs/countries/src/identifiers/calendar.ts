/** @returns ISO 8601 calendar date, or undefined when the calendar has no such day */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** The parts of an ISO 8601 calendar date, as numbers are built from them. */
export function datePartsOf(isoDate: string): {
  readonly year: number;
  readonly yy: string;
  readonly mm: string;
  readonly dd: string;
} {
  const [year = '', mm = '', dd = ''] = isoDate.split('-');
  return { year: Number(year), yy: year.slice(2), mm, dd };
}

/** @returns the same day, years later; 29 February becomes 1 March where there is none */
export function yearsAfter(isoDate: string, years: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
