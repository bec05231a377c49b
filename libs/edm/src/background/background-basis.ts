import type { LocalisedText } from '../agent.js';

/** GDPR article 6(1) (a) consent, (c) legal obligation, (e) public task. */
export type LegalBasisType = 'GDPR-6-1-a' | 'GDPR-6-1-c' | 'GDPR-6-1-e';

/** The requester's basis; the provider checks its own separately. */
export interface LegalBasis {
  readonly type: LegalBasisType;
  /** ELI or another URI of the law. */
  readonly instrument: string;
  readonly article: string;
  /** Country of the requester. @see BG-REQ-06 */
  readonly memberState: string;
  /** `GDPR-9-2-g`, when the evidence holds special categories of data. */
  readonly specialCategoryGround?: string;
  /** Provision by which no preview is needed. @see Reg. (EU) 2018/1724 art. 14(5) */
  readonly previewExemption?: string;
}

/** What the data are for. */
export interface Purpose {
  /** Of the list published with the procedure. */
  readonly code: string;
  /** For the person's view, one per language, at least one. */
  readonly descriptions: readonly LocalisedText[];
}

/** How the person was informed before. */
export interface Notice {
  readonly identifier: string;
  /** `sha256:` and the hex digest of the text shown or sent. */
  readonly digest: string;
  readonly givenAt: Date;
}

/** Consent that the request rests on. The token is authoritative; the rest routes and must agree with it. */
export interface ConsentReference {
  /** UUID */
  readonly identifier: string;
  /** 1 or more. */
  readonly version: number;
  readonly issuer: string;
  readonly expiresAt: Date;
  /** Compact JWS. */
  readonly token: string;
}

/** Why a request without a user is allowed: what profile B adds to an evidence request. */
export interface BackgroundBasis {
  readonly legalBasis: LegalBasis;
  readonly purpose: Purpose;
  readonly notice: Notice;
  /** Given if and only if the basis is `GDPR-6-1-a`. @see BG-REQ-04 */
  readonly consent?: ConsentReference;
  /** Opaque case number of the requester, no personal data. */
  readonly caseReference?: string;
  /** Paths into the data model, `/qualification/title`; absent: the whole evidence. */
  readonly requestedAttributes?: readonly string[];
}

/** How the provider accounts for an answer: what profile B adds to an evidence response. */
export interface BackgroundAccount {
  /** Bare UUID of the provider's ledger entry. */
  readonly usageReference: string;
  /** Paths that really left; a subset of what was asked. Given when attributes were requested. */
  readonly disclosedAttributes?: readonly string[];
  readonly subscriptionIdentifier?: string;
}
