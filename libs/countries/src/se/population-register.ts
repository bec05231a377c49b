import type { Address } from '@oots/evidence';
import { codes, flags } from '../register/national-codes.js';
import { compact } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { numberIn } from '../register/person-number-codec.js';
import type { Custody, MaritalStatus, PopulationEntry, Relative, ResidenceType } from '../register/population-entry.js';
import { type Places, RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import { schemeOfPersonnummer } from './identifiers.js';

export const adress: Places<Address> = {
  fullAddress: at('utdelningsadress'),
  thoroughfare: at('gatunamn'),
  locatorDesignator: at('gatunummer'),
  postCode: at('postnr'),
  postName: at('postort'),
  adminUnitL1: at('land'),
  adminUnitL2: at('nuts'),
};

/** Civilståndskod of Navet. */
export const civilstånd = codes<MaritalStatus>({
  SINGLE: 'OG',
  MARRIED: 'G',
  WIDOWED: 'Ä',
  DIVORCED: 'S',
  PARTNERSHIP: 'RP',
  SEPARATED: 'SP',
});

/** Folkbokföringen as Navet hands it out. Dates are `19870224`; relations are typed by letters. */
export const folkbokföring = new NationalRegister(
  'folkbokforing',
  new RecordShape<PopulationEntry>({
    number: at('personId', numberIn(schemeOfPersonnummer)),
    otherNumbers: listAt('hanvisningar', { value: at('id'), scheme: at('typ'), foreign: at('utlandskt') }),
    familyName: at('namn.efternamn'),
    givenName: at('namn.fornamn'),
    formerFamilyNames: eachAt('namn.tidigareEfternamn'),
    dateOfBirth: at('fodelsedatum', compact),
    dateOfDeath: at('avregistrering.datum', compact),
    sex: at('kon', codes({ MALE: 'M', FEMALE: 'K' })),
    citizenship: eachAt('medborgarskap'),
    maritalStatus: at('civilstand', civilstånd),
    birth: groupAt('fodelse', {
      place: groupAt('ort', {
        geographicName: at('hemortSverige'),
        adminUnitL1: at('fodelseland'),
        adminUnitL2: at('nuts'),
      }),
      registeredOn: at('registreringsdatum', compact),
      entry: at('arendenummer'),
    }),
    residence: groupAt('folkbokforing', {
      type: at('typ', codes<ResidenceType>({ permanent: 'FB', temporary: 'TA', 'municipal-registration': 'PK' })),
      address: groupAt('folkbokforingsadress', adress),
      startDate: at('folkbokforingsdatum', compact),
      endDate: at('avregistreringsdatum', compact),
      movedTo: groupAt('utlandsadress', adress),
    }),
    relatives: listAt('relationer', {
      relationship: at('relationstyp', codes<Relative['relationship']>({ SPOUSE: 'M', CHILD: 'B', PARENT: 'F' })),
      number: at('relationId'),
      custody: at('vardnad', codes<Custody>({ SOLE: 'ensam', JOINT: 'gemensam', NONE: 'ingen' })),
    }),
    protected: at('skyddadFolkbokforing', flags('J', 'N')),
  }),
);
