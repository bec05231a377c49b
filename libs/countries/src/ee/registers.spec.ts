import { registersKeepTheContract } from '../testing/register-contract.js';
import { isikukood, registrikood } from './identifiers.js';
import { estonia } from './profile.js';

registersKeepTheContract({
  profile: estonia,
  populationRegister: 'rahvastikuregister',
  businessRegister: 'ariregister',
  validators: { 'EE-IK': isikukood },
  company: registrikood,
  isProtected: (row) => row['juurdepaasupiirang'] === 'J',
});
