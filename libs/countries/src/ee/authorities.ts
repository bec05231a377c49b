import type { Authority } from '../catalogue/authority.js';

const estonian = { country: 'EE', eas: '0191', language: 'ET', region: 'EE00' } as const;

export const informationSystemAuthority: Authority = {
  ...estonian,
  id: '70006317',
  name: 'Riigi Infosüsteemi Amet',
  englishName: 'Information System Authority',
};

export const ministryOfTheInterior: Authority = {
  ...estonian,
  id: '70000562',
  name: 'Siseministeerium (rahvastikuregister)',
  englishName: 'Ministry of the Interior, Population Register',
};

export const taxAndCustomsBoard: Authority = {
  ...estonian,
  id: '70000349',
  name: 'Maksu- ja Tolliamet',
  englishName: 'Tax and Customs Board',
};

export const centreOfRegisters: Authority = {
  ...estonian,
  id: '70000310',
  name: 'Registrite ja Infosüsteemide Keskus (äriregister)',
  englishName: 'Centre of Registers and Information Systems, Business Register',
};

export const transportAdministration: Authority = {
  ...estonian,
  id: '70001490',
  name: 'Transpordiamet (liiklusregister)',
  englishName: 'Transport Administration, Traffic Register',
};

export const educationAndYouthBoard: Authority = {
  ...estonian,
  id: '70009646',
  name: 'Haridus- ja Noorteamet (EHIS)',
  englishName: 'Education and Youth Board, Education Information System',
};
