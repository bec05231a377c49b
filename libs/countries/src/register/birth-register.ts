import type { Birth, EvidenceDocument } from '@oots/evidence';
import type { EvidenceRegister, Match, RegisterKey, RegisterRecords, SubjectClaims } from '@oots/node';
import { type Authority, referenceOf } from '../catalogue/authority.js';
import type { EvidenceSource } from './evidence-source.js';
import type { Population } from './population.js';
import { type PopulationEntry, subjectOf } from './population-entry.js';

type Parent = Birth['birth']['parents'][number];

/**
 * Births registered in the country. When a parent is protected there is no evidence at all: the child's place of birth and the
 * other parent would lead to the protected one.
 */
export class PopulationBirths implements EvidenceRegister {
  readonly evidenceType = 'birth';

  /** @param registrar the authority that registers births */
  constructor(
    private readonly population: Population,
    private readonly source: EvidenceSource<'birth'>,
    private readonly registrar: Authority,
  ) {}

  match(subject: SubjectClaims, records: RegisterRecords): Promise<Match> {
    return this.population.match(subject, records);
  }

  async extract(key: RegisterKey, records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined> {
    const child = await this.population.releasable(key, records);
    if (!child?.birth) return undefined;
    const parents = await this.parents(child, records);
    if (!parents) return undefined;
    const { identifiers, familyName, birthName = familyName, givenName, citizenship } = subjectOf(child);
    return this.source.issue(
      {
        birth: {
          child: {
            familyName: birthName,
            givenName,
            dateOfBirth: child.dateOfBirth,
            sex: child.sex ?? 'NKN',
            placeOfBirth: child.birth.place,
            identifiers,
            ...(citizenship === undefined ? {} : { citizenship }),
          },
          registration: {
            date: child.birth.registeredOn,
            number: child.birth.entry,
            authority: referenceOf(this.registrar),
          },
          parents,
        },
      },
      issuedAt,
      { validFrom: child.birth.registeredOn },
    );
  }

  /** @returns undefined when one of them is protected */
  private async parents(child: PopulationEntry, records: RegisterRecords): Promise<Parent[] | undefined> {
    const parents: Parent[] = [];
    for (const { relationship, number } of child.relatives) {
      const person = relationship === 'PARENT' ? await this.population.find(number, records) : undefined;
      if (person?.protected) return undefined;
      if (person) parents.push(parentOf(person, child));
    }
    return parents;
  }
}

function parentOf(person: PopulationEntry, child: PopulationEntry): Parent {
  const { familyName, givenName, identifiers, dateOfBirth, citizenship } = subjectOf(person);
  const custody = person.relatives.find(({ number }) => number === child.number.value)?.custody;
  return {
    role: 'PARENT',
    familyName,
    givenName,
    identifiers,
    dateOfBirth,
    ...(citizenship === undefined ? {} : { citizenship }),
    ...(custody === undefined ? {} : { parentalResponsibility: custody !== 'NONE' }),
  };
}
