import { easScheme } from '@oots/edm';
import type { PermissionQuestion } from '../permission/permission-decision.js';

/** What Estonia asks itself when Finland's population authority wants a residence, unless told otherwise. */
export function aPermissionQuestion(given: Partial<PermissionQuestion> = {}): PermissionQuestion {
  return {
    providerCountry: 'EE',
    requester: { country: 'FI', organisation: { scheme: easScheme('0212'), value: '0245437-2' } },
    procedure: 'V1',
    purpose: 'change-of-residence',
    evidenceType: 'residence',
    legalBasis: {
      type: 'GDPR-6-1-e',
      instrument: 'urn:nb-oots2:simulated-law:ee-fi-population-registration-2022',
      article: '11-15',
      memberState: 'FI',
      previewExemption: '11-15',
    },
    requestedPaths: ['/residence/address', '/residence/startDate'],
    ...given,
  };
}
