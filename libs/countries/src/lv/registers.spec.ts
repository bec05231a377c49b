import { registersKeepTheContract } from '../testing/register-contract.js';
import { personasKods, reģistrācijasNumurs } from './identifiers.js';
import { latvia } from './profile.js';

registersKeepTheContract({
  profile: latvia,
  populationRegister: 'fizisko-personu-registrs',
  businessRegister: 'uznemumu-registrs',
  validators: { 'LV-PK': personasKods },
  company: reģistrācijasNumurs,
  isProtected: (row) => row['ierobežotaInformācija'] === 'jā',
});
