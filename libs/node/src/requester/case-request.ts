import type { Subject } from '@oots/edm';

/** What an authority asks its node to do. */
export interface CaseRequest {
  readonly procedure: string;
  readonly providerCountry: string;
  /** With the level of assurance of the person's sign-in. */
  readonly subject: Subject;
  readonly explicitRequest: boolean;
  /** Upper-case two-letter code of the notice's language; the country's first when absent. */
  readonly language?: string;
  /** Names of evidence models; every type that proves the procedure's requirements when absent. */
  readonly evidenceTypes?: readonly string[];
  /** Event of another Member State that this case follows up. */
  readonly followsNotification?: string;
}

/** A case that stands, its requests on their way. */
export interface OpenedCase {
  readonly caseId: string;
  readonly conversationId: string;
  readonly exchanges: readonly { readonly exchangeId: string; readonly evidenceType: string; readonly mode: string }[];
  readonly notice: {
    readonly identifier: string;
    readonly language: string;
    readonly text: string;
    readonly digest: string;
  };
}
