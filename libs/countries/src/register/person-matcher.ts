import type { RegisterRecords, SubjectClaims } from '@oots/node';
import { linkedNumber } from './eidas-links.js';
import { sameName } from './name-folding.js';
import type { NationalRegister } from './national-register.js';
import type { PopulationEntry } from './population-entry.js';

/**
 * Finds whom a request means in a population register. An eIDAS identifier resolves through the country's own links; without
 * one that is known here, names and date of birth must all be claimed and fit. Whatever is claimed beside an identifier must
 * fit too: a request that contradicts itself finds nobody. The deceased are found like the living.
 */
export class PersonMatcher {
  /** @param ownEidasIdentifiers what identifiers that this country issued begin with, `EE/` */
  constructor(
    private readonly register: NationalRegister<PopulationEntry>,
    private readonly ownEidasIdentifiers: string,
  ) {}

  /** @returns everybody the claims fit, the protected included */
  async fitting(claims: SubjectClaims, records: RegisterRecords): Promise<readonly PopulationEntry[]> {
    const candidates = await this.candidates(claims, records);
    return candidates.filter((person) => fits(claims, person));
  }

  private async candidates(claims: SubjectClaims, records: RegisterRecords): Promise<readonly PopulationEntry[]> {
    const { eidasIdentifier, familyName, givenName, dateOfBirth } = claims;
    if (eidasIdentifier !== undefined) {
      const number = await linkedNumber(eidasIdentifier, 'person', records);
      const person = number === undefined ? undefined : await this.register.get(number, records);
      if (person) return [person];
      // This country knows everyone it gave an identifier to: an unknown one is nobody, whatever the names say.
      if (eidasIdentifier.startsWith(this.ownEidasIdentifiers)) return [];
    }
    if (familyName === undefined || givenName === undefined || dateOfBirth === undefined) return [];
    return this.register.where({ dateOfBirth }, records);
  }
}

function fits({ familyName, givenName, dateOfBirth }: SubjectClaims, person: PopulationEntry): boolean {
  const familyNames = [person.familyName, ...person.formerFamilyNames];
  return (
    (familyName === undefined || familyNames.some((name) => sameName(name, familyName))) &&
    (givenName === undefined || sameName(person.givenName, givenName)) &&
    (dateOfBirth === undefined || person.dateOfBirth === dateOfBirth)
  );
}
