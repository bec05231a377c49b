import type { CompanyEntry } from '../register/company-register.js';
import type { InsuranceRecord } from '../register/insurance.js';
import { type SimulatedPerson, simulatedPerson } from '../simulation/simulated-person.js';

/** The people of the stories who live in Finland, on published test numbers. */
export function personas(): readonly SimulatedPerson[] {
  return [
    simulatedPerson({
      number: { scheme: 'FI-HETU', value: '291292-918R' },
      familyName: 'Virtanen',
      givenName: 'Aino',
      dateOfBirth: '1992-12-29',
      sex: 'FEMALE',
      citizenship: ['FI'],
      birth: {
        place: { geographicName: 'Helsinki', adminUnitL1: 'FI', adminUnitL2: 'FI1B' },
        registeredOn: '1993-01-07',
        entry: '1993/41',
      },
      residence: { type: 'permanent', address: helsinki('Runeberginkatu', '12 A 7'), startDate: '2019-08-01' },
    }),
    simulatedPerson({
      number: { scheme: 'FI-HETU', value: '030883-925M' },
      familyName: 'Mäkinen',
      givenName: 'Eino',
      dateOfBirth: '1983-08-03',
      sex: 'MALE',
      citizenship: ['FI'],
      birth: {
        place: { geographicName: 'Oulu', adminUnitL1: 'FI', adminUnitL2: 'FI1D' },
        registeredOn: '1983-08-12',
        entry: '1983/870',
      },
      residence: { type: 'permanent', address: helsinki('Fredrikinkatu', '33 B 20'), startDate: '2016-02-01' },
    }),
  ];
}

/** Employs the people of the stories; the number is fictitious. */
export const employer: CompanyEntry = {
  number: '9990001-6',
  name: 'Näyte Oy',
  form: 'OY',
  status: 'active',
  statusDate: '1999-03-01',
  registeredOn: '1999-03-01',
  address: helsinki('Mannerheimintie', '100'),
  activities: ['6210'],
  shareCapital: 2500,
  vatNumber: 'FI99900016',
  representatives: [],
};

/** What the Finnish Centre for Pensions holds for Eino Mäkinen, who also worked in Sweden and Latvia. */
export const einosInsurance: InsuranceRecord = {
  periods: [
    {
      from: '2005-06-01',
      to: '2010-12-31',
      kind: 'employment',
      employer: { number: employer.number, name: employer.name },
      base: 29400,
    },
    {
      from: '2016-02-01',
      kind: 'employment',
      employer: { number: employer.number, name: employer.name },
      base: 48600,
    },
  ],
  pension: 1180,
  calculatedOn: '2026-10-01',
};

function helsinki(street: string, house: string): SimulatedPerson['residence']['address'] {
  return {
    fullAddress: `${street} ${house}, 00100 Helsinki`,
    thoroughfare: street,
    locatorDesignator: house,
    postCode: '00100',
    postName: 'Helsinki',
    adminUnitL1: 'FI',
    adminUnitL2: 'FI1B',
  };
}
