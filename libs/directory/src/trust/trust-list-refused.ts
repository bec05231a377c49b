/** Why a trust list is not taken over. */
export type TrustListRefusal = 'signature-invalid' | 'malformed' | 'not-yet-valid' | 'expired' | 'rollback';

/** A trust list that must not be used. Whoever holds an older one keeps it. */
export class TrustListRefused extends Error {
  override readonly name = 'TrustListRefused';

  constructor(
    readonly reason: TrustListRefusal,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail === undefined ? `trust list refused: ${reason}` : `trust list refused: ${reason}: ${detail}`, options);
  }
}
