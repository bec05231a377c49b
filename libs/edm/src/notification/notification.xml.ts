import type { Notification } from './notification.js';

export declare function writeNotification(notification: Notification): string;
