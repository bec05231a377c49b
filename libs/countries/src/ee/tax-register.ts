import type { IncomeStatement, MonthlyIncome } from '../register/income.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, listAt } from '../register/record-shape.js';

/** Declarations of income and social tax (TSD) that employers file each month. */
export const tsd = new NationalRegister(
  'maksukohustuslaste-register',
  new RecordShape<IncomeStatement>({
    municipality: at('elukohaKov'),
    months: listAt<MonthlyIncome>('tsdRead', {
      month: at('periood'),
      gross: at('valjamakseBruto'),
      withheld: at('kinnipeetudTulumaks'),
      employer: at('valjamaksja'),
    }),
  }),
);
