import type { CompanyEntry, Representative } from '../register/company-register.js';
import { codes } from '../register/national-codes.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import { adresse } from './population-register.js';

/** Enhetsregisteret. */
export const enhetsregisteret = new NationalRegister(
  'enhetsregisteret',
  new RecordShape<CompanyEntry>({
    number: at('organisasjonsnummer'),
    name: at('navn'),
    form: at('organisasjonsform.kode'),
    status: at(
      'status',
      codes<CompanyEntry['status']>({
        active: 'registrert',
        'in-liquidation': 'underAvvikling',
        'struck-off': 'slettet',
      }),
    ),
    statusDate: at('statusdato'),
    registeredOn: at('registreringsdatoEnhetsregisteret'),
    address: groupAt('forretningsadresse', adresse),
    activities: eachAt('naeringskoder'),
    shareCapital: at('kapital.belop'),
    vatNumber: at('mvaNummer'),
    representatives: listAt<Representative>('signatur', {
      number: at('foedselsnummer'),
      familyName: at('etternavn'),
      givenName: at('fornavn'),
      scope: at(
        'maate',
        codes<Representative['scope']>({ ALONE: 'hverForSeg', JOINT: 'iFellesskap', LIMITED: 'begrenset' }),
      ),
      from: at('fraDato'),
    }),
  }),
);
