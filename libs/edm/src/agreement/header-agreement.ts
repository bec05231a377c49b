import type { OrganisationIdentifier } from '../agent.js';
import type { EbmsHeader } from '../header/ebms-header.js';
import type { Finding } from '../reading.js';
import type { EvidenceRequest } from '../request/evidence-request.js';
import { finding } from './disagreement.js';

/**
 * What a header has to have in common with the request it carries. A receiver that finds them different answers
 * EDM:ERR:0003. @see TDD 4.4, 4.7.1
 */
export function compareHeader(header: EbmsHeader, request: EvidenceRequest): readonly Finding[] {
  return [
    ...finding(
      'POC-ebMS-07',
      header.specificationId !== request.specification,
      'SpecificationId is the specification of the request',
    ),
    ...finding(
      'POC-ebMS-08',
      !isSame(header.originalSender, request.requester.identifier),
      'originalSender is the requester',
    ),
    ...finding(
      'POC-ebMS-09',
      !isSame(header.finalRecipient, request.provider.identifier),
      'finalRecipient is the provider',
    ),
  ];
}

function isSame(one: OrganisationIdentifier, other: OrganisationIdentifier): boolean {
  return one.scheme === other.scheme && one.value === other.value;
}
