import type { EvidenceRequest } from './evidence-request.js';

export declare function writeEvidenceRequest(request: EvidenceRequest): string;
