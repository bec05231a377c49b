import type { CompanyEntry, Representative } from '../register/company-register.js';
import type { EducationSchemes, SchoolLeaving } from '../register/education.js';
import type { InsuranceRecord, InsuredPeriod } from '../register/insurance.js';
import { codes } from '../register/national-codes.js';
import { dotted } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import { adrese } from './population-register.js';

export const schemes: EducationSchemes = {
  language: 'lv',
  institution: 'LV-VIIS',
  framework: 'LV-LKI',
  schoolGrades: 'LV-1-10',
  universityGrades: 'LV-1-10',
};

/** VIIS, certificates of general secondary education. */
export const atestāti = new NationalRegister(
  'viis-atestati',
  new RecordShape<SchoolLeaving>({
    school: groupAt('iestade', { id: at('kods'), name: at('nosaukums') }),
    certificate: at('dokuments'),
    awardedOn: at('izsniegts', dotted),
    results: listAt('sekmjuIzraksts', { subject: at('priekšmets'), grade: at('vērtējums') }),
  }),
);

/** Insured persons of the State Social Insurance Agency. */
export const apdrošinātās = new NationalRegister(
  'apdrosinato-personu-registrs',
  new RecordShape<InsuranceRecord>({
    periods: listAt<InsuredPeriod>('periodi', {
      from: at('no', dotted),
      to: at('līdz', dotted),
      kind: at(
        'veids',
        codes<InsuredPeriod['kind']>({
          employment: 'darba ņēmējs',
          'self-employment': 'pašnodarbinātais',
          unemployment: 'bezdarbs',
          childcare: 'bērna kopšana',
          military: 'dienests',
        }),
      ),
      employer: groupAt('darbaDevejs', { number: at('regNr'), name: at('nosaukums') }),
      base: at('iemaksuObjekts'),
    }),
    pension: at('prognoze.summa'),
    calculatedOn: at('prognoze.datums', dotted),
  }),
);

/** Uzņēmumu reģistrs. */
export const uzņēmumuReģistrs = new NationalRegister(
  'uznemumu-registrs',
  new RecordShape<CompanyEntry>({
    number: at('regNr'),
    name: at('nosaukums'),
    form: at('veids'),
    status: at(
      'statuss',
      codes<CompanyEntry['status']>({
        active: 'reģistrēts',
        'in-liquidation': 'likvidācijā',
        'struck-off': 'izslēgts',
      }),
    ),
    statusDate: at('statussNo', dotted),
    registeredOn: at('registrets', dotted),
    address: groupAt('juridiskaAdrese', adrese),
    activities: eachAt('nace'),
    shareCapital: at('pamatkapitals'),
    vatNumber: at('pvnNumurs'),
    representatives: listAt<Representative>('amatpersonas', {
      number: at('personasKods'),
      familyName: at('uzvards'),
      givenName: at('vards'),
      scope: at(
        'parstavibasTiesibas',
        codes<Representative['scope']>({ ALONE: 'atsevišķi', JOINT: 'kopā', LIMITED: 'ierobežoti' }),
      ),
      from: at('no', dotted),
    }),
  }),
);
