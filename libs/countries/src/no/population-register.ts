import type { Address } from '@oots/evidence';
import { alpha3, codes, flags } from '../register/national-codes.js';
import { NationalRegister } from '../register/national-register.js';
import { numberIn } from '../register/person-number-codec.js';
import type { Custody, MaritalStatus, PopulationEntry, Relative, ResidenceType } from '../register/population-entry.js';
import { type Places, RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import { schemeOfFødselsnummer } from './identifiers.js';

export const adresse: Places<Address> = {
  fullAddress: at('adressetekst'),
  thoroughfare: at('vegadresse.adressenavn'),
  locatorDesignator: at('vegadresse.adressenummer'),
  postCode: at('poststed.postnummer'),
  postName: at('poststed.poststedsnavn'),
  adminUnitL1: at('landkode', alpha3),
  adminUnitL2: at('nuts'),
};

export const sivilstand = codes<MaritalStatus>({
  SINGLE: 'ugift',
  MARRIED: 'gift',
  PARTNERSHIP: 'registrertPartner',
  SEPARATED: 'separert',
  DIVORCED: 'skilt',
  WIDOWED: 'enkeEllerEnkemann',
});

/** Folkeregisteret. Countries are ISO alpha-3; names and addresses are nested as its interface nests them. */
export const folkeregisteret = new NationalRegister(
  'folkeregisteret',
  new RecordShape<PopulationEntry>({
    number: at('identifikasjonsnummer.foedselsEllerDNummer', numberIn(schemeOfFødselsnummer)),
    otherNumbers: listAt('andreIdentifikasjonsnumre', {
      value: at('nummer'),
      scheme: at('type'),
      foreign: at('utenlandsk'),
    }),
    familyName: at('navn.etternavn'),
    givenName: at('navn.fornavn'),
    formerFamilyNames: eachAt('navn.tidligereEtternavn'),
    dateOfBirth: at('foedselsdato'),
    dateOfDeath: at('doedsfall.doedsdato'),
    sex: at('kjoenn', codes({ FEMALE: 'kvinne', MALE: 'mann' })),
    citizenship: eachAt('statsborgerskap', alpha3),
    maritalStatus: at('sivilstand', sivilstand),
    birth: groupAt('foedselINorge', {
      place: groupAt('foedested', {
        geographicName: at('foedekommune'),
        adminUnitL1: at('foedeland', alpha3),
        adminUnitL2: at('nuts'),
      }),
      registeredOn: at('registreringsdato'),
      entry: at('meldingsnummer'),
    }),
    residence: groupAt('bosted', {
      type: at(
        'art',
        codes<ResidenceType>({
          permanent: 'bosatt',
          temporary: 'midlertidig',
          'municipal-registration': 'ukjentBosted',
        }),
      ),
      address: groupAt('bostedsadresse', adresse),
      startDate: at('gyldighetstidspunkt'),
      endDate: at('opphoerstidspunkt'),
      movedTo: groupAt('utflytting', adresse),
    }),
    relatives: listAt('familierelasjoner', {
      relationship: at(
        'relatertPersonsRolle',
        codes<Relative['relationship']>({ SPOUSE: 'ektefelleEllerPartner', CHILD: 'barn', PARENT: 'forelder' }),
      ),
      number: at('relatertPerson'),
      custody: at('foreldreansvar', codes<Custody>({ SOLE: 'alene', JOINT: 'felles', NONE: 'ingen' })),
    }),
    protected: at('adressegradering', flags('strengtFortrolig', 'ugradert')),
  }),
);
