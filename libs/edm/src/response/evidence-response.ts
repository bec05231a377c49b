import type { Agent, LocalisedText } from '../agent.js';
import type { BackgroundAccount } from '../background/background-basis.js';
import type { EvidenceResponseId, RegistryObjectId, RequestId } from '../identifiers.js';
import type { AssociatedDocument } from '../request/evidence-request.js';
import type { SpecificationId } from '../specification.js';
import type { Subject } from '../subject/subject.js';

/** The form in which a document comes. */
export interface ServedDistribution {
  /** Code of the OOTSMediaTypes list. */
  readonly format: string;
  readonly languages: readonly string[];
  /** Data model; never on a supplement. */
  readonly conformsTo?: string;
}

/** A document of a package and the MIME part that holds its bytes. */
interface PackagedDocument {
  readonly id: RegistryObjectId;
  /** UUID of the evidence, entry point of the non-repudiation chain. */
  readonly identifier: string;
  /** `xlink:title` */
  readonly title: string;
  /** `<local>@<domain>`, without `cid:`. */
  readonly contentId: string;
  readonly distribution: ServedDistribution;
}

/** The evidence itself. */
export interface MainEvidence extends PackagedDocument {
  /** Echo of the minimum data set asked about. */
  readonly isAbout: Subject;
  /** Identifier and names travel. */
  readonly issuingAuthority: Agent;
  readonly evidenceType: {
    readonly classification: string;
    readonly titles: readonly LocalisedText[];
    readonly descriptions?: readonly LocalisedText[];
  };
  /** ISO 8601 calendar date */
  readonly issuedOn: string;
  /** ISO 8601 calendar dates, both inclusive. */
  readonly validity?: { readonly from: string; readonly to: string };
}

/** A document that accompanies the main evidence and is associated with it. */
export interface SupplementaryDocument extends PackagedDocument {
  readonly kind: AssociatedDocument;
}

/** One piece of evidence with what belongs to it. */
export interface EvidencePackage {
  readonly id: RegistryObjectId;
  readonly mainEvidence: MainEvidence;
  readonly supplements: readonly SupplementaryDocument[];
}

/** Delivered now, or announced for later. */
export type Availability =
  { readonly status: 'Success' } | { readonly status: 'Unavailable'; readonly availableAt: Date };

/** `query:QueryResponse` with status Success or Unavailable. @see TDD 4.5.2 */
export type EvidenceResponse = Availability & {
  readonly id: EvidenceResponseId;
  readonly requestId: RequestId;
  /** That of the request. */
  readonly specification: SpecificationId;
  readonly issuedAt: Date;
  /** `EP`, with its country. */
  readonly provider: Agent;
  /** `IP` */
  readonly intermediaries: readonly Agent[];
  /** Identifier and names travel. @see R-EDM-RESP-S028 */
  readonly requester: Agent;
  /** One per piece of evidence; empty on a deferral or when the user kept everything back. */
  readonly packages: readonly EvidencePackage[];
  /** Given if and only if the specification is the background profile. */
  readonly background?: BackgroundAccount;
};
