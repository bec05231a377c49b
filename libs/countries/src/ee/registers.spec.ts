import { registersKeepTheContract } from '../testing/register-contract.js';
import { estonia } from './profile.js';

registersKeepTheContract({
  profile: estonia,
  populationRegister: 'rahvastikuregister',
  businessRegister: 'ariregister',
  namesake: 'Saar',
  isProtected: (row) => row['juurdepaasupiirang'] === 'J',
});
