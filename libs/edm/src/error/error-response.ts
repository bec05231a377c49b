import type { Agent, LocalisedText } from '../agent.js';
import type { EdmException } from '../exceptions/edm-exception.js';
import type { EvidenceResponseId, RequestId } from '../identifiers.js';
import type { EDM_2_0 } from '../specification.js';

/** One reason why there is no evidence. */
export interface RaisedException {
  readonly exception: EdmException;
  /** Free; by convention the rule that was broken, or `EDM-BG:ERR:0001`. Never personal data. */
  readonly detail?: string;
  readonly raisedAt: Date;
  /** Where the user is to look first. Its presence makes the severity PreviewRequired; only with EDM:ERR:0002. */
  readonly preview?: {
    /** `https://…`, unguessable, one per request. */
    readonly location: string;
    readonly descriptions?: readonly LocalisedText[];
  };
}

/** `query:QueryResponse` with status Failure. @see TDD 4.5.3 */
export interface ErrorResponse {
  readonly id: EvidenceResponseId;
  /** Absent only when the request could not be read; then the exception is EDM:ERR:0003. @see R-EDM-ERR-C025 */
  readonly requestId?: RequestId;
  /** Errors are plain 2.0 in both profiles: an unaware requester sees an ordinary error. */
  readonly specification: typeof EDM_2_0;
  /** `ERRP` unless it says `EP` or `IP`; with its country. */
  readonly errorProvider: Agent;
  /** Identifier and names travel. */
  readonly requester?: Agent;
  /** At least one. */
  readonly exceptions: readonly RaisedException[];
}
