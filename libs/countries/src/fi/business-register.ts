import type { CompanyEntry, Representative } from '../register/company-register.js';
import { codes } from '../register/national-codes.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import { osoite } from './population-register.js';

/** Kaupparekisteri. */
export const kaupparekisteri = new NationalRegister(
  'kaupparekisteri',
  new RecordShape<CompanyEntry>({
    number: at('ytunnus'),
    name: at('toiminimi'),
    form: at('yritysmuoto'),
    status: at(
      'tila',
      codes<CompanyEntry['status']>({
        active: 'rekisterissä',
        'in-liquidation': 'selvitystilassa',
        'struck-off': 'lakannut',
      }),
    ),
    statusDate: at('tilanAlku'),
    registeredOn: at('rekisterointipaiva'),
    address: groupAt('kayntiosoite', osoite),
    activities: eachAt('toimialat'),
    shareCapital: at('osakepaaoma'),
    vatNumber: at('alvNumero'),
    representatives: listAt<Representative>('nimenkirjoittajat', {
      number: at('henkilotunnus'),
      familyName: at('sukunimi'),
      givenName: at('etunimet'),
      scope: at('oikeus', codes<Representative['scope']>({ ALONE: 'yksin', JOINT: 'yhdessä', LIMITED: 'rajoitettu' })),
      from: at('alkaen'),
    }),
  }),
);
