import type { SubjectClaims } from '@oots/node';
import { type Assessment, assessment } from './assess-person.js';
import { compareLegalNames } from './legal-name.js';
import { COMPANY_POLICY, type CompanyPolicy } from './matching-policy.js';

/** What a register knows of a legal person that can be compared with claims. */
export interface CompanyOnRecord {
  readonly name: string;
}

/** How well the legal name that a request claims fits one company. What is not claimed earns nothing. */
export function assessCompany(
  { legalName }: SubjectClaims,
  candidate: CompanyOnRecord,
  policy: CompanyPolicy = COMPANY_POLICY,
): Assessment {
  if (legalName === undefined) return assessment([{ element: 'legalName', finding: 'not-claimed', points: 0 }]);
  const finding = compareLegalNames(legalName, candidate.name);
  return assessment([{ element: 'legalName', finding, points: policy.legalName[finding] }]);
}
