import Type from 'typebox';
import { country, currency, date, decimal, group, list, oneOf, text } from './elements.js';
import { Money, OrganisationReference, PersonIdentifier } from './parts.js';

const about = { personal: true } as const;

export const INCOME_TYPE = ['wage', 'benefit', 'pension', 'capital', 'self-employed'] as const;
export const ASSESSMENT_STATUS = ['provisional', 'final', 'reassessed'] as const;

/** Income of a month or a year. Amounts are in the register's own currency; a conversion never replaces them. */
export const IncomeSummary = Type.Object(
  {
    subject: group('Person', {
      identifiers: list('Identifiers', PersonIdentifier, 1),
      familyName: Type.Optional(text('Family name', about)),
      givenName: Type.Optional(text('Given name', about)),
    }),
    taxResidence: group('Tax residence', {
      country: country('Country of tax residence', about),
      municipality: Type.Optional(text('Municipality', { ...about, codeList: 'LAU' })),
    }),
    period: group('Period', { from: date('From', about), to: date('To', about) }),
    incomes: list(
      'Incomes',
      group('Income', {
        type: oneOf('Type of income', 'type of income', INCOME_TYPE, about),
        gross: Money,
        withholding: Type.Optional(Money),
        payer: Type.Optional(OrganisationReference),
      }),
      1,
    ),
    assessment: group('Assessment', {
      taxableIncome: Type.Optional(decimal('Taxable income', { ...about, note: 'only when the assessment is final' })),
      tax: Type.Optional(decimal('Tax', { ...about, note: 'only when the assessment is final' })),
      status: oneOf('Status', 'status of the assessment', ASSESSMENT_STATUS, about),
    }),
    exchangeRate: Type.Optional(
      group('Exchange rate', {
        from: currency('From currency'),
        to: currency('To currency'),
        rate: decimal('Rate'),
        date: date('Date of the rate'),
      }),
    ),
  },
  { title: 'Income summary' },
);
export type IncomeSummary = Type.Static<typeof IncomeSummary>;
