import type { SchoolLeaving } from '../register/education.js';
import { type SimulatedPerson, simulatedPerson } from '../simulation/simulated-person.js';

/** The people of the stories who live in Lithuania, on published test numbers. */
export function personas(): readonly SimulatedPerson[] {
  return [
    simulatedPerson({
      number: { scheme: 'LT-AK', value: '50001018865' },
      familyName: 'Petrauskas',
      givenName: 'Tomas',
      dateOfBirth: '2000-01-01',
      sex: 'MALE',
      citizenship: ['LT'],
      maritalStatus: 'MARRIED',
      birth: {
        place: { geographicName: 'Kaunas', adminUnitL1: 'LT', adminUnitL2: 'LT02' },
        registeredOn: '2000-01-11',
        entry: '2000/31',
      },
      residence: {
        type: 'permanent',
        address: {
          fullAddress: 'Laisvės al. 40-3, LT-44280 Kaunas',
          thoroughfare: 'Laisvės al.',
          locatorDesignator: '40-3',
          postCode: 'LT-44280',
          postName: 'Kaunas',
          adminUnitL1: 'LT',
          adminUnitL2: 'LT02',
        },
        startDate: '2018-09-01',
      },
    }),
  ];
}

/** Tomas Petrauskas's maturity certificate, with which he applies to a Finnish university. */
export const certificates: Readonly<Record<string, SchoolLeaving>> = {
  '50001018865': {
    school: { id: '990002', name: 'Kauno pavyzdinė gimnazija' },
    certificate: 'Brandos atestatas',
    awardedOn: '2018-07-20',
    results: [
      { subject: 'lietuvių kalba', grade: '9' },
      { subject: 'matematika', grade: '10' },
      { subject: 'anglų kalba', grade: '10' },
      { subject: 'fizika', grade: '9' },
    ],
  },
};
