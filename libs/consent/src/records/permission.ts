import type { OrganisationIdentifier } from '@oots/edm';

/**
 * What one requester may ask of a provider: which fields, for which purpose, on which grounds. Given and taken back by the
 * provider; the person has no part in it.
 */
export interface Permission {
  /** Stable number of the permission, `EE-P-0001`. */
  readonly identifier: string;
  /** Country whose registers it opens. */
  readonly providerCountry: string;
  readonly requester: { readonly country: string; readonly organisation: OrganisationIdentifier };
  /** Codes of the Procedures list. */
  readonly procedures: readonly string[];
  /** Purpose code. */
  readonly purpose: string;
  /** Name of the evidence model, `residence`. */
  readonly evidenceType: string;
  /** Path patterns of the evidence model; `*` is any element of a list. A pattern covers everything below it. */
  readonly paths: readonly string[];
  /** Instruments and grounds that the provider's law lets it disclose on. */
  readonly acceptedBases: readonly { readonly type: string; readonly instrument: string }[];
}
