import type { EvidenceModelName } from '@oots/evidence';
import type { EvidenceRegister, ResidenceRegister } from '@oots/node';
import type { SyntheticNumbers } from '../identifiers/person-numbers.js';
import { PopulationBirths } from '../register/birth-register.js';
import { type CompanyEntry, CompanyRegister, type CompanyScheme } from '../register/company-register.js';
import { EvidenceSource } from '../register/evidence-source.js';
import { PopulationFamily } from '../register/family-register.js';
import type { NationalRegister } from '../register/national-register.js';
import { type PersonEvidence, PersonRegister } from '../register/person-register.js';
import type { Population } from '../register/population.js';
import { PopulationResidence } from '../register/residence-register.js';
import type { Authority } from './authority.js';

/** One evidence type a country gives, what it calls it, and the register behind it. */
export interface OfferedEvidence<Register extends EvidenceRegister = EvidenceRegister> {
  /** In the language of the authority. */
  readonly title: string;
  readonly authority: Authority;
  readonly register: Register & { readonly evidenceType: EvidenceModelName };
}

/** Joins the registers of one country to its population. */
export class OfferedBy {
  constructor(private readonly population: Population) {}

  /** @param newNumbers for people who move in */
  residence(title: string, authority: Authority, newNumbers: SyntheticNumbers): OfferedEvidence<ResidenceRegister> {
    const source = new EvidenceSource('residence', authority);
    return { title, authority, register: new PopulationResidence(this.population, source, newNumbers) };
  }

  family(title: string, authority: Authority): OfferedEvidence {
    const source = new EvidenceSource('family-composition', authority);
    return { title, authority, register: new PopulationFamily(this.population, source) };
  }

  births(title: string, authority: Authority): OfferedEvidence {
    const source = new EvidenceSource('birth', authority);
    return { title, authority, register: new PopulationBirths(this.population, source, authority) };
  }

  companies(
    title: string,
    authority: Authority,
    register: NationalRegister<CompanyEntry>,
    scheme: CompanyScheme,
  ): OfferedEvidence {
    const source = new EvidenceSource('legal-entity-extract', authority);
    return { title, authority, register: new CompanyRegister(register, this.population, source, scheme) };
  }

  about<Name extends EvidenceModelName, Entry extends object>(
    evidenceType: Name,
    title: string,
    authority: Authority,
    register: NationalRegister<Entry>,
    evidence: PersonEvidence<Name, Entry>,
  ): OfferedEvidence {
    const source = new EvidenceSource(evidenceType, authority);
    return { title, authority, register: new PersonRegister(register, this.population, source, evidence) };
  }
}
