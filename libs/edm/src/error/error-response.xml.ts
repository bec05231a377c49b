import type { ErrorResponse } from './error-response.js';

export declare function writeErrorResponse(error: ErrorResponse): string;
