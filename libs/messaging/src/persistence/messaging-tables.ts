import type { MigrationInterface } from 'typeorm';
import { InboxMessage } from './inbox-message.entity.js';
import { IssuedReceipt } from './issued-receipt.entity.js';
import { MessagingTables1763900000001 } from './messaging-tables.migration.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** In the order in which they run. */
export const messagingMigrations: readonly (new () => MigrationInterface)[] = [MessagingTables1763900000001];

export const messagingEntities = [OutboxMessage, InboxMessage, IssuedReceipt] as const;
