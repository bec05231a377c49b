import { registersKeepTheContract } from '../testing/register-contract.js';
import { sweden } from './profile.js';

registersKeepTheContract({
  profile: sweden,
  populationRegister: 'folkbokforing',
  businessRegister: 'naringslivsregistret',
  namesake: 'Andersson',
  isProtected: (row) => row['skyddadFolkbokforing'] === 'J',
});
