import type { Authority } from '../catalogue/authority.js';

const swedish = { country: 'SE', eas: '0007', language: 'SV', region: 'SE11' } as const;

export const agencyForDigitalGovernment: Authority = {
  ...swedish,
  id: '2021006883',
  name: 'Myndigheten för digital förvaltning',
  englishName: 'Agency for Digital Government',
};

export const taxAgency: Authority = {
  ...swedish,
  id: '2021005448',
  name: 'Skatteverket (folkbokföringen)',
  englishName: 'Swedish Tax Agency, Population Registration',
};

export const companiesRegistrationOffice: Authority = {
  ...swedish,
  id: '2021005489',
  name: 'Bolagsverket',
  englishName: 'Companies Registration Office',
};

export const pensionsAgency: Authority = {
  ...swedish,
  id: '2021006255',
  name: 'Pensionsmyndigheten',
  englishName: 'Pensions Agency',
};

export const transportAgency: Authority = {
  ...swedish,
  id: '2021006099',
  name: 'Transportstyrelsen (vägtrafikregistret)',
  englishName: 'Transport Agency, Road Traffic Register',
};

export const councilForHigherEducation: Authority = {
  ...swedish,
  id: '2021006487',
  name: 'Universitets- och högskolerådet',
  englishName: 'Council for Higher Education',
};

export const boardOfStudentFinance: Authority = {
  ...swedish,
  id: '2021001819',
  name: 'Centrala studiestödsnämnden',
  englishName: 'Board of Student Finance',
};
