import type { CountryProfile } from '@oots/node';
import { countryProfile } from '../catalogue/country-definition.js';
import { OfferedBy } from '../catalogue/offered-evidence.js';
import { degreeEvidence, schoolEvidence } from '../register/education.js';
import { incomeEvidence } from '../register/income.js';
import { Population } from '../register/population.js';
import { vehicleEvidence } from '../register/vehicle.js';
import { degree, income, registeredVehicle, schoolLeaving } from '../simulation/life-facts.js';
import { rowsAbout } from '../simulation/register-rows.js';
import { simulateCountry } from '../simulation/simulated-country.js';
import * as authorities from './authorities.js';
import { äriregister } from './business-register.js';
import { diplomid, lõputunnistused, schemes } from './education-registers.js';
import { isikukoodNumbers } from './identifiers.js';
import { näide, personas } from './personas.js';
import { perekonnaseis, rahvastikuregister } from './population-register.js';
import { education, facts, plate, wage } from './simulation-facts.js';
import { tsd } from './tax-register.js';
import { liiklusregister } from './traffic-register.js';

const {
  ministryOfTheInterior,
  taxAndCustomsBoard,
  centreOfRegisters,
  transportAdministration,
  educationAndYouthBoard,
} = authorities;

const population = new Population(rahvastikuregister, 'EE', perekonnaseis);
const offered = new OfferedBy(population);
const residence = offered.residence('Elukoha andmed', ministryOfTheInterior, isikukoodNumbers(100));

/** Estonia. */
export const estonia: CountryProfile = countryProfile({
  country: 'EE',
  name: 'Estonia',
  languages: ['ET'],
  currency: 'EUR',
  intermediary: authorities.informationSystemAuthority,
  procedures: [
    { procedure: 'V1', authority: ministryOfTheInterior, asksFor: ['residence', 'family-composition'] },
    { procedure: 'R1', authority: ministryOfTheInterior, asksFor: ['birth'] },
    { procedure: 'T3', authority: educationAndYouthBoard, asksFor: ['tertiary-education-completion'] },
    { procedure: 'V2', authority: transportAdministration, asksFor: ['vehicle-registration'] },
  ],
  evidence: [
    residence,
    offered.family('Perekonnaseisu ja perekonna andmed', ministryOfTheInterior),
    offered.births('Sünni registreerimine', ministryOfTheInterior),
    offered.about(
      'secondary-education-completion',
      'Gümnaasiumi lõputunnistus',
      educationAndYouthBoard,
      lõputunnistused,
      schoolEvidence(schemes),
    ),
    offered.about(
      'tertiary-education-completion',
      'Kõrgharidust tõendav diplom',
      educationAndYouthBoard,
      diplomid,
      degreeEvidence(schemes),
    ),
    offered.about(
      'income-summary',
      'Sissetuleku andmed',
      taxAndCustomsBoard,
      tsd,
      incomeEvidence({ country: 'EE', currency: 'EUR', employer: '0191' }),
    ),
    offered.companies('Äriregistri väljavõte', centreOfRegisters, äriregister, {
      number: '0191',
      person: 'EE-IK',
      currency: 'EUR',
    }),
    offered.about(
      'vehicle-registration',
      'Sõiduki registreerimistunnistus',
      transportAdministration,
      liiklusregister,
      vehicleEvidence,
    ),
  ],
  residenceRegister: residence.register,
  population: (seed) =>
    simulateCountry(
      {
        facts,
        population: rahvastikuregister,
        companies: äriregister,
        personas,
        storyCompanies: [näide],
        registers: ({ adults, companies, random }) => [
          lõputunnistused.content(rowsAbout(adults, {}, (person) => schoolLeaving(person, education, random))),
          diplomid.content(rowsAbout(adults, {}, (person) => degree(person, education, random))),
          tsd.content(rowsAbout(adults, {}, () => income(companies, '0784', wage, random))),
          liiklusregister.content(
            rowsAbout(adults, {}, () => (random.chance(40) ? registeredVehicle(random, plate) : undefined)),
          ),
        ],
      },
      seed,
    ),
});
