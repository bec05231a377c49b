import type { ReadLimits } from '../xml/read-limits.js';
import type { HeaderReading } from './ebms-header.js';

export declare function readEbmsHeader(xml: string | Uint8Array, limits?: Partial<ReadLimits>): HeaderReading;
