import type { ReadLimits } from '../xml/read-limits.js';
import type { RequestReading } from './evidence-request.js';

export declare function readEvidenceRequest(xml: string | Uint8Array, limits?: Partial<ReadLimits>): RequestReading;
