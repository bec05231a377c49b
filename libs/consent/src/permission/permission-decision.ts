import type { OrganisationIdentifier } from '@oots/edm';
import type { LegalBasis } from '../records/legal-basis.js';
import type { BackgroundRefusalReason } from './background-refusal.js';

/** What a provider asks itself about a request, once it knows who really sent it. */
export interface PermissionQuestion {
  readonly providerCountry: string;
  /** The authenticated requester, not only the one that the message names. */
  readonly requester: { readonly country: string; readonly organisation: OrganisationIdentifier };
  readonly procedure: string;
  /** Purpose code. */
  readonly purpose: string;
  readonly evidenceType: string;
  /** As the requester declares it. */
  readonly legalBasis: LegalBasis;
  /** Path patterns; absent: the whole evidence. */
  readonly requestedPaths?: readonly string[];
}

/** What may leave, or why nothing may. */
export type PermissionDecision =
  | {
      readonly outcome: 'granted';
      /** The permission that decided, with the version of its table: what the audit entry names. */
      readonly rule: string;
      readonly tableVersion: string;
      /** At least one. */
      readonly granted: readonly string[];
      /** Requested, but not covered: reported, never silently dropped. */
      readonly omitted: readonly string[];
    }
  | {
      readonly outcome: 'refused';
      readonly reason: BackgroundRefusalReason;
      /** The permission that refused; absent when there is none for the question. */
      readonly rule?: string;
      readonly tableVersion: string;
    };
