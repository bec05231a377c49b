import type { Reading } from '../reading.js';
import type { ReadLimits } from '../xml/read-limits.js';
import type { ErrorResponse } from './error-response.js';

export declare function readErrorResponse(
  xml: string | Uint8Array,
  limits?: Partial<ReadLimits>,
): Reading<ErrorResponse>;
