/**
 * The person's own request that evidence be fetched: explicit, freely given, specific, informed, unambiguous. It is no
 * GDPR consent, and none is derived from it.
 *
 * @see Reg. (EU) 2018/1724 art. 14(4), 14(7)
 */
export interface ExplicitRequest {
  readonly identifier: string;
  /** Version of the text that the person agreed to. */
  readonly textVersion: string;
  readonly requestedAt: Date;
  readonly levelOfAssurance: 'Low' | 'Substantial' | 'High';
  readonly procedure: string;
  /** Identifiers of the requirements it covers. */
  readonly requirements: readonly string[];
}
