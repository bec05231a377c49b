import type { MimeMessage } from './mime-part.js';

export declare function writeMime(message: MimeMessage): Uint8Array;
