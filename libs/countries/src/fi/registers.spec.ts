import { registersKeepTheContract } from '../testing/register-contract.js';
import { henkilötunnus, yTunnus } from './identifiers.js';
import { finland } from './profile.js';

registersKeepTheContract({
  profile: finland,
  populationRegister: 'vaestotietojarjestelma',
  businessRegister: 'kaupparekisteri',
  validators: { 'FI-HETU': henkilötunnus },
  company: yTunnus,
  isProtected: (row) => row['turvakielto'] === true,
});
