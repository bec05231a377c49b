import type { ErrorResponse } from '../error/error-response.js';
import type { Reading } from '../reading.js';
import type { ReadLimits } from '../xml/read-limits.js';
import type { EvidenceResponse } from './evidence-response.js';

/** Either kind of answer to an evidence request. */
export type Answer =
  | { readonly kind: 'response'; readonly response: EvidenceResponse }
  | { readonly kind: 'error'; readonly error: ErrorResponse };

export declare function readAnswer(xml: string | Uint8Array, limits?: Partial<ReadLimits>): Reading<Answer>;
