import type { Degree, EducationSchemes } from '../register/education.js';
import type { IncomeStatement, MonthlyIncome } from '../register/income.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, groupAt, listAt } from '../register/record-shape.js';

export const schemes: EducationSchemes = {
  language: 'nb',
  institution: '0192',
  framework: 'NO-NKR',
  schoolGrades: 'NO-1-6',
  universityGrades: 'NO-A-F',
};

/** Diplomas that universities share through Vitnemålsportalen. */
export const vitnemål = new NationalRegister(
  'vitnemalsportalen',
  new RecordShape<Degree>({
    university: groupAt('laerested', { id: at('organisasjonsnummer'), name: at('navn') }),
    title: at('kvalifikasjon.navn'),
    english: at('kvalifikasjon.navnEngelsk'),
    eqf: at('kvalifikasjon.nkrNivaa'),
    field: at('kvalifikasjon.fagfelt'),
    credits: at('studiepoeng'),
    awardedOn: at('oppnaaddDato'),
    results: listAt('resultater', { course: at('emne'), credits: at('studiepoeng'), grade: at('karakter') }),
  }),
);

/** A-ordningen, incomes that employers report each month. */
export const aOrdningen = new NationalRegister(
  'a-ordningen',
  new RecordShape<IncomeStatement>({
    municipality: at('skattekommune'),
    months: listAt<MonthlyIncome>('inntektsmaaneder', {
      month: at('kalendermaaned'),
      gross: at('loennsinntekt.beloep'),
      withheld: at('forskuddstrekk.beloep'),
      employer: groupAt('opplysningspliktig', { number: at('organisasjonsnummer'), name: at('navn') }),
    }),
  }),
);
