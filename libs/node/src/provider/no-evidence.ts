import { EDM_EXCEPTIONS, Refusal } from '@oots/edm';

/** Why there is nothing to release. Only the provider's own log ever says which. */
export type NoEvidenceReason =
  'NO_MATCH' | 'AMBIGUOUS' | 'PROTECTED' | 'NOT_ON_RECORD' | 'NOTHING_PERMITTED' | 'DECLINED_IN_PREVIEW';

/**
 * Nobody, several people, a protected person, nothing on record, declined by the person: outside they are one and the same
 * answer. @see Reg. (EU) 2022/1463 art. 16, TDD 2.1
 */
export class NoEvidence extends Refusal {
  constructor(readonly internal: NoEvidenceReason) {
    super(EDM_EXCEPTIONS.objectNotFound, 'no evidence can be provided automatically');
  }
}
