import type { CountryProfile } from '@oots/node';
import { countryProfile } from '../catalogue/country-definition.js';
import { OfferedBy } from '../catalogue/offered-evidence.js';
import { schoolEvidence } from '../register/education.js';
import { insuranceEvidence } from '../register/insurance.js';
import { Population } from '../register/population.js';
import { insurance, schoolLeaving } from '../simulation/life-facts.js';
import { rowsAbout } from '../simulation/register-rows.js';
import { simulateCountry } from '../simulation/simulated-country.js';
import {
  citizenshipAndMigrationAffairs,
  ministryOfEducation,
  registerOfEnterprises,
  stateDigitalDevelopmentAgency,
  stateRevenueService,
  stateSocialInsuranceAgency,
} from './authorities.js';
import { newcomersPersonasKodi } from './identifiers.js';
import { apdrošinātās, atestāti, schemes, uzņēmumuReģistrs } from './other-registers.js';
import { company, insuranceRecords, personas } from './personas.js';
import { fiziskoPersonuReģistrs, ģimenesStāvoklis } from './population-register.js';
import { education, facts, wage } from './simulation-facts.js';

const population = new Population(fiziskoPersonuReģistrs, 'LV', ģimenesStāvoklis);
const offered = new OfferedBy(population);
const residence = offered.residence('Ziņas par dzīvesvietu', citizenshipAndMigrationAffairs, newcomersPersonasKodi);

/** Latvia. */
export const latvia: CountryProfile = countryProfile({
  country: 'LV',
  name: 'Latvia',
  languages: ['LV'],
  currency: 'EUR',
  intermediary: stateDigitalDevelopmentAgency,
  procedures: [
    {
      procedure: 'V1',
      authority: citizenshipAndMigrationAffairs,
      asksFor: ['residence', 'family-composition'],
    },
    { procedure: 'X1', authority: stateRevenueService, asksFor: ['legal-entity-extract'] },
    { procedure: 'W1', authority: stateSocialInsuranceAgency, asksFor: ['insurance-periods'] },
    { procedure: 'W2', authority: stateSocialInsuranceAgency, asksFor: ['insurance-periods'] },
  ],
  evidence: [
    residence,
    offered.family('Ziņas par ģimeni', citizenshipAndMigrationAffairs),
    offered.births('Dzimšanas reģistrācija', citizenshipAndMigrationAffairs),
    offered.about(
      'secondary-education-completion',
      'Atestāts par vidējo izglītību',
      ministryOfEducation,
      atestāti,
      schoolEvidence(schemes),
    ),
    offered.about(
      'insurance-periods',
      'Apdrošināšanas periodi',
      stateSocialInsuranceAgency,
      apdrošinātās,
      insuranceEvidence({ currency: 'EUR', employer: 'unregistered:LV' }),
    ),
    offered.companies('Uzņēmumu reģistra izziņa', registerOfEnterprises, uzņēmumuReģistrs, {
      number: 'unregistered:LV',
      person: 'LV-PK',
      currency: 'EUR',
    }),
  ],
  residenceRegister: residence.register,
  population: (seed) =>
    simulateCountry(
      {
        facts,
        population: fiziskoPersonuReģistrs,
        companies: uzņēmumuReģistrs,
        personas,
        storyCompanies: [company],
        registers: ({ adults, companies, random }) => [
          atestāti.content(rowsAbout(adults, {}, (person) => schoolLeaving(person, education, random))),
          apdrošinātās.content(
            rowsAbout(adults, insuranceRecords, (person) => insurance(person, companies, wage, random)),
          ),
        ],
      },
      seed,
    ),
});
