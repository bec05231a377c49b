import { firstFree } from '../identifiers/person-numbers.js';
import type { CompanyEntry } from '../register/company-register.js';
import type { InsuranceRecord } from '../register/insurance.js';
import type { RegisteredVehicle } from '../register/vehicle.js';
import { type SimulatedPerson, simulatedPerson } from '../simulation/simulated-person.js';
import { testPersonnummer, testSamordningsnummer } from './identifiers.js';

const einosNumber = firstFree(testSamordningsnummer('1983-08-03', 'MALE'), new Set());

/** The people of the stories who live in Sweden or worked there, on published test numbers. */
export function personas(): readonly SimulatedPerson[] {
  return [
    simulatedPerson({
      number: { scheme: 'SE-PNR', value: '199107172380' },
      familyName: 'Lind',
      givenName: 'Elsa',
      dateOfBirth: '1991-07-17',
      sex: 'FEMALE',
      citizenship: ['SE'],
      birth: {
        place: { geographicName: 'Uppsala', adminUnitL1: 'SE', adminUnitL2: 'SE12' },
        registeredOn: '1991-07-29',
        entry: '1991/2210',
      },
      residence: { type: 'permanent', address: stockholm('Vasagatan', '18 lgh 1203'), startDate: '2018-04-01' },
    }),
    simulatedPerson({
      number: { scheme: 'SE-PNR', value: '199610202385' },
      familyName: 'Lind',
      givenName: 'Elsa',
      dateOfBirth: '1996-10-20',
      sex: 'FEMALE',
      citizenship: ['SE'],
      residence: { type: 'permanent', address: stockholm('Kungsgatan', '1'), startDate: '2023-01-15' },
      protected: true,
    }),
    simulatedPerson({
      number: einosNumber,
      otherNumbers: [{ scheme: 'FI-HETU', value: '030883-925M', foreign: true }],
      familyName: 'Mäkinen',
      givenName: 'Eino',
      dateOfBirth: '1983-08-03',
      sex: 'MALE',
      citizenship: ['FI'],
      residence: {
        type: 'temporary',
        address: stockholm('Drottninggatan', '50'),
        startDate: '2011-01-10',
        endDate: '2013-12-31',
      },
      foreignEidas: ['FI/SE/030883-925M'],
    }),
    simulatedPerson({
      number: firstFree(testPersonnummer('1988-02-11', 'MALE'), new Set()),
      otherNumbers: [firstFree(testSamordningsnummer('1988-02-11', 'MALE'), new Set())],
      familyName: 'Petraitis',
      givenName: 'Jonas',
      dateOfBirth: '1988-02-11',
      sex: 'MALE',
      citizenship: ['LT'],
      residence: { type: 'permanent', address: stockholm('Vasagatan', '5'), startDate: '2021-09-01' },
    }),
  ];
}

/** The car Elsa Lind sells to a buyer in Estonia. */
export const elsasCar: RegisteredVehicle = {
  plate: 'ABC 12D',
  vin: 'YV1ZZ12B0K1234567',
  make: 'VOLVO',
  type: 'V60',
  commercialName: 'V60 T4',
  category: 'M1',
  colour: 'grey',
  firstRegistered: '2019-04-02',
  registered: '2019-04-02',
  fuel: 'PETROL',
  massInService: 1650,
  maxMass: 2200,
  powerKw: 140,
  displacement: 1969,
  co2: 145,
  mileage: 98200,
  mileageReadOn: '2026-10-11',
  inspectionUntil: '2027-03-31',
  restrictions: [],
};

/** Employed Eino Mäkinen; the number is fictitious. */
export const employer: CompanyEntry = {
  number: '5569999013',
  name: 'Provbolaget AB',
  form: 'AB',
  status: 'active',
  statusDate: '1999-03-01',
  registeredOn: '1999-03-01',
  address: stockholm('Kungsgatan', '40'),
  activities: ['6210'],
  shareCapital: 25000,
  vatNumber: 'SE556999901301',
  representatives: [],
};

/** What Eino Mäkinen earned towards a Swedish pension, under his samordningsnummer. */
export const einosInsurance: Readonly<Record<string, InsuranceRecord>> = {
  [einosNumber.value]: {
    periods: [
      {
        from: '2011-01-10',
        to: '2013-12-31',
        kind: 'employment',
        employer: { number: employer.number, name: employer.name },
        base: 412000,
      },
    ],
    pension: 2140,
    calculatedOn: '2026-10-01',
  },
};

function stockholm(street: string, house: string): SimulatedPerson['residence']['address'] {
  return {
    fullAddress: `${street} ${house}, 111 22 Stockholm`,
    thoroughfare: street,
    locatorDesignator: house,
    postCode: '11122',
    postName: 'Stockholm',
    adminUnitL1: 'SE',
    adminUnitL2: 'SE11',
  };
}
