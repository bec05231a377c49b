import type { EvidenceBody, EvidenceDocument, EvidenceModelName, Subject } from '@oots/evidence';
import type { EvidenceRegister, Match, RegisterKey, RegisterRecords, SubjectClaims } from '@oots/node';
import type { EvidenceSource, Fact } from './evidence-source.js';
import type { NationalRegister } from './national-register.js';
import type { Population } from './population.js';

/** How entries of one kind of register, keyed by national number, become evidence: the same in every country. */
export interface PersonEvidence<Name extends EvidenceModelName, Entry extends object> {
  /** @param subject who it is about, from the population register */
  body(entry: Entry, subject: Subject): EvidenceBody<Name>;
  fact(entry: Entry): Fact;
}

/** A register that knows people by their national number and asks the population register who they are. */
export class PersonRegister<Name extends EvidenceModelName, Entry extends object> implements EvidenceRegister {
  readonly evidenceType: Name;

  constructor(
    private readonly register: NationalRegister<Entry>,
    private readonly population: Population,
    private readonly source: EvidenceSource<Name>,
    private readonly evidence: PersonEvidence<Name, Entry>,
  ) {
    this.evidenceType = source.evidenceType;
  }

  match(subject: SubjectClaims, records: RegisterRecords): Promise<Match> {
    return this.population.match(subject, records);
  }

  async extract(key: RegisterKey, records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined> {
    const person = await this.population.releasable(key, records);
    if (!person) return undefined;
    const subject = this.population.subject(person);
    const entry = await this.entryOf(subject, records);
    if (!entry) return undefined;
    return this.source.issue(this.evidence.body(entry, subject), issuedAt, this.evidence.fact(entry));
  }

  /** A register may still hold somebody under a number they had before. */
  private async entryOf(subject: Subject, records: RegisterRecords): Promise<Entry | undefined> {
    for (const { value } of subject.identifiers) {
      const entry = await this.register.get(value, records);
      if (entry) return entry;
    }
    return undefined;
  }
}
