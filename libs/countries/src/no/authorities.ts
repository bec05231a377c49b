import type { Authority } from '../catalogue/authority.js';

const norwegian = { country: 'NO', eas: '0192', language: 'NB', region: 'NO08' } as const;

export const digitalisationAgency: Authority = {
  ...norwegian,
  id: '991825827',
  name: 'Digitaliseringsdirektoratet',
  englishName: 'Norwegian Digitalisation Agency',
};

export const taxAdministration: Authority = {
  ...norwegian,
  id: '974761076',
  name: 'Skatteetaten',
  englishName: 'Norwegian Tax Administration, National Population Register',
};

export const registerCentre: Authority = {
  ...norwegian,
  id: '974760673',
  name: 'Brønnøysundregistrene',
  englishName: 'Brønnøysund Register Centre',
};

/** Runs the diploma registry of higher education. */
export const sikt: Authority = {
  ...norwegian,
  id: '919477822',
  name: 'Sikt (Vitnemålsportalen)',
  englishName: 'Sikt, Diploma Registry',
};

export const studentLoanFund: Authority = {
  ...norwegian,
  id: '960885406',
  name: 'Statens lånekasse for utdanning',
  englishName: 'State Educational Loan Fund',
};
