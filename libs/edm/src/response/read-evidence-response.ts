import type { Reading } from '../reading.js';
import type { ReadLimits } from '../xml/read-limits.js';
import type { EvidenceResponse } from './evidence-response.js';

export declare function readEvidenceResponse(
  xml: string | Uint8Array,
  limits?: Partial<ReadLimits>,
): Reading<EvidenceResponse>;
