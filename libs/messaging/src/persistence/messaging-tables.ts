import type { MigrationInterface } from 'typeorm';

/** In the order in which they run. */
export declare const messagingMigrations: readonly (new () => MigrationInterface)[];
