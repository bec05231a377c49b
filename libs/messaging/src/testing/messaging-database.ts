import { testDatabase } from '@oots/postgres-engine/testing';
import { DataSource } from 'typeorm';
import { messagingEntities, messagingMigrations } from '../persistence/messaging-tables.js';

/** A database that holds an access point's tables and nothing else. */
export interface MessagingDatabase {
  readonly database: DataSource;
  /** Leaves the tables empty. */
  clear(): Promise<void>;
  drop(): Promise<void>;
}

export async function messagingDatabase(): Promise<MessagingDatabase> {
  const holder = await testDatabase({
    name: messagingMigrations.map(({ name }) => name).join(),
    prepare: async (templateUrl) => {
      const template = await connect(templateUrl);
      await template.runMigrations();
      await template.destroy();
    },
  });
  const database = await connect(holder.url);
  return {
    database,
    clear: async () => {
      await database.query('TRUNCATE outbox, inbox, issued_receipt');
    },
    drop: async () => {
      await database.destroy();
      await holder.drop();
    },
  };
}

function connect(url: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...messagingEntities],
    migrations: [...messagingMigrations],
  }).initialize();
}
