import type { EvidenceResponse } from './evidence-response.js';

export declare function writeEvidenceResponse(response: EvidenceResponse): string;
