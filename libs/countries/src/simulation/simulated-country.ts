import type { RegisterContent } from '@oots/node';
import type { CompanyEntry } from '../register/company-register.js';
import { type EidasLink, eidasLinks } from '../register/eidas-links.js';
import type { NationalRegister } from '../register/national-register.js';
import type { PopulationEntry } from '../register/population-entry.js';
import { foundCompanies } from './companies.js';
import type { CountryFacts } from './country-facts.js';
import { Families, isAdult } from './families.js';
import { Random } from './random.js';
import type { SimulatedPerson } from './simulated-person.js';

/** The countries of the testbed, each of which may receive a person with an eIDAS identifier of another. */
const DESTINATIONS = ['FI', 'EE', 'SE', 'NO', 'LV', 'LT'] as const;

/** Everything one country's simulation is made of. */
export interface CountrySimulation {
  readonly facts: CountryFacts;
  readonly population: NationalRegister<PopulationEntry>;
  readonly companies: NationalRegister<CompanyEntry>;
  /** The people of the stories; a function, because the simulation gives them relatives. */
  readonly personas: () => readonly SimulatedPerson[];
  readonly storyCompanies: readonly CompanyEntry[];
  /** The other registers, about the people and companies that are there now. */
  readonly registers: (inhabitants: Inhabitants) => readonly RegisterContent[];
}

/** Who lives and trades in a simulated country. */
export interface Inhabitants {
  readonly people: readonly SimulatedPerson[];
  /** Living and of age. */
  readonly adults: readonly SimulatedPerson[];
  readonly companies: readonly CompanyEntry[];
  readonly random: Random;
}

/** @returns the first content of every register of the country; the same for the same seed */
export function simulateCountry(simulation: CountrySimulation, seed: number): readonly RegisterContent[] {
  const { facts, population, companies } = simulation;
  const random = new Random(seed, facts.country);
  const personas = simulation.personas();
  const people = [...personas, ...new Families(facts, random, personas).settle()];
  const adults = people.filter((person) => isAdult(person) && person.dateOfDeath === undefined);
  const owners = adults.filter((person) => !person.protected);
  const founded = [...simulation.storyCompanies, ...foundCompanies(facts, random, owners, simulation.storyCompanies)];
  return [
    population.content(people.map((person) => [person.number.value, person] as const)),
    companies.content(founded.map((company) => [company.number, company] as const)),
    eidasLinks([...people.flatMap((person) => personLinks(facts, person)), ...companyLinks(facts.country, founded)]),
    ...simulation.registers({ people, adults, companies: founded, random }),
  ];
}

function personLinks(
  { country, spellings = (value) => [value] }: CountryFacts,
  person: SimulatedPerson,
): readonly EidasLink[] {
  const number = person.number.value;
  const replaced = person.otherNumbers.filter(({ foreign = false }) => !foreign).map(({ value }) => value);
  const own = [number, ...replaced].flatMap((issued) =>
    spellings(issued).flatMap((value) =>
      destinationsFrom(country).map((to) => ({
        eidasIdentifier: `${country}/${to}/${value}`,
        kind: 'person' as const,
        number,
        ...(issued === number ? {} : { former: true }),
      })),
    ),
  );
  const foreign = person.foreignEidas.map((eidasIdentifier) => ({ eidasIdentifier, kind: 'person' as const, number }));
  return [...own, ...foreign];
}

function companyLinks(country: string, companies: readonly CompanyEntry[]): readonly EidasLink[] {
  return companies.flatMap(({ number }) =>
    destinationsFrom(country).map((to) => ({
      eidasIdentifier: `${country}/${to}/${number}`,
      kind: 'company' as const,
      number,
    })),
  );
}

function destinationsFrom(country: string): readonly string[] {
  return DESTINATIONS.filter((destination) => destination !== country);
}
