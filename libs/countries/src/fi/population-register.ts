import type { Address } from '@oots/evidence';
import { codes, numeric } from '../register/national-codes.js';
import { compact } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { numberIn } from '../register/person-number-codec.js';
import type { Custody, MaritalStatus, PopulationEntry, Relative, ResidenceType } from '../register/population-entry.js';
import { type Places, RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';

export const osoite: Places<Address> = {
  fullAddress: at('osoiterivi'),
  thoroughfare: at('katunimi'),
  locatorDesignator: at('katunumeroJaHuoneisto'),
  postCode: at('postinumero'),
  postName: at('postitoimipaikka'),
  adminUnitL1: at('maakoodi', numeric),
  adminUnitL2: at('nutsAlue'),
};

/** Siviilisääty, codes of the Population Information System. */
export const siviilisääty = codes<MaritalStatus>({
  SINGLE: '1',
  MARRIED: '2',
  SEPARATED: '3',
  DIVORCED: '4',
  WIDOWED: '5',
  PARTNERSHIP: '6',
});

/** Väestötietojärjestelmä. Dates are `19870224`, countries three digits. */
export const väestötietojärjestelmä = new NationalRegister(
  'vaestotietojarjestelma',
  new RecordShape<PopulationEntry>({
    number: at('henkilotunnus', numberIn('FI-HETU')),
    otherNumbers: listAt('muutTunnukset', { value: at('tunnus'), scheme: at('laji'), foreign: at('ulkomainen') }),
    familyName: at('nimi.sukunimi'),
    givenName: at('nimi.etunimet'),
    formerFamilyNames: eachAt('nimi.entisetSukunimet'),
    dateOfBirth: at('syntymaaika', compact),
    dateOfDeath: at('kuolinpaiva', compact),
    sex: at('sukupuoli', codes({ MALE: '1', FEMALE: '2' })),
    citizenship: eachAt('kansalaisuudet', numeric),
    maritalStatus: at('siviilisaaty', siviilisääty),
    birth: groupAt('syntyma', {
      place: groupAt('paikka', {
        geographicName: at('kunta'),
        adminUnitL1: at('maakoodi', numeric),
        adminUnitL2: at('nutsAlue'),
      }),
      registeredOn: at('rekisterointipaiva', compact),
      entry: at('asianumero'),
    }),
    residence: groupAt('vakinainenAsuinpaikka', {
      type: at('laji', codes<ResidenceType>({ permanent: 'V', temporary: 'T', 'municipal-registration': 'K' })),
      address: groupAt('kotimainenOsoite', osoite),
      startDate: at('alkupaiva', compact),
      endDate: at('loppupaiva', compact),
      movedTo: groupAt('ulkomainenOsoite', osoite),
    }),
    relatives: listAt('sukulaiset', {
      relationship: at(
        'suhde',
        codes<Relative['relationship']>({ SPOUSE: 'puoliso', CHILD: 'lapsi', PARENT: 'vanhempi' }),
      ),
      number: at('henkilotunnus'),
      custody: at('huolto', codes<Custody>({ SOLE: 'yksinhuolto', JOINT: 'yhteishuolto', NONE: 'ei huoltoa' })),
    }),
    protected: at('turvakielto'),
  }),
);
