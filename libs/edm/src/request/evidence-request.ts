import type { Agent, LocalisedText } from '../agent.js';
import type { BackgroundBasis } from '../background/background-basis.js';
import type { RequestId } from '../identifiers.js';
import type { Reading } from '../reading.js';
import type { SpecificationId } from '../specification.js';
import type { LegalPerson } from '../subject/legal-person.js';
import type { NaturalPerson } from '../subject/natural-person.js';
import type { Subject } from '../subject/subject.js';

/** Where a user sees the evidence, and where the browser returns to. Both or none. @see R-EDM-REQ-S062 */
export interface PreviewLocations {
  /** `https://…`, copied character by character from the provider's first answer. */
  readonly previewLocation: string;
  /** `https://…` of the requester's portal. */
  readonly returnLocation: string;
}

/** The requirement of the procedure that the evidence is to prove. */
export interface RequestedRequirement {
  /** `https://sr.oots.tech.ec.europa.eu/requirements/<lower-case uuid>` */
  readonly identifier: string;
  readonly names: readonly LocalisedText[];
  readonly descriptions?: readonly LocalisedText[];
}

/** A document that may accompany the evidence. */
export type AssociatedDocument = 'Annex' | 'HumanReadableVersion' | 'Translation';

/** A form in which the requester takes the evidence. */
export interface RequestedDistribution {
  /** Code of the OOTSMediaTypes list. */
  readonly format: string;
  readonly languages: readonly string[];
  /** Data model; only for structured formats. */
  readonly conformsTo?: string;
  readonly associatedDocuments?: readonly AssociatedDocument[];
}

/** What is asked for, as the Data Services Directory described it. */
export interface RequestedEvidenceType {
  /** Bare UUID of the directory's record. */
  readonly dataServiceId: string;
  /** `https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/<CC>/<lower-case uuid>` */
  readonly classification: string;
  readonly titles: readonly LocalisedText[];
  readonly descriptions?: readonly LocalisedText[];
  /** At least one, in order of preference. */
  readonly distributions: readonly RequestedDistribution[];
}

/** The user's answer to a question by which the directory tells providers apart. */
export interface ProviderClassification {
  /** UUID */
  readonly identifier: string;
  /** `https://sr.oots.tech.ec.europa.eu/codelists/<CC>/<list>` */
  readonly scheme?: string;
  /** `codelist` */
  readonly type: string;
  readonly valueExpression?: string;
  readonly descriptions?: readonly LocalisedText[];
  readonly value:
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'date'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean };
}

/** Who acts for the subject. */
export interface Representatives {
  readonly natural?: NaturalPerson;
  readonly legal?: LegalPerson;
}

/** `query:QueryRequest`: one authority asks another for one evidence type about one person. @see TDD 4.5.1 */
export interface EvidenceRequest {
  /** New for every message, also for the second request of a preview. */
  readonly id: RequestId;
  readonly specification: SpecificationId;
  readonly issuedAt: Date;
  /** Code of the Procedures list, or `00` for a test. */
  readonly procedure: string;
  /** Whether the law of the requester's Member State requires a preview. */
  readonly possibilityForPreview: boolean;
  readonly explicitRequestGiven: boolean;
  readonly preview?: PreviewLocations;
  /** At least one. */
  readonly requirements: readonly RequestedRequirement[];
  /** `ER`, with its country. */
  readonly requester: Agent;
  /** `IP` */
  readonly intermediaries: readonly Agent[];
  /** Identifier and names travel; the rest of the agent does not. @see R-EDM-REQ-S043 */
  readonly provider: Agent;
  readonly providerClassifications?: readonly ProviderClassification[];
  /** With level of assurance. */
  readonly subject: Subject;
  readonly representative?: Representatives;
  readonly evidenceType: RequestedEvidenceType;
  /** Given if and only if the specification is the background profile. */
  readonly background?: BackgroundBasis;
}

/** A request as far as it could be read; what an error answer needs is kept even when a rule refuses the request. */
export interface RequestReading extends Reading<EvidenceRequest> {
  readonly requestId?: RequestId;
  /** The `ER` agent, when it is fit to be repeated in an answer. */
  readonly requester?: Agent;
}
