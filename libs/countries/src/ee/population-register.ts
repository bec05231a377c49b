import type { Address } from '@oots/evidence';
import { alpha3, codes, flags } from '../register/national-codes.js';
import { dotted } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { numberIn } from '../register/person-number-codec.js';
import type { Custody, MaritalStatus, PopulationEntry, Relative, ResidenceType } from '../register/population-entry.js';
import { type Places, RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';

/** As all Estonian registers write addresses (ADS). */
export const aadress: Places<Address> = {
  fullAddress: at('taisaadress'),
  thoroughfare: at('liikluspind'),
  locatorDesignator: at('aadressinumber'),
  postCode: at('sihtnumber'),
  postName: at('asustusyksus'),
  adminUnitL1: at('riik', alpha3),
  adminUnitL2: at('nuts'),
};

export const perekonnaseis = codes<MaritalStatus>({
  SINGLE: 'vallaline',
  MARRIED: 'abielus',
  PARTNERSHIP: 'registreeritud kooselus',
  SEPARATED: 'lahus',
  DIVORCED: 'lahutatud',
  WIDOWED: 'lesk',
});

/** Rahvastikuregister. Dates are `24.02.1987`, countries ISO alpha-3. */
export const rahvastikuregister = new NationalRegister(
  'rahvastikuregister',
  new RecordShape<PopulationEntry>({
    number: at('isikukood', numberIn('EE-IK')),
    otherNumbers: listAt('muudIsikukoodid', { value: at('kood'), scheme: at('liik'), foreign: at('valisriigiKood') }),
    familyName: at('perenimi'),
    givenName: at('eesnimi'),
    formerFamilyNames: eachAt('endisedPerenimed'),
    dateOfBirth: at('synniaeg', dotted),
    dateOfDeath: at('surmaaeg', dotted),
    sex: at('sugu', codes({ FEMALE: 'N', MALE: 'M' })),
    citizenship: eachAt('kodakondsused', alpha3),
    maritalStatus: at('perekonnaseis', perekonnaseis),
    birth: groupAt('synniregistreering', {
      place: groupAt('synnikoht', {
        geographicName: at('koht'),
        adminUnitL1: at('riik', alpha3),
        adminUnitL2: at('nuts'),
      }),
      registeredOn: at('kandeKuupaev', dotted),
      entry: at('kandeNumber'),
    }),
    residence: groupAt('elukoht', {
      type: at(
        'liik',
        codes<ResidenceType>({ permanent: 'alaline', temporary: 'ajutine', 'municipal-registration': 'KOV' }),
      ),
      address: groupAt('aadress', aadress),
      startDate: at('alates', dotted),
      endDate: at('kuni', dotted),
      movedTo: groupAt('lahkumisaadress', aadress),
    }),
    relatives: listAt('seosed', {
      relationship: at('suhe', codes<Relative['relationship']>({ SPOUSE: 'abikaasa', CHILD: 'laps', PARENT: 'vanem' })),
      number: at('isikukood'),
      custody: at('hooldusoigus', codes<Custody>({ SOLE: 'ainuhooldus', JOINT: 'ühine', NONE: 'puudub' })),
    }),
    protected: at('juurdepaasupiirang', flags('J', 'E')),
  }),
);
