import { firstFree } from '../identifiers/person-numbers.js';
import type { CompanyEntry } from '../register/company-register.js';
import type { InsuranceRecord } from '../register/insurance.js';
import { type SimulatedPerson, simulatedPerson } from '../simulation/simulated-person.js';
import { syntheticPersonasKodi } from './identifiers.js';

const einosNumber = firstFree(syntheticPersonasKodi(500)('1983-08-03'), new Set());

/** The people of the stories whom Latvia knows, on published test numbers. */
export function personas(): readonly SimulatedPerson[] {
  return [
    simulatedPerson({
      number: { scheme: 'LV-PK', value: '32867300679' },
      otherNumbers: [{ scheme: 'LV-PK', value: '16117519997' }],
      familyName: 'Kalniņa',
      givenName: 'Ilze',
      dateOfBirth: '1975-11-16',
      sex: 'FEMALE',
      citizenship: ['LV'],
      birth: {
        place: { geographicName: 'Liepāja', adminUnitL1: 'LV', adminUnitL2: 'LV00' },
        registeredOn: '1975-11-25',
        entry: '1975/204',
      },
      residence: { type: 'permanent', address: rīga('Tērbatas iela', '14-6'), startDate: '2009-10-01' },
    }),
    simulatedPerson({
      number: einosNumber,
      otherNumbers: [{ scheme: 'FI-HETU', value: '030883-925M', foreign: true }],
      familyName: 'Makinens',
      formerFamilyNames: ['Mäkinen'],
      givenName: 'Eino',
      dateOfBirth: '1983-08-03',
      sex: 'MALE',
      citizenship: ['FI'],
      residence: {
        type: 'temporary',
        address: rīga('Brīvības iela', '70-12'),
        startDate: '2014-02-01',
        endDate: '2016-01-31',
      },
      foreignEidas: ['FI/LV/030883-925M'],
    }),
  ];
}

/** Employs the people of the stories; the number is fictitious. */
export const company: CompanyEntry = {
  number: '49999000014',
  name: 'SIA "Paraugs"',
  form: 'SIA',
  status: 'active',
  statusDate: '1995-03-01',
  registeredOn: '1995-03-01',
  address: rīga('Kr. Barona iela', '2'),
  activities: ['6210'],
  shareCapital: 2800,
  vatNumber: 'LV49999000014',
  representatives: [],
};

const employer = { number: company.number, name: company.name };

/** Insurance of Eino Mäkinen, and of Ilze Kalniņa under the code she had before. */
export const insuranceRecords: Readonly<Record<string, InsuranceRecord>> = {
  [einosNumber.value]: {
    periods: [{ from: '2014-02-01', to: '2016-01-31', kind: 'employment', employer, base: 19200 }],
    pension: 210,
    calculatedOn: '2026-10-01',
  },
  '16117519997': {
    periods: [
      { from: '1998-09-01', to: '2005-05-31', kind: 'employment', employer, base: 9600 },
      { from: '2005-06-01', to: '2006-06-30', kind: 'childcare', base: 4800 },
      { from: '2006-07-01', kind: 'employment', employer, base: 18400 },
    ],
    pension: 640,
    calculatedOn: '2026-10-01',
  },
};

function rīga(street: string, house: string): SimulatedPerson['residence']['address'] {
  return {
    fullAddress: `${street} ${house}, Rīga, LV-1050`,
    thoroughfare: street,
    locatorDesignator: house,
    postCode: 'LV-1050',
    postName: 'Rīga',
    adminUnitL1: 'LV',
    adminUnitL2: 'LV00',
  };
}
