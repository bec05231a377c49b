import type { PersonEvidence } from './person-register.js';

export interface Employer {
  readonly number: string;
  readonly name: string;
}

/** What an employer reported for one month. */
export interface MonthlyIncome {
  /** `2026-09` */
  readonly month: string;
  readonly gross: number;
  readonly withheld: number;
  readonly employer: Employer;
}

/** The months a tax register holds for a person, the latest last. */
export interface IncomeStatement {
  readonly municipality: string;
  readonly months: readonly MonthlyIncome[];
}

/** @param scheme currency and the scheme of employers' numbers */
export const incomeEvidence = (scheme: {
  readonly country: string;
  readonly currency: string;
  readonly employer: string;
}): PersonEvidence<'income-summary', IncomeStatement> => ({
  body: ({ municipality, months }, { identifiers, familyName, givenName }) => ({
    subject: { identifiers, familyName, givenName },
    taxResidence: { country: scheme.country, municipality },
    period: { from: `${months[0]?.month ?? ''}-01`, to: lastDayOf(months.at(-1)?.month ?? '') },
    incomes: months.map(({ gross, withheld, employer }) => ({
      type: 'wage' as const,
      gross: { amount: gross, currency: scheme.currency },
      withholding: { amount: withheld, currency: scheme.currency },
      payer: { scheme: scheme.employer, id: employer.number, name: employer.name },
    })),
    assessment: { status: 'provisional' as const },
  }),
  // The year's assessment is still open: monthly reports may be corrected.
  fact: ({ months }) => ({ validFrom: `${months[0]?.month ?? ''}-01`, provisional: true }),
});

/** @param month `2026-09` */
function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}
