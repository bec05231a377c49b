import { TEST_PROCEDURE } from '@oots/edm';
import type { EvidenceDocument } from '@oots/evidence';
import type { EvidenceRegister, Match, RegisterKey, RegisterRecords, SubjectClaims } from '@oots/node';
import { EvidenceSource } from '../register/evidence-source.js';
import { type Authority, referenceOf } from './authority.js';
import type { CountryDefinition } from './country-definition.js';
import type { OfferedEvidence } from './offered-evidence.js';

const EVIDENCE_TYPE = 'system-check';

/** Nobody: a request has to name a person, and a system check is about none. */
const NOBODY = { familyName: 'Check', givenName: 'System', dateOfBirth: '1970-01-01' } as const;

/** In the place of a national number, also at the sign-in before a preview. */
const NUMBER = 'SYSTEM-CHECK';

/**
 * @param provider country that is asked
 * @param requester country that asks
 * @returns the invented person of every system check between the two
 */
export function systemCheckSubject(provider: string, requester: string) {
  return { eidasIdentifier: `${provider}/${requester}/${NUMBER}`, ...NOBODY };
}

/** The system check as a country asks for it: whoever runs its node runs the procedure too. */
export function systemCheckProcedure(operator: Authority): CountryDefinition['procedures'][number] {
  return { procedure: TEST_PROCEDURE, authority: operator, asksFor: [EVIDENCE_TYPE] };
}

/** The system check as a country answers it. */
export function systemCheckEvidence(operator: Authority): OfferedEvidence {
  return { title: 'System check', authority: operator, register: new SystemCheckRegister(operator) };
}

/** Answers about nobody but the invented person, so that a check with somebody's data in it finds nothing. */
class SystemCheckRegister implements EvidenceRegister {
  readonly evidenceType = EVIDENCE_TYPE;
  private readonly source: EvidenceSource<typeof EVIDENCE_TYPE>;

  constructor(private readonly operator: Authority) {
    this.source = new EvidenceSource(EVIDENCE_TYPE, operator);
  }

  match(claims: SubjectClaims, _records: RegisterRecords): Promise<Match> {
    const invented =
      claims.familyName === NOBODY.familyName &&
      claims.givenName === NOBODY.givenName &&
      claims.dateOfBirth === NOBODY.dateOfBirth &&
      (claims.eidasIdentifier?.endsWith(`/${NUMBER}`) ?? true) &&
      (claims.nationalIdentifier ?? NUMBER) === NUMBER;
    return Promise.resolve(invented ? { outcome: 'one', key: EVIDENCE_TYPE as RegisterKey } : { outcome: 'none' });
  }

  extract(key: RegisterKey, _records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined> {
    if (key !== EVIDENCE_TYPE) return Promise.resolve(undefined);
    const { country } = this.operator;
    const body = { country, operator: referenceOf(this.operator), result: 'answered' } as const;
    return Promise.resolve(this.source.issue({ systemCheck: body }, issuedAt));
  }
}
