import type { CountryProfile } from '@oots/node';
import { countryProfile } from '../catalogue/country-definition.js';
import { OfferedBy } from '../catalogue/offered-evidence.js';
import { degreeEvidence } from '../register/education.js';
import { incomeEvidence } from '../register/income.js';
import { insuranceEvidence } from '../register/insurance.js';
import { Population } from '../register/population.js';
import { degree, income, insurance } from '../simulation/life-facts.js';
import { rowsAbout } from '../simulation/register-rows.js';
import { simulateCountry } from '../simulation/simulated-country.js';
import {
  agencyForEducation,
  centreForPensions,
  digitalAndPopulationDataServices,
  kehaCentre,
  patentAndRegistrationOffice,
  socialInsuranceInstitution,
  taxAdministration,
} from './authorities.js';
import { kaupparekisteri } from './business-register.js';
import { FIRST_NEWCOMER, artificialHenkilötunnukset } from './identifiers.js';
import { ansaintarekisteri, schemes, tulorekisteri, virta } from './other-registers.js';
import { einosInsurance, employer, personas } from './personas.js';
import { siviilisääty, väestötietojärjestelmä } from './population-register.js';
import { education, facts, wage } from './simulation-facts.js';

const population = new Population(väestötietojärjestelmä, 'FI', siviilisääty);
const offered = new OfferedBy(population);
const residence = offered.residence(
  'Asuinpaikkatiedot',
  digitalAndPopulationDataServices,
  artificialHenkilötunnukset(FIRST_NEWCOMER),
);

/** Finland. */
export const finland: CountryProfile = countryProfile({
  country: 'FI',
  name: 'Finland',
  languages: ['FI', 'SV'],
  currency: 'EUR',
  intermediary: kehaCentre,
  procedures: [
    {
      procedure: 'V1',
      authority: digitalAndPopulationDataServices,
      asksFor: ['residence', 'family-composition'],
      form: 'fi-move-notice',
    },
    {
      procedure: 'T2',
      authority: agencyForEducation,
      asksFor: ['secondary-education-completion', 'tertiary-education-completion'],
    },
    { procedure: 'U2', authority: socialInsuranceInstitution, asksFor: ['income-summary'] },
  ],
  evidence: [
    residence,
    offered.family('Perhetiedot', digitalAndPopulationDataServices),
    offered.births('Syntymän rekisteröinti', digitalAndPopulationDataServices),
    offered.about(
      'tertiary-education-completion',
      'Korkeakoulututkinto',
      agencyForEducation,
      virta,
      degreeEvidence(schemes),
    ),
    offered.about(
      'income-summary',
      'Tulotiedot',
      taxAdministration,
      tulorekisteri,
      incomeEvidence({ country: 'FI', currency: 'EUR', employer: '0212' }),
    ),
    offered.about(
      'insurance-periods',
      'Työeläkeote',
      centreForPensions,
      ansaintarekisteri,
      insuranceEvidence({ currency: 'EUR', employer: '0212' }),
    ),
    offered.companies('Kaupparekisteriote', patentAndRegistrationOffice, kaupparekisteri, {
      number: '0212',
      person: 'FI-HETU',
      currency: 'EUR',
    }),
  ],
  residenceRegister: residence.register,
  population: (seed) =>
    simulateCountry(
      {
        facts,
        population: väestötietojärjestelmä,
        companies: kaupparekisteri,
        personas,
        storyCompanies: [employer],
        registers: ({ adults, companies, random }) => [
          virta.content(rowsAbout(adults, {}, (person) => degree(person, education, random))),
          tulorekisteri.content(rowsAbout(adults, {}, () => income(companies, '091', wage, random))),
          ansaintarekisteri.content(
            rowsAbout(adults, { '030883-925M': einosInsurance }, (person) =>
              insurance(person, companies, wage, random),
            ),
          ),
        ],
      },
      seed,
    ),
});
