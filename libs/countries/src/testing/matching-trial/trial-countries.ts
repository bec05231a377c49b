import type { CountryProfile, Match, SubjectClaims } from '@oots/node';
import { rahvastikuregister } from '../../ee/population-register.js';
import { äriregister } from '../../ee/business-register.js';
import { kaupparekisteri } from '../../fi/business-register.js';
import { väestötietojärjestelmä } from '../../fi/population-register.js';
import { COUNTRIES } from '../../index.js';
import { juridiniųAsmenųRegistras } from '../../lt/other-registers.js';
import { gyventojųRegistras } from '../../lt/population-register.js';
import { uzņēmumuReģistrs } from '../../lv/other-registers.js';
import { fiziskoPersonuReģistrs } from '../../lv/population-register.js';
import { enhetsregisteret } from '../../no/business-register.js';
import { folkeregisteret } from '../../no/population-register.js';
import type { CompanyEntry } from '../../register/company-register.js';
import { eidasLinksOf } from '../../register/eidas-links.js';
import type { NationalRegister } from '../../register/national-register.js';
import type { PopulationEntry } from '../../register/population-entry.js';
import { näringslivsregistret } from '../../se/business-register.js';
import { folkbokföring } from '../../se/population-register.js';
import { MemoryRegisterRecords } from '../memory-register-records.js';

const REGISTERS: Readonly<
  Record<string, { people: NationalRegister<PopulationEntry>; companies: NationalRegister<CompanyEntry> }>
> = {
  FI: { people: väestötietojärjestelmä, companies: kaupparekisteri },
  EE: { people: rahvastikuregister, companies: äriregister },
  SE: { people: folkbokföring, companies: näringslivsregistret },
  NO: { people: folkeregisteret, companies: enhetsregisteret },
  LV: { people: fiziskoPersonuReģistrs, companies: uzņēmumuReģistrs },
  LT: { people: gyventojųRegistras, companies: juridiniųAsmenųRegistras },
};

/** eIDAS identifiers of somebody in one register, one for each number. */
export interface TrialIdentifiers {
  readonly current: string;
  readonly former: readonly string[];
  readonly linked: readonly string[];
}

export interface TrialPerson {
  readonly person: PopulationEntry;
  readonly identifiers: TrialIdentifiers;
  /** Somebody else in the register has the same name and date of birth. */
  readonly hasNamesake: boolean;
}

export interface TrialCompany {
  readonly company: CompanyEntry;
  readonly identifiers: TrialIdentifiers;
}

/** One country's registers, and everybody in them. */
export interface TrialCountry {
  readonly country: string;
  readonly people: readonly TrialPerson[];
  readonly companies: readonly TrialCompany[];
  matchPerson(claims: SubjectClaims): Promise<Match>;
  matchCompany(claims: SubjectClaims): Promise<Match>;
}

/** @returns the six countries with the people and companies of one seed */
export function trialCountries(seed: number): Promise<readonly TrialCountry[]> {
  return Promise.all(COUNTRIES.map((profile) => trialCountry(profile, seed)));
}

async function trialCountry(profile: CountryProfile, seed: number): Promise<TrialCountry> {
  const records = MemoryRegisterRecords.holding(profile.population(seed));
  const registers = REGISTERS[profile.country];
  const business = profile.offers.find(({ register }) => register.evidenceType === 'legal-entity-extract')?.register;
  if (!registers || !business) throw new RangeError(`${profile.country} has no registers of people and companies`);
  const people = await registers.people.where({}, records);
  const companies = await registers.companies.where({}, records);
  const identifiersOf = async (number: string, kind: 'person' | 'company'): Promise<TrialIdentifiers> => {
    const links = (await eidasLinksOf(number, records)).filter((link) => link.kind === kind);
    const own = links.filter(({ eidasIdentifier }) => eidasIdentifier.startsWith(`${profile.country}/`));
    const [current] = own.filter(({ former = false }) => !former);
    if (!current) throw new RangeError('everybody has an identifier of the country');
    return {
      current: current.eidasIdentifier,
      former: own.filter(({ former = false }) => former).map(({ eidasIdentifier }) => eidasIdentifier),
      linked: links.filter((link) => !own.includes(link)).map(({ eidasIdentifier }) => eidasIdentifier),
    };
  };
  return {
    country: profile.country,
    people: await Promise.all(
      people.map(async (person) => ({
        person,
        identifiers: await identifiersOf(person.number.value, 'person'),
        hasNamesake: people.some((other) => other !== person && nameAndDay(other) === nameAndDay(person)),
      })),
    ),
    companies: await Promise.all(
      companies.map(async (company) => ({ company, identifiers: await identifiersOf(company.number, 'company') })),
    ),
    matchPerson: (claims) => profile.residenceRegister.match(claims, records),
    matchCompany: (claims) => business.match(claims, records),
  };
}

function nameAndDay({ familyName, givenName, dateOfBirth }: PopulationEntry): string {
  return [familyName, givenName, dateOfBirth].join('|');
}
