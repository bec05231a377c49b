import type { Authority } from '../catalogue/authority.js';

/** No EAS code: 0218, the Latvian register number, is not in the code list that the rules of messages know. */
const latvian = { country: 'LV', language: 'LV', region: 'LV00' } as const;

export const stateDigitalDevelopmentAgency: Authority = {
  ...latvian,
  id: '90001733697',
  name: 'Valsts digitālās attīstības aģentūra',
  englishName: 'State Digital Development Agency',
};

export const citizenshipAndMigrationAffairs: Authority = {
  ...latvian,
  id: '90000054163',
  name: 'Pilsonības un migrācijas lietu pārvalde',
  englishName: 'Office of Citizenship and Migration Affairs',
};

export const registerOfEnterprises: Authority = {
  ...latvian,
  id: '90000270634',
  name: 'Uzņēmumu reģistrs',
  englishName: 'Register of Enterprises',
};

export const stateRevenueService: Authority = {
  ...latvian,
  id: '90000069281',
  name: 'Valsts ieņēmumu dienests',
  englishName: 'State Revenue Service',
};

export const stateSocialInsuranceAgency: Authority = {
  ...latvian,
  id: '90001669496',
  name: 'Valsts sociālās apdrošināšanas aģentūra',
  englishName: 'State Social Insurance Agency',
};

export const ministryOfEducation: Authority = {
  ...latvian,
  id: '90000022399',
  name: 'Izglītības un zinātnes ministrija (VIIS)',
  englishName: 'Ministry of Education and Science, State Education Information System',
};
