/** Where a consent stands. There is no way back from `refused`, `withdrawn` or `invalidated`: a new one is a new record. */
export type ConsentState =
  'requested' | 'given' | 'refused' | 'withdrawn' | 'expired' | 'revoked' | 'invalidated' | 'superseded';

/** One step of a consent's history; only ever added. */
export interface ConsentEvent {
  readonly state: ConsentState;
  readonly time: Date;
  /** How it was expressed, `explicit-click`. */
  readonly method?: string;
  readonly levelOfAssurance?: 'Low' | 'Substantial' | 'High';
}

/**
 * A GDPR consent: only where the person has a real choice and no disadvantage from refusing. One purpose, one recipient.
 *
 * @see GDPR Art. 4(11), 6(1)(a), 7; ISO/IEC TS 27560:2023
 */
export interface Consent {
  /** UUID */
  readonly identifier: string;
  /** Grows by one with every event; a provider's view must have reached the version that a request names. */
  readonly version: number;
  /** Consent service that issued it, a URI. */
  readonly issuer: string;
  /** Pairwise pseudonym, never the national number. */
  readonly dataSubject: string;
  readonly procedure: string;
  readonly purpose: string;
  readonly paths: readonly { readonly path: string; readonly necessity: 'required' | 'optional' }[];
  /** Organisation identifiers, `<scheme>:<value>`. */
  readonly source: string;
  readonly recipient: string;
  readonly usage:
    | { readonly kind: 'single'; readonly requestId: string }
    | { readonly kind: 'standing'; readonly maxUses: number; /** ISO 8601 duration */ readonly interval: string };
  readonly expiresAt: Date;
  readonly notice: { readonly identifier: string; readonly language: string; readonly digest: string };
  readonly events: readonly ConsentEvent[];
}
