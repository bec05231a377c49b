import type { CountryProfile } from '@oots/node';
import { countryProfile } from '../catalogue/country-definition.js';
import { PopulationBirths } from '../register/birth-register.js';
import { CompanyRegister } from '../register/company-register.js';
import { degreeEvidence, schoolEvidence } from '../register/education.js';
import { EvidenceSource } from '../register/evidence-source.js';
import { PopulationFamily } from '../register/family-register.js';
import { incomeEvidence } from '../register/income.js';
import { PersonRegister } from '../register/person-register.js';
import { Population } from '../register/population.js';
import { PopulationResidence } from '../register/residence-register.js';
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
const residence = new PopulationResidence(
  population,
  new EvidenceSource('residence', ministryOfTheInterior),
  isikukoodNumbers(100),
);

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
    { title: 'Elukoha andmed', authority: ministryOfTheInterior, register: residence },
    {
      title: 'Perekonnaseisu ja perekonna andmed',
      authority: ministryOfTheInterior,
      register: new PopulationFamily(population, new EvidenceSource('family-composition', ministryOfTheInterior)),
    },
    {
      title: 'Sünni registreerimine',
      authority: ministryOfTheInterior,
      register: new PopulationBirths(
        population,
        new EvidenceSource('birth', ministryOfTheInterior),
        ministryOfTheInterior,
      ),
    },
    {
      title: 'Gümnaasiumi lõputunnistus',
      authority: educationAndYouthBoard,
      register: new PersonRegister(
        lõputunnistused,
        population,
        new EvidenceSource('secondary-education-completion', educationAndYouthBoard),
        schoolEvidence(schemes),
      ),
    },
    {
      title: 'Kõrgharidust tõendav diplom',
      authority: educationAndYouthBoard,
      register: new PersonRegister(
        diplomid,
        population,
        new EvidenceSource('tertiary-education-completion', educationAndYouthBoard),
        degreeEvidence(schemes),
      ),
    },
    {
      title: 'Sissetuleku andmed',
      authority: taxAndCustomsBoard,
      register: new PersonRegister(
        tsd,
        population,
        new EvidenceSource('income-summary', taxAndCustomsBoard),
        incomeEvidence({ country: 'EE', currency: 'EUR', employer: '0191' }),
      ),
    },
    {
      title: 'Äriregistri väljavõte',
      authority: centreOfRegisters,
      register: new CompanyRegister(
        äriregister,
        population,
        new EvidenceSource('legal-entity-extract', centreOfRegisters),
        {
          number: '0191',
          person: 'EE-IK',
          currency: 'EUR',
        },
      ),
    },
    {
      title: 'Sõiduki registreerimistunnistus',
      authority: transportAdministration,
      register: new PersonRegister(
        liiklusregister,
        population,
        new EvidenceSource('vehicle-registration', transportAdministration),
        vehicleEvidence,
      ),
    },
  ],
  residenceRegister: residence,
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
