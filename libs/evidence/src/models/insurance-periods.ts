import Type from 'typebox';
import { currency, date, decimal, group, list, oneOf } from './elements.js';
import { Money, OrganisationReference, Subject } from './parts.js';

const about = { personal: true } as const;

export const INSURANCE_PERIOD_TYPE = [
  'employment',
  'self-employment',
  'unemployment',
  'childcare',
  'military',
] as const;

/** Periods that count towards a pension, and what the register calculates from them. */
export const InsurancePeriods = Type.Object(
  {
    subject: Subject,
    periods: list(
      'Periods',
      group('Period', {
        from: date('From', about),
        to: Type.Optional(date('To', { ...about, note: 'absent while the period runs' })),
        type: oneOf('Type of period', 'type of insurance period', INSURANCE_PERIOD_TYPE, about),
        employer: Type.Optional(OrganisationReference),
        incomeBase: Type.Optional(Money),
      }),
      1,
    ),
    statement: Type.Optional(
      group('Pension statement', {
        amount: decimal('Provisional pension a month', about),
        currency: currency(),
        calculatedOn: date('Calculated on', about),
      }),
    ),
  },
  { title: 'Insurance periods' },
);
export type InsurancePeriods = Type.Static<typeof InsurancePeriods>;
