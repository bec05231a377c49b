import type { Authority } from '../catalogue/authority.js';

const lithuanian = { country: 'LT', eas: '0200', language: 'LT', region: 'LT01' } as const;

export const stateDigitalSolutionsAgency: Authority = {
  ...lithuanian,
  id: '188772433',
  name: 'Valstybės skaitmeninių sprendimų agentūra',
  englishName: 'State Digital Solutions Agency',
};

export const centreOfRegisters: Authority = {
  ...lithuanian,
  id: '124110246',
  name: 'VĮ Registrų centras',
  englishName: 'State Enterprise Centre of Registers',
};

export const centreForQualityAssessment: Authority = {
  ...lithuanian,
  id: '111959192',
  name: 'Studijų kokybės vertinimo centras',
  englishName: 'Centre for Quality Assessment in Higher Education',
};

export const agencyForEducation: Authority = {
  ...lithuanian,
  id: '305238040',
  name: 'Nacionalinė švietimo agentūra (Diplomų registras)',
  englishName: 'National Agency for Education, Register of Diplomas',
};

export const vehicleRegistrationCentre: Authority = {
  ...lithuanian,
  id: '110078991',
  name: 'VĮ Regitra',
  englishName: 'State Enterprise Regitra, Vehicle Register',
};
