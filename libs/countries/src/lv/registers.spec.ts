import { registersKeepTheContract } from '../testing/register-contract.js';
import { latvia } from './profile.js';

registersKeepTheContract({
  profile: latvia,
  populationRegister: 'fizisko-personu-registrs',
  businessRegister: 'uznemumu-registrs',
  namesake: 'Kalniņa',
  isProtected: (row) => row['ierobežotaInformācija'] === 'jā',
});
