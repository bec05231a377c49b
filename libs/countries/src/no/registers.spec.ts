import { registersKeepTheContract } from '../testing/register-contract.js';
import { norway } from './profile.js';

registersKeepTheContract({
  profile: norway,
  populationRegister: 'folkeregisteret',
  businessRegister: 'enhetsregisteret',
  namesake: 'Hansen',
  isProtected: (row) => row['adressegradering'] === 'strengtFortrolig',
});
