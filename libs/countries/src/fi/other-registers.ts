import type { Degree, EducationSchemes } from '../register/education.js';
import type { IncomeStatement, MonthlyIncome } from '../register/income.js';
import type { InsuranceRecord, InsuredPeriod } from '../register/insurance.js';
import { cents, codes } from '../register/national-codes.js';
import { compact, dotted } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, groupAt, listAt } from '../register/record-shape.js';

export const schemes: EducationSchemes = {
  language: 'fi',
  institution: 'FI-OPPILAITOS',
  framework: 'FI-FiNQF',
  schoolGrades: 'FI-YO',
  universityGrades: 'FI-0-5',
};

/** VIRTA, degrees of higher education. */
export const virta = new NationalRegister(
  'virta-opintosuoritukset',
  new RecordShape<Degree>({
    university: groupAt('myontaja', { id: at('oppilaitostunnus'), name: at('nimi') }),
    title: at('tutkintonimike'),
    english: at('tutkintonimikeEnglanniksi'),
    eqf: at('viitekehystaso'),
    field: at('koulutusala'),
    credits: at('opintopisteet'),
    awardedOn: at('suorituspaiva', compact),
    results: listAt('opintosuoritukset', { course: at('nimi'), credits: at('opintopisteet'), grade: at('arvosana') }),
  }),
);

/** Tulorekisteri; amounts are in cents. */
export const tulorekisteri = new NationalRegister(
  'tulorekisteri',
  new RecordShape<IncomeStatement>({
    municipality: at('verotuskunta'),
    months: listAt<MonthlyIncome>('palkkatietoilmoitukset', {
      month: at('maksukuukausi'),
      gross: at('palkkaSenttia', cents),
      withheld: at('ennakonpidatysSenttia', cents),
      employer: groupAt('suorituksenMaksaja', { number: at('ytunnus'), name: at('nimi') }),
    }),
  }),
);

/** Ansaintarekisteri of the Finnish Centre for Pensions. */
export const ansaintarekisteri = new NationalRegister(
  'ansaintarekisteri',
  new RecordShape<InsuranceRecord>({
    periods: listAt<InsuredPeriod>('jaksot', {
      from: at('alku', dotted),
      to: at('loppu', dotted),
      kind: at(
        'laji',
        codes<InsuredPeriod['kind']>({
          employment: 'TyEL',
          'self-employment': 'YEL',
          unemployment: 'työttömyys',
          childcare: 'vanhempainvapaa',
          military: 'varusmies',
        }),
      ),
      employer: groupAt('tyonantaja', { number: at('ytunnus'), name: at('nimi') }),
      base: at('vuosiansio'),
    }),
    pension: at('elakearvio'),
    calculatedOn: at('laskentapaiva', dotted),
  }),
);
