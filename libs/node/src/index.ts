export * from './config/country-profile.js';
export * from './provider/evidence-register.js';
