import type { InsurancePeriods } from '@oots/evidence';
import type { Employer } from './income.js';
import type { PersonEvidence } from './person-register.js';

/** One period in a pension or social insurance register. */
export interface InsuredPeriod {
  readonly from: string;
  /** Absent while it runs. */
  readonly to?: string;
  readonly kind: InsurancePeriods['periods'][number]['type'];
  readonly employer?: Employer;
  /** A year's income base, in the country's currency. */
  readonly base: number;
}

export interface InsuranceRecord {
  readonly periods: readonly InsuredPeriod[];
  /** Provisional pension a month, in the country's currency. */
  readonly pension: number;
  readonly calculatedOn: string;
}

/** @param scheme currency and the scheme of employers' numbers */
export const insuranceEvidence = (scheme: {
  readonly currency: string;
  readonly employer: string;
}): PersonEvidence<'insurance-periods', InsuranceRecord> => ({
  body: ({ periods, pension, calculatedOn }, subject) => ({
    subject,
    periods: periods.map(({ from, to, kind, employer, base }) => ({
      from,
      ...(to === undefined ? {} : { to }),
      type: kind,
      ...(employer && { employer: { scheme: scheme.employer, id: employer.number, name: employer.name } }),
      incomeBase: { amount: base, currency: scheme.currency },
    })),
    statement: { amount: pension, currency: scheme.currency, calculatedOn },
  }),
  fact: ({ calculatedOn }) => ({ validFrom: calculatedOn, provisional: true }),
});
