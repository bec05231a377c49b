import { registersKeepTheContract } from '../testing/register-contract.js';
import { lithuania } from './profile.js';

registersKeepTheContract({
  profile: lithuania,
  populationRegister: 'gyventoju-registras',
  businessRegister: 'juridiniu-asmenu-registras',
  namesake: 'Kazlauskaitė',
  isProtected: (row) => row['ribojamasTeikimas'] === 'taip',
});
