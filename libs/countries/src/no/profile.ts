import type { CountryProfile } from '@oots/node';
import { countryProfile } from '../catalogue/country-definition.js';
import { OfferedBy } from '../catalogue/offered-evidence.js';
import { degreeEvidence } from '../register/education.js';
import { incomeEvidence } from '../register/income.js';
import { Population } from '../register/population.js';
import { degree, income } from '../simulation/life-facts.js';
import { rowsAbout } from '../simulation/register-rows.js';
import { simulateCountry } from '../simulation/simulated-country.js';
import { digitalisationAgency, registerCentre, sikt, studentLoanFund, taxAdministration } from './authorities.js';
import { enhetsregisteret } from './business-register.js';
import { syntheticFødselsnummer } from './identifiers.js';
import { aOrdningen, schemes, vitnemål } from './other-registers.js';
import { degrees, employer, incomes, personas } from './personas.js';
import { folkeregisteret, sivilstand } from './population-register.js';
import { education, facts, wage } from './simulation-facts.js';

const population = new Population(folkeregisteret, 'NO', sivilstand);
const offered = new OfferedBy(population);
const residence = offered.residence('Bostedsopplysninger', taxAdministration, syntheticFødselsnummer(100));

/** Norway. */
export const norway: CountryProfile = countryProfile({
  country: 'NO',
  name: 'Norway',
  languages: ['NB', 'NN'],
  currency: 'NOK',
  intermediary: digitalisationAgency,
  procedures: [
    { procedure: 'V1', authority: taxAdministration, asksFor: ['residence', 'family-composition'] },
    { procedure: 'T1', authority: studentLoanFund, asksFor: ['income-summary', 'secondary-education-completion'] },
  ],
  evidence: [
    residence,
    offered.family('Familieopplysninger', taxAdministration),
    offered.births('Fødselsmelding', taxAdministration),
    offered.about(
      'tertiary-education-completion',
      'Vitnemål fra høyere utdanning',
      sikt,
      vitnemål,
      degreeEvidence(schemes),
    ),
    offered.about(
      'income-summary',
      'Inntektsopplysninger',
      taxAdministration,
      aOrdningen,
      incomeEvidence({ country: 'NO', currency: 'NOK', employer: '0192' }),
    ),
    offered.companies('Firmaattest', registerCentre, enhetsregisteret, {
      number: '0192',
      person: 'NO-FNR',
      currency: 'NOK',
    }),
  ],
  residenceRegister: residence.register,
  population: (seed) =>
    simulateCountry(
      {
        facts,
        population: folkeregisteret,
        companies: enhetsregisteret,
        personas,
        storyCompanies: [employer],
        registers: ({ adults, companies, random }) => [
          vitnemål.content(rowsAbout(adults, degrees, (person) => degree(person, education, random))),
          aOrdningen.content(rowsAbout(adults, incomes, () => income(companies, '0301', wage, random))),
        ],
      },
      seed,
    ),
});
