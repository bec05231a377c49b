import { carryBasis, EDM_2_0, type EvidenceRequest, withoutBasis } from '@oots/edm';

/** Profile A: the same request in plain 2.0, its basis carried by the subject. @see background-exchange 5 */
export function inProfileA({ background, ...request }: EvidenceRequest): EvidenceRequest {
  const subject = background === undefined ? request.subject : carryBasis(request.subject, background);
  return { ...request, specification: EDM_2_0, possibilityForPreview: false, subject };
}

/** The same request as OOTS has it: the person looks before anything leaves. */
export function withPreview({ background: _basis, preview: _locations, ...request }: EvidenceRequest): EvidenceRequest {
  return {
    ...request,
    specification: EDM_2_0,
    possibilityForPreview: true,
    subject: withoutBasis(request.subject),
  };
}
