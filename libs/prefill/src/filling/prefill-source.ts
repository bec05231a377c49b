/** One evidence that arrived, with what the requester knows about it. */
export interface PrefillSource {
  /** `urn:uuid:…` of the evidence document. */
  readonly evidenceId: string;
  /** Name of the evidence model, `residence`. */
  readonly evidenceType: string;
  /** The evidence itself. Personal data. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Name of the providing authority. */
  readonly provider: string;
  readonly retrievedAt: Date;
  readonly legalBasis: { readonly type: string; readonly instrument: string; readonly article: string };
  readonly consentId?: string;
  /** Paths that were asked for but not shared. */
  readonly omittedPaths?: readonly string[];
}
