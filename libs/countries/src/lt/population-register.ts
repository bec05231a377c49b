import type { Address } from '@oots/evidence';
import { codes, flags } from '../register/national-codes.js';
import { NationalRegister } from '../register/national-register.js';
import { numberIn } from '../register/person-number-codec.js';
import type { Custody, MaritalStatus, PopulationEntry, Relative, ResidenceType } from '../register/population-entry.js';
import { type Places, RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';

export const adresas: Places<Address> = {
  fullAddress: at('adresoTekstas'),
  thoroughfare: at('gatve'),
  locatorDesignator: at('namasButas'),
  postCode: at('pastoKodas'),
  postName: at('gyvenamojiVietove'),
  adminUnitL1: at('valstybe'),
  adminUnitL2: at('nuts'),
};

export const šeiminėPadėtis = codes<MaritalStatus>({
  SINGLE: 'nevedęs / netekėjusi',
  MARRIED: 'vedęs / ištekėjusi',
  PARTNERSHIP: 'partnerystė',
  SEPARATED: 'gyvena skyrium',
  DIVORCED: 'išsituokęs / išsituokusi',
  WIDOWED: 'našlys / našlė',
});

/** Gyventojų registras. Dates are ISO 8601, as Lithuania writes them anyway. */
export const gyventojųRegistras = new NationalRegister(
  'gyventoju-registras',
  new RecordShape<PopulationEntry>({
    number: at('asmensKodas', numberIn('LT-AK')),
    otherNumbers: listAt('kitiKodai', { value: at('kodas'), scheme: at('rusis'), foreign: at('uzsienio') }),
    familyName: at('pavarde'),
    givenName: at('vardas'),
    formerFamilyNames: eachAt('ankstesnesPavardes'),
    dateOfBirth: at('gimimoData'),
    dateOfDeath: at('mirtiesData'),
    sex: at('lytis', codes({ FEMALE: 'moteris', MALE: 'vyras' })),
    citizenship: eachAt('pilietybes'),
    maritalStatus: at('seiminePadetis', šeiminėPadėtis),
    birth: groupAt('gimimoAktas', {
      place: groupAt('gimimoVieta', {
        geographicName: at('vieta'),
        adminUnitL1: at('valstybe'),
        adminUnitL2: at('nuts'),
      }),
      registeredOn: at('irasoData'),
      entry: at('irasoNumeris'),
    }),
    residence: groupAt('gyvenamojiVieta', {
      type: at(
        'rusis',
        codes<ResidenceType>({
          permanent: 'deklaruota',
          temporary: 'laikina',
          'municipal-registration': 'savivaldybės apskaita',
        }),
      ),
      address: groupAt('adresas', adresas),
      startDate: at('nuo'),
      endDate: at('iki'),
      movedTo: groupAt('isvykimoAdresas', adresas),
    }),
    relatives: listAt('rysiai', {
      relationship: at(
        'rysys',
        codes<Relative['relationship']>({ SPOUSE: 'sutuoktinis', CHILD: 'vaikas', PARENT: 'tėvas ar motina' }),
      ),
      number: at('asmensKodas'),
      custody: at('globa', codes<Custody>({ SOLE: 'vieno', JOINT: 'bendra', NONE: 'nėra' })),
    }),
    protected: at('ribojamasTeikimas', flags('taip', 'ne')),
  }),
);
