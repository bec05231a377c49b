import type { EvidenceModelName } from '@oots/evidence';
import type {
  EvidenceDocument,
  EvidenceRegister,
  Match,
  RegisterKey,
  RegisterRecord,
  RegisterRecords,
  ResidenceChange,
  ResidenceRegister,
  SubjectClaims,
} from '../provider/evidence-register.js';
import { TESTLAND } from './test-catalogue.js';
import { familyOf, residenceOf, type TestPerson } from './test-people.js';

export const PEOPLE = 'people';

/** A register of testland over the one table of people it has. */
export class TestRegister implements EvidenceRegister {
  constructor(
    readonly evidenceType: EvidenceModelName,
    private readonly document: (person: TestPerson, issuedAt: Date) => EvidenceDocument,
  ) {}

  /** By identifier or by names; whom a national identifier names, everything else that is claimed has to fit. */
  async match({ nationalIdentifier: key, ...claims }: SubjectClaims, records: RegisterRecords): Promise<Match> {
    const { eidasIdentifier, familyName = '', givenName = '', dateOfBirth = '' } = claims;
    const fields: Record<string, string> =
      key !== undefined
        ? { key, ...claims }
        : eidasIdentifier === undefined
          ? { familyName, givenName, dateOfBirth }
          : { eidasIdentifier };
    const found = await records.where(PEOPLE, fields);
    const [person] = found.map(personIn);
    if (person === undefined) return { outcome: 'none' };
    if (found.length > 1) return { outcome: 'several', count: found.length };
    return person.protected === true ? { outcome: 'protected' } : { outcome: 'one', key: person.key as RegisterKey };
  }

  async extract(key: RegisterKey, records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined> {
    const record = await records.get(PEOPLE, key);
    const person = record && personIn(record);
    return person?.street === undefined ? undefined : this.document(person, issuedAt);
  }
}

/** The population register of testland: it also takes part in moves. */
class TestResidences extends TestRegister implements ResidenceRegister {
  async registerArrival(subject: SubjectClaims, change: ResidenceChange, records: RegisterRecords) {
    const key = `arrived-${subject.familyName ?? ''}`;
    await records.put(PEOPLE, key, { key, ...subject, street: change.address.thoroughfare, since: change.movedOn });
    return key as RegisterKey;
  }

  async registerDeparture(key: RegisterKey, change: ResidenceChange, records: RegisterRecords): Promise<void> {
    const record = await records.get(PEOPLE, key);
    await records.put(PEOPLE, key, { ...record, departedOn: change.movedOn, to: change.address.adminUnitL1 });
  }
}

export const residences: ResidenceRegister & { readonly evidenceType: string } = new TestResidences(
  'residence',
  (person, issuedAt) => residenceOf(person, TESTLAND, issuedAt),
);

export const families = new TestRegister('family-composition', (person, issuedAt) =>
  familyOf(person, TESTLAND, issuedAt),
);

function personIn(record: RegisterRecord): TestPerson {
  return record as unknown as TestPerson;
}
