import { registersKeepTheContract } from '../testing/register-contract.js';
import { asmensKodas, juridinioAsmensKodas } from './identifiers.js';
import { lithuania } from './profile.js';

registersKeepTheContract({
  profile: lithuania,
  populationRegister: 'gyventoju-registras',
  businessRegister: 'juridiniu-asmenu-registras',
  validators: { 'LT-AK': asmensKodas },
  company: juridinioAsmensKodas,
  isProtected: (row) => row['ribojamasTeikimas'] === 'taip',
});
