import type { CountryProfile } from '@oots/node';
import { countryProfile } from '../catalogue/country-definition.js';
import { OfferedBy } from '../catalogue/offered-evidence.js';
import { degreeEvidence, schoolEvidence } from '../register/education.js';
import { Population } from '../register/population.js';
import { vehicleEvidence } from '../register/vehicle.js';
import { degree, registeredVehicle, schoolLeaving } from '../simulation/life-facts.js';
import { rowsAbout } from '../simulation/register-rows.js';
import { simulateCountry } from '../simulation/simulated-country.js';
import {
  agencyForEducation,
  centreForQualityAssessment,
  centreOfRegisters,
  stateDigitalSolutionsAgency,
  vehicleRegistrationCentre,
} from './authorities.js';
import { syntheticAsmensKodai } from './identifiers.js';
import {
  brandosAtestatai,
  diplomai,
  juridiniųAsmenųRegistras,
  schemes,
  transportoPriemonės,
} from './other-registers.js';
import { certificates, personas } from './personas.js';
import { gyventojųRegistras, šeiminėPadėtis } from './population-register.js';
import { education, facts, plate } from './simulation-facts.js';

const population = new Population(gyventojųRegistras, 'LT', šeiminėPadėtis);
const offered = new OfferedBy(population);
const residence = offered.residence('Gyvenamosios vietos duomenys', centreOfRegisters, syntheticAsmensKodai(700));

/** Lithuania. */
export const lithuania: CountryProfile = countryProfile({
  country: 'LT',
  name: 'Lithuania',
  languages: ['LT'],
  currency: 'EUR',
  intermediary: stateDigitalSolutionsAgency,
  procedures: [
    { procedure: 'V1', authority: centreOfRegisters, asksFor: ['residence', 'family-composition'] },
    { procedure: 'R1', authority: centreOfRegisters, asksFor: ['birth'] },
    { procedure: 'T3', authority: centreForQualityAssessment, asksFor: ['tertiary-education-completion'] },
    { procedure: 'X1', authority: centreOfRegisters, asksFor: ['legal-entity-extract'] },
  ],
  evidence: [
    residence,
    offered.family('Šeimos duomenys', centreOfRegisters),
    offered.births('Gimimo registravimas', centreOfRegisters),
    offered.about(
      'secondary-education-completion',
      'Brandos atestatas',
      agencyForEducation,
      brandosAtestatai,
      schoolEvidence(schemes),
    ),
    offered.about(
      'tertiary-education-completion',
      'Aukštojo mokslo diplomas',
      agencyForEducation,
      diplomai,
      degreeEvidence(schemes),
    ),
    offered.companies('Juridinių asmenų registro išrašas', centreOfRegisters, juridiniųAsmenųRegistras, {
      number: '0200',
      person: 'LT-AK',
      currency: 'EUR',
    }),
    offered.about(
      'vehicle-registration',
      'Transporto priemonės registracijos liudijimas',
      vehicleRegistrationCentre,
      transportoPriemonės,
      vehicleEvidence,
    ),
  ],
  residenceRegister: residence.register,
  population: (seed) =>
    simulateCountry(
      {
        facts,
        population: gyventojųRegistras,
        companies: juridiniųAsmenųRegistras,
        personas,
        storyCompanies: [],
        registers: ({ adults, random }) => [
          brandosAtestatai.content(
            rowsAbout(adults, certificates, (person) => schoolLeaving(person, education, random)),
          ),
          diplomai.content(rowsAbout(adults, {}, (person) => degree(person, education, random))),
          transportoPriemonės.content(
            rowsAbout(adults, {}, () => (random.chance(40) ? registeredVehicle(random, plate) : undefined)),
          ),
        ],
      },
      seed,
    ),
});
