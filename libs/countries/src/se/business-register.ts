import type { CompanyEntry, Representative } from '../register/company-register.js';
import { codes } from '../register/national-codes.js';
import { compact } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import { adress } from './population-register.js';

/** Näringslivsregistret. */
export const näringslivsregistret = new NationalRegister(
  'naringslivsregistret',
  new RecordShape<CompanyEntry>({
    number: at('organisationsnummer'),
    name: at('foretagsnamn'),
    form: at('organisationsform'),
    status: at('status', codes<CompanyEntry['status']>({ active: '10', 'in-liquidation': '20', 'struck-off': '49' })),
    statusDate: at('statusdatum', compact),
    registeredOn: at('registreringsdatum', compact),
    address: groupAt('postadress', adress),
    activities: eachAt('sni'),
    shareCapital: at('aktiekapital'),
    vatNumber: at('momsregistreringsnummer'),
    representatives: listAt<Representative>('firmatecknare', {
      number: at('personId'),
      familyName: at('efternamn'),
      givenName: at('fornamn'),
      scope: at(
        'teckning',
        codes<Representative['scope']>({ ALONE: 'var för sig', JOINT: 'i förening', LIMITED: 'särskild' }),
      ),
      from: at('tilltradde', compact),
    }),
  }),
);
