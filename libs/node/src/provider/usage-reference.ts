import type { EbmsHeader, EvidenceRequest, IdentifierSource } from '@oots/edm';

/**
 * The name under which both logs know one use of data. A plain 2.0 answer has no place for one, so there both sides take the
 * exchange id, which both have. @see background-exchange 5, limits of profile A
 */
export function usageReferenceFor(
  { background }: EvidenceRequest,
  { exchangeId }: EbmsHeader,
  identifiers: IdentifierSource,
): string {
  return background === undefined ? exchangeId : identifiers.uuid();
}
