import type { EbmsHeader } from './ebms-header.js';

export declare function writeEbmsHeader(header: EbmsHeader): string;
