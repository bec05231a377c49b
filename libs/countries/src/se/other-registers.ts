import type { EducationSchemes, SchoolLeaving } from '../register/education.js';
import type { InsuranceRecord, InsuredPeriod } from '../register/insurance.js';
import { codes } from '../register/national-codes.js';
import { compact } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import type { Fuel, RegisteredVehicle, VehicleRestriction } from '../register/vehicle.js';

export const schemes: EducationSchemes = {
  language: 'sv',
  institution: 'SE-SKOLENHET',
  framework: 'SE-SeQF',
  schoolGrades: 'SE-A-F',
  universityGrades: 'SE-A-F',
};

/** Betygsdatabasen, final grades of upper secondary schools. */
export const betygsdatabasen = new NationalRegister(
  'betygsdatabasen',
  new RecordShape<SchoolLeaving>({
    school: groupAt('skolenhet', { id: at('kod'), name: at('namn') }),
    certificate: at('examen'),
    awardedOn: at('utfardad', compact),
    results: listAt('betyg', { subject: at('kurs'), grade: at('betyg') }),
  }),
);

/** Pensionable income and credited periods of the Pensions Agency. */
export const intjänanderegistret = new NationalRegister(
  'intjananderegistret',
  new RecordShape<InsuranceRecord>({
    periods: listAt<InsuredPeriod>('perioder', {
      from: at('from', compact),
      to: at('tom', compact),
      kind: at(
        'slag',
        codes<InsuredPeriod['kind']>({
          employment: 'ANST',
          'self-employment': 'NÄR',
          unemployment: 'ALÖ',
          childcare: 'BARN',
          military: 'PLIKT',
        }),
      ),
      employer: groupAt('arbetsgivare', { number: at('orgnr'), name: at('namn') }),
      base: at('pensionsgrundandeInkomst'),
    }),
    pension: at('prognos.kronorPerManad'),
    calculatedOn: at('prognos.datum', compact),
  }),
);

/** Vägtrafikregistret. */
export const vägtrafikregistret = new NationalRegister(
  'vagtrafikregistret',
  new RecordShape<RegisteredVehicle>({
    plate: at('registreringsnummer'),
    vin: at('chassinummer'),
    make: at('fabrikat'),
    type: at('typ'),
    commercialName: at('handelsbeteckning'),
    category: at('fordonskategori'),
    colour: at('farg'),
    firstRegistered: at('datumForstaRegistrering', compact),
    registered: at('datumRegistrering', compact),
    fuel: at(
      'drivmedel',
      codes<Fuel>({ PETROL: '1', DIESEL: '2', ELECTRIC: '3', HYBRID: '33', GAS: '9', OTHER: '99' }),
    ),
    massInService: at('tjanstevikt'),
    maxMass: at('totalvikt'),
    powerKw: at('motoreffekt'),
    displacement: at('slagvolym'),
    co2: at('utslappCo2'),
    mileage: at('matarstallning.kilometer'),
    mileageReadOn: at('matarstallning.avlast', compact),
    inspectionUntil: at('besiktigasSenast', compact),
    restrictions: eachAt(
      'sparrar',
      codes<VehicleRestriction>({
        scrapped: 'skrotad',
        stolen: 'stulen',
        ban: 'körförbud',
        lien: 'kreditköp',
        'inspection-expired': 'besiktning saknas',
      }),
    ),
  }),
);
