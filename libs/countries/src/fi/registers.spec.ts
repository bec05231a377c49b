import { registersKeepTheContract } from '../testing/register-contract.js';
import { finland } from './profile.js';

registersKeepTheContract({
  profile: finland,
  populationRegister: 'vaestotietojarjestelma',
  businessRegister: 'kaupparekisteri',
  namesake: 'Korhonen',
  isProtected: (row) => row['turvakielto'] === true,
});
