import type { Authority } from '../catalogue/authority.js';

const finnish = { country: 'FI', eas: '0212', language: 'FI', region: 'FI1B' } as const;

export const kehaCentre: Authority = {
  ...finnish,
  id: '2296962-1',
  name: 'KEHA-keskus',
  englishName: 'KEHA Centre',
};

export const digitalAndPopulationDataServices: Authority = {
  ...finnish,
  id: '0245437-2',
  name: 'Digi- ja väestötietovirasto',
  englishName: 'Digital and Population Data Services Agency',
};

export const taxAdministration: Authority = {
  ...finnish,
  id: '0245458-3',
  name: 'Verohallinto (Tulorekisteri)',
  englishName: 'Finnish Tax Administration, Incomes Register',
};

export const socialInsuranceInstitution: Authority = {
  ...finnish,
  id: '0246246-0',
  name: 'Kansaneläkelaitos',
  englishName: 'Social Insurance Institution',
};

export const patentAndRegistrationOffice: Authority = {
  ...finnish,
  id: '0244683-1',
  name: 'Patentti- ja rekisterihallitus (Kaupparekisteri)',
  englishName: 'Patent and Registration Office, Trade Register',
};

export const agencyForEducation: Authority = {
  ...finnish,
  id: '2769790-1',
  name: 'Opetushallitus',
  englishName: 'Finnish National Agency for Education',
};

/** The number is fictitious: the centre's own was not found in a public source. */
export const centreForPensions: Authority = {
  ...finnish,
  id: '9999902-8',
  name: 'Eläketurvakeskus',
  englishName: 'Finnish Centre for Pensions',
};
