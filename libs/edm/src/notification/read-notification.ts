import type { Reading } from '../reading.js';
import type { ReadLimits } from '../xml/read-limits.js';
import type { Notification } from './notification.js';

export declare function readNotification(xml: string | Uint8Array, limits?: Partial<ReadLimits>): Reading<Notification>;
