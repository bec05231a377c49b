import { firstFree } from '../identifiers/person-numbers.js';
import type { CompanyEntry } from '../register/company-register.js';
import type { Degree } from '../register/education.js';
import type { IncomeStatement } from '../register/income.js';
import { type SimulatedPerson, marry, parent, simulatedPerson } from '../simulation/simulated-person.js';
import { syntheticDNummer } from './identifiers.js';

const dNumber = (dateOfBirth: string, sex: 'FEMALE' | 'MALE') =>
  firstFree(syntheticDNummer(dateOfBirth, sex), new Set());
const ainosNumber = dNumber('1992-12-29', 'FEMALE');

/** The people of the stories whom Norway knows, on published and synthetic test numbers. */
export function personas(): readonly SimulatedPerson[] {
  const olav = simulatedPerson({
    number: { scheme: 'NO-FNR', value: '10915596784' },
    familyName: 'Berg',
    givenName: 'Olav',
    dateOfBirth: '1955-11-10',
    sex: 'MALE',
    citizenship: ['NO'],
    residence: { type: 'permanent', address: bergen('Nygårdsgaten', '21'), startDate: '1998-05-01' },
  });
  const aino = simulatedPerson({
    number: ainosNumber,
    otherNumbers: [{ scheme: 'FI-HETU', value: '291292-918R', foreign: true }],
    familyName: 'Virtanen',
    givenName: 'Aino',
    dateOfBirth: '1992-12-29',
    sex: 'FEMALE',
    citizenship: ['FI'],
    residence: {
      type: 'temporary',
      address: bergen('Strandgaten', '9'),
      startDate: '2012-08-01',
      endDate: '2017-07-31',
    },
    foreignEidas: ['FI/NO/291292-918R'],
  });
  const tomas = simulatedPerson({
    number: dNumber('2000-01-01', 'MALE'),
    otherNumbers: [{ scheme: 'LT-AK', value: '50001018865', foreign: true }],
    familyName: 'Petrauskas',
    givenName: 'Tomas',
    dateOfBirth: '2000-01-01',
    sex: 'MALE',
    citizenship: ['LT'],
    residence: { type: 'temporary', address: bergen('Strandgaten', '44'), startDate: '2025-02-01' },
    foreignEidas: ['LT/NO/50001018865'],
  });
  const rūta = simulatedPerson({
    number: dNumber('2000-09-04', 'FEMALE'),
    familyName: 'Petrauskiene',
    givenName: 'Ruta',
    dateOfBirth: '2000-09-04',
    sex: 'FEMALE',
    citizenship: ['LT'],
    residence: { type: 'temporary', address: bergen('Strandgaten', '44'), startDate: '2025-02-01' },
  });
  const nida = simulatedPerson({
    number: { scheme: 'NO-FNR', value: '30902660085' },
    familyName: 'Petrauskaite',
    givenName: 'Nida',
    dateOfBirth: '2026-10-30',
    sex: 'FEMALE',
    citizenship: ['LT'],
    birth: {
      place: { geographicName: 'Bergen', adminUnitL1: 'NO', adminUnitL2: 'NO0A' },
      registeredOn: '2026-11-03',
      entry: '2026/118',
    },
    residence: { type: 'permanent', address: bergen('Strandgaten', '44'), startDate: '2026-10-30' },
  });
  marry(tomas, rūta);
  parent(tomas, nida, 'JOINT');
  parent(rūta, nida, 'JOINT');
  return [olav, aino, tomas, rūta, nida];
}

const UNIVERSITY_OF_OSLO = { id: '971035854', name: 'Universitetet i Oslo' };

/** Degrees of Olav Berg and of Aino Virtanen, who studied in Oslo. */
export const degrees: Readonly<Record<string, Degree>> = {
  '10915596784': {
    university: UNIVERSITY_OF_OSLO,
    title: 'Master i biologi',
    english: 'MSc Biology',
    eqf: 7,
    field: '0511',
    credits: 120,
    awardedOn: '2019-06-15',
    results: [{ course: 'Mykologi', credits: 10, grade: 'A' }],
  },
  [ainosNumber.value]: {
    university: UNIVERSITY_OF_OSLO,
    title: 'Master i informatikk',
    english: 'Master of Informatics',
    eqf: 7,
    field: '0613',
    credits: 120,
    awardedOn: '2017-06-16',
    results: [
      { course: 'Distribuerte systemer', credits: 10, grade: 'A' },
      { course: 'Algoritmer', credits: 10, grade: 'B' },
    ],
  },
};

/** Employs Olav Berg; the number is of the test series. */
export const employer: CompanyEntry = {
  number: '310000019',
  name: 'Prøvefisk AS',
  form: 'AS',
  status: 'active',
  statusDate: '1999-03-01',
  registeredOn: '1999-03-01',
  address: bergen('Strandgaten', '1'),
  activities: ['0321'],
  shareCapital: 30000,
  vatNumber: 'NO310000019MVA',
  representatives: [],
};

/** Olav Berg's reported wages. */
export const incomes: Readonly<Record<string, IncomeStatement>> = {
  '10915596784': {
    municipality: '4601',
    months: [
      { month: '2026-09', gross: 52000, withheld: 13250, employer: { number: employer.number, name: employer.name } },
    ],
  },
};

function bergen(street: string, house: string): SimulatedPerson['residence']['address'] {
  return {
    fullAddress: `${street} ${house}, 5003 Bergen`,
    thoroughfare: street,
    locatorDesignator: house,
    postCode: '5003',
    postName: 'Bergen',
    adminUnitL1: 'NO',
    adminUnitL2: 'NO0A',
  };
}
