import type { Address } from '@oots/evidence';
import { codes, flags } from '../register/national-codes.js';
import { dotted } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { numberIn } from '../register/person-number-codec.js';
import type { Custody, MaritalStatus, PopulationEntry, Relative, ResidenceType } from '../register/population-entry.js';
import { type Places, RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';

export const adrese: Places<Address> = {
  fullAddress: at('adresesTeksts'),
  thoroughfare: at('iela'),
  locatorDesignator: at('majaDzivoklis'),
  postCode: at('pastaIndekss'),
  postName: at('pilseta'),
  adminUnitL1: at('valsts'),
  adminUnitL2: at('nuts'),
};

export const ģimenesStāvoklis = codes<MaritalStatus>({
  SINGLE: 'neprecējies',
  MARRIED: 'precējies',
  PARTNERSHIP: 'partnerībā',
  SEPARATED: 'dzīvo šķirti',
  DIVORCED: 'šķīries',
  WIDOWED: 'atraitnis',
});

/** Fizisko personu reģistrs. A changed personas kods stays on record as an earlier one. Dates are `24.02.1987`. */
export const fiziskoPersonuReģistrs = new NationalRegister(
  'fizisko-personu-registrs',
  new RecordShape<PopulationEntry>({
    number: at('personasKods', numberIn('LV-PK')),
    otherNumbers: listAt('iepriekšējieKodi', { value: at('kods'), scheme: at('veids'), foreign: at('ārvalsts') }),
    familyName: at('uzvards'),
    givenName: at('vards'),
    formerFamilyNames: eachAt('iepriekšējieUzvārdi'),
    dateOfBirth: at('dzimsanasDatums', dotted),
    dateOfDeath: at('miršanasDatums', dotted),
    sex: at('dzimums', codes({ FEMALE: 'S', MALE: 'V' })),
    citizenship: eachAt('valstiskāPiederība'),
    maritalStatus: at('gimenesStavoklis', ģimenesStāvoklis),
    birth: groupAt('dzimsanasRegistrs', {
      place: groupAt('dzimšanasVieta', {
        geographicName: at('vieta'),
        adminUnitL1: at('valsts'),
        adminUnitL2: at('nuts'),
      }),
      registeredOn: at('ierakstaDatums', dotted),
      entry: at('ierakstaNumurs'),
    }),
    residence: groupAt('dzivesvieta', {
      type: at(
        'statuss',
        codes<ResidenceType>({ permanent: 'deklarētā', temporary: 'papildu', 'municipal-registration': 'ierakstītā' }),
      ),
      address: groupAt('adrese', adrese),
      startDate: at('no', dotted),
      endDate: at('līdz', dotted),
      movedTo: groupAt('adreseĀrvalstī', adrese),
    }),
    relatives: listAt('saites', {
      relationship: at(
        'saite',
        codes<Relative['relationship']>({ SPOUSE: 'laulātais', CHILD: 'bērns', PARENT: 'vecāks' }),
      ),
      number: at('personasKods'),
      custody: at('aizgādība', codes<Custody>({ SOLE: 'atsevišķa', JOINT: 'kopīga', NONE: 'nav' })),
    }),
    protected: at('ierobežotaInformācija', flags('jā', 'nē')),
  }),
);
