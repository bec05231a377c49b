import { DataSource } from 'typeorm';
import { testDatabase } from '@oots/postgres-engine/testing';
import { auditEntities, auditMigrations } from '../storage/index.js';

/** A database that holds nothing but an empty log. */
export interface AuditDatabase {
  readonly url: string;
  /** The administrator's, who may everything. */
  readonly adminUrl: string;
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

const SCHEMA = {
  name: 'audit log',
  async prepare(url: string): Promise<void> {
    const dataSource = await connected(url);
    await dataSource.runMigrations();
    await dataSource.destroy();
  },
};

export async function auditDatabase(): Promise<AuditDatabase> {
  const database = await testDatabase(SCHEMA);
  const dataSource = await connected(database.url);
  return {
    url: database.url,
    adminUrl: database.adminUrl,
    dataSource,
    async drop() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

function connected(url: string): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url, entities: auditEntities, migrations: auditMigrations }).initialize();
}
