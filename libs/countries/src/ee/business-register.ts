import type { CompanyEntry, Representative } from '../register/company-register.js';
import { codes } from '../register/national-codes.js';
import { dotted } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import { aadress } from './population-register.js';

/** Äriregister. Status codes are R registered, L in liquidation, K deleted. */
export const äriregister = new NationalRegister(
  'ariregister',
  new RecordShape<CompanyEntry>({
    number: at('registrikood'),
    name: at('arinimi'),
    form: at('oiguslikVorm'),
    status: at('staatus', codes<CompanyEntry['status']>({ active: 'R', 'in-liquidation': 'L', 'struck-off': 'K' })),
    statusDate: at('staatuseAlgus', dotted),
    registeredOn: at('esmakandeKpv', dotted),
    address: groupAt('asukoht', aadress),
    activities: eachAt('tegevusalad'),
    shareCapital: at('osakapital'),
    vatNumber: at('kmkrNumber'),
    representatives: listAt<Representative>('esindajad', {
      number: at('isikukood'),
      familyName: at('perenimi'),
      givenName: at('eesnimi'),
      scope: at(
        'esindusoigus',
        codes<Representative['scope']>({ ALONE: 'ainuesindus', JOINT: 'ühine', LIMITED: 'piiratud' }),
      ),
      from: at('algus', dotted),
    }),
  }),
);
