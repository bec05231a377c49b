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

/** What the Finnish Centre for Pensions holds for Eino Mäkinen, who also worked in Sweden and Latvia. */
export const einosInsurance: InsuranceRecord = {
  periods: [
    {
      from: '2005-06-01',
      to: '2010-12-31',
      kind: 'employment',
      employer: { number: '9990001-1', name: 'Revontuli Oy' },
      base: 29400,
    },
    {
      from: '2016-02-01',
      kind: 'employment',
      employer: { number: '9990001-1', name: 'Revontuli Oy' },
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
