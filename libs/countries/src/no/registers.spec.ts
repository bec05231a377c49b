import { registersKeepTheContract } from '../testing/register-contract.js';
import { fødselsnummer, organisasjonsnummer } from './identifiers.js';
import { norway } from './profile.js';

registersKeepTheContract({
  profile: norway,
  populationRegister: 'folkeregisteret',
  businessRegister: 'enhetsregisteret',
  validators: { 'NO-FNR': fødselsnummer, 'NO-DNR': fødselsnummer },
  company: organisasjonsnummer,
  isProtected: (row) => row['adressegradering'] === 'strengtFortrolig',
});
