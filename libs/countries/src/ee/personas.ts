import type { CompanyEntry } from '../register/company-register.js';
import { type SimulatedPerson, parent, simulatedPerson } from '../simulation/simulated-person.js';
import { addressIn } from '../simulation/country-facts.js';
import { facts } from './simulation-facts.js';

const [tallinn] = facts.towns;
const born = (place: string, registeredOn: string, entry: string): NonNullable<SimulatedPerson['birth']> => ({
  place: { geographicName: place, adminUnitL1: 'EE', adminUnitL2: 'EE00' },
  registeredOn,
  entry,
});
const inTallinn = (street: string, house: string) => {
  if (!tallinn) throw new RangeError('Estonia has a capital');
  return addressIn(facts, street, house, tallinn);
};

/** The people of the stories who live in Estonia, on published test numbers. */
export function personas(): readonly SimulatedPerson[] {
  const mari = simulatedPerson({
    number: { scheme: 'EE-IK', value: '60001019906' },
    familyName: 'Tamm',
    givenName: 'Mari',
    dateOfBirth: '2000-01-01',
    sex: 'FEMALE',
    citizenship: ['EE'],
    birth: born('Tallinn', '2000-01-10', '2000/17'),
    residence: { type: 'permanent', address: inTallinn('Sadama', '3-5'), startDate: '2024-03-01' },
  });
  const liis = simulatedPerson({
    number: { scheme: 'EE-IK', value: '62105120208' },
    familyName: 'Tamm',
    givenName: 'Liis',
    dateOfBirth: '2021-05-12',
    sex: 'FEMALE',
    citizenship: ['EE'],
    birth: born('Tallinn', '2021-05-20', '2021/611'),
    residence: { type: 'permanent', address: inTallinn('Sadama', '3-5'), startDate: '2024-03-01' },
  });
  parent(mari, liis, 'SOLE');
  const jaan = simulatedPerson({
    number: { scheme: 'EE-IK', value: '39901012239' },
    familyName: 'Kask',
    givenName: 'Jaan',
    dateOfBirth: '1999-01-01',
    sex: 'MALE',
    citizenship: ['EE'],
    birth: born('Tartu', '1999-01-12', '1999/23'),
    residence: { type: 'permanent', address: inTallinn('Kauba', '7-2'), startDate: '2017-08-15' },
  });
  return [mari, liis, jaan];
}

/** Jaan Kask's company; the number is fictitious. */
export const näide: CompanyEntry = {
  number: '19999992',
  name: 'Näide OÜ',
  form: 'OÜ',
  status: 'active',
  statusDate: '2018-05-04',
  registeredOn: '2018-05-04',
  address: {
    fullAddress: 'Kauba 7, 10115 Tallinn',
    thoroughfare: 'Kauba',
    locatorDesignator: '7',
    postCode: '10115',
    postName: 'Tallinn',
    adminUnitL1: 'EE',
    adminUnitL2: 'EE00',
  },
  activities: ['4711'],
  shareCapital: 2500,
  vatNumber: 'EE999999992',
  representatives: [
    { number: '39901012239', familyName: 'Kask', givenName: 'Jaan', scope: 'ALONE', from: '2018-05-04' },
  ],
};
