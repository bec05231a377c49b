import { registersKeepTheContract } from '../testing/register-contract.js';
import { organisationsnummer, personnummer } from './identifiers.js';
import { sweden } from './profile.js';

registersKeepTheContract({
  profile: sweden,
  populationRegister: 'folkbokforing',
  businessRegister: 'naringslivsregistret',
  validators: { 'SE-PNR': personnummer, 'SE-SAM': personnummer },
  company: organisationsnummer,
  isProtected: (row) => row['skyddadFolkbokforing'] === 'J',
});
