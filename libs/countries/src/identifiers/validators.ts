import { isikukood, registrikood } from '../ee/identifiers.js';
import { henkilötunnus, yTunnus } from '../fi/identifiers.js';
import { asmensKodas, juridinioAsmensKodas } from '../lt/identifiers.js';
import { personasKods, reģistrācijasNumurs } from '../lv/identifiers.js';
import { fødselsnummer, organisasjonsnummer } from '../no/identifiers.js';
import { organisationsnummer, personnummer } from '../se/identifiers.js';
import type { IdentifierValidator } from './identifier-check.js';
import type { PersonNumber } from './person-numbers.js';

/** How person identifiers are checked, by the scheme under which evidence carries them; eIDAS identifiers have no such rule. */
export const PERSON_IDENTIFIERS: Readonly<Record<Exclude<PersonNumber['scheme'], 'eIDAS'>, IdentifierValidator>> = {
  'FI-HETU': henkilötunnus,
  'EE-IK': isikukood,
  'SE-PNR': personnummer,
  'SE-SAM': personnummer,
  'NO-FNR': fødselsnummer,
  'NO-DNR': fødselsnummer,
  'LV-PK': personasKods,
  'LT-AK': asmensKodas,
};

/** How organisation identifiers are checked, by country. */
export const ORGANISATION_IDENTIFIERS: Readonly<Record<'FI' | 'EE' | 'SE' | 'NO' | 'LV' | 'LT', IdentifierValidator>> =
  {
    FI: yTunnus,
    EE: registrikood,
    SE: organisationsnummer,
    NO: organisasjonsnummer,
    LV: reģistrācijasNumurs,
    LT: juridinioAsmensKodas,
  };
