import type { CountryProfile } from '@oots/node';
import { countryProfile } from '../catalogue/country-definition.js';
import { OfferedBy } from '../catalogue/offered-evidence.js';
import { schoolEvidence } from '../register/education.js';
import { insuranceEvidence } from '../register/insurance.js';
import { Population } from '../register/population.js';
import { vehicleEvidence } from '../register/vehicle.js';
import { insurance, registeredVehicle, schoolLeaving } from '../simulation/life-facts.js';
import { rowsAbout } from '../simulation/register-rows.js';
import { simulateCountry } from '../simulation/simulated-country.js';
import {
  agencyForDigitalGovernment,
  boardOfStudentFinance,
  companiesRegistrationOffice,
  councilForHigherEducation,
  pensionsAgency,
  taxAgency,
  transportAgency,
} from './authorities.js';
import { näringslivsregistret } from './business-register.js';
import { testPersonnummer } from './identifiers.js';
import { betygsdatabasen, intjänanderegistret, schemes, vägtrafikregistret } from './other-registers.js';
import { einosInsurance, elsasCar, employer, personas } from './personas.js';
import { civilstånd, folkbokföring } from './population-register.js';
import { education, facts, plate, wage } from './simulation-facts.js';

const population = new Population(folkbokföring, 'SE', civilstånd);
const offered = new OfferedBy(population);
const residence = offered.residence('Folkbokföringsuppgifter', taxAgency, testPersonnummer);

/** Sweden. */
export const sweden: CountryProfile = countryProfile({
  country: 'SE',
  name: 'Sweden',
  languages: ['SV'],
  currency: 'SEK',
  intermediary: agencyForDigitalGovernment,
  procedures: [
    { procedure: 'V1', authority: taxAgency, asksFor: ['residence', 'family-composition'] },
    {
      procedure: 'T2',
      authority: councilForHigherEducation,
      asksFor: ['secondary-education-completion', 'tertiary-education-completion'],
    },
    {
      procedure: 'T1',
      authority: boardOfStudentFinance,
      asksFor: ['income-summary', 'secondary-education-completion'],
    },
  ],
  evidence: [
    residence,
    offered.family('Familjeuppgifter', taxAgency),
    offered.births('Födelseregistrering', taxAgency),
    offered.about(
      'secondary-education-completion',
      'Gymnasieexamen',
      councilForHigherEducation,
      betygsdatabasen,
      schoolEvidence(schemes),
    ),
    offered.about('vehicle-registration', 'Registreringsbevis', transportAgency, vägtrafikregistret, vehicleEvidence),
    offered.about(
      'insurance-periods',
      'Intjänade pensionsperioder',
      pensionsAgency,
      intjänanderegistret,
      insuranceEvidence({ currency: 'SEK', employer: '0007' }),
    ),
    offered.companies('Registreringsbevis för företag', companiesRegistrationOffice, näringslivsregistret, {
      number: '0007',
      person: 'SE-PNR',
      currency: 'SEK',
    }),
  ],
  residenceRegister: residence.register,
  population: (seed) =>
    simulateCountry(
      {
        facts,
        population: folkbokföring,
        companies: näringslivsregistret,
        personas,
        storyCompanies: [employer],
        registers: ({ adults, companies, random }) => [
          betygsdatabasen.content(rowsAbout(adults, {}, (person) => schoolLeaving(person, education, random))),
          intjänanderegistret.content(
            rowsAbout(adults, einosInsurance, (person) => insurance(person, companies, wage, random)),
          ),
          vägtrafikregistret.content(
            rowsAbout(adults, { '199107172380': elsasCar }, () =>
              random.chance(40) ? registeredVehicle(random, plate) : undefined,
            ),
          ),
        ],
      },
      seed,
    ),
});
