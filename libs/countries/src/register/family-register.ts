import type { EvidenceDocument } from '@oots/evidence';
import type { EvidenceRegister, Match, RegisterKey, RegisterRecords, SubjectClaims } from '@oots/node';
import type { EvidenceSource } from './evidence-source.js';
import { type Population, memberOf } from './population.js';

/** Spouse, children and parents a population register has for a person. */
export class PopulationFamily implements EvidenceRegister {
  readonly evidenceType = 'family-composition';

  constructor(
    private readonly population: Population,
    private readonly source: EvidenceSource<'family-composition'>,
  ) {}

  match(subject: SubjectClaims, records: RegisterRecords): Promise<Match> {
    return this.population.match(subject, records);
  }

  async extract(key: RegisterKey, records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined> {
    const person = await this.population.releasable(key, records);
    if (!person) return undefined;
    const named = await this.population.namedRelatives(person, records);
    const members = named.map((relative) => ({
      ...memberOf(relative),
      ...(relative.person.dateOfDeath === undefined ? {} : { dateOfDeath: relative.person.dateOfDeath }),
      ...(relative.relative.custody === undefined ? {} : { custody: relative.relative.custody }),
    }));
    return this.source.issue({ subject: this.population.subject(person), household: { members } }, issuedAt);
  }
}
