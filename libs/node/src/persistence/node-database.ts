import { auditEntities, auditMigrations } from '@oots/audit';
import { messagingMigrations } from '@oots/messaging';
import { DataSource } from 'typeorm';
import type { CountryProfile } from '../config/country-profile.js';
import type { NodeConfig } from '../config/node-config.js';
import { AnsweredRequestEntity } from '../exchange/answered-request.entity.js';
import { CaseFileEntity } from '../exchange/case-file.entity.js';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { JournalEntryEntity } from '../exchange/journal-entry.entity.js';
import { PreviewEntity } from '../provider/preview.entity.js';
import { ReceivedNotificationEntity } from '../residence/received-notification.entity.js';
import { DatabaseNotUsable } from './database-not-usable.js';
import { ExchangeFlows1700000000011 } from './exchange-flows.migration.js';
import { NodeTables1700000000010 } from './node-tables.migration.js';
import { RequirementPlans1700000000012 } from './requirement-plans.migration.js';
import { PreviewSignIn1700000000013 } from './preview-sign-in.migration.js';
import { settlePopulation } from './settle-population.js';

/** @returns the data source of a node's database, not yet connected */
export function nodeDataSource(url: string, connections: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: connections,
    entities: [
      CaseFileEntity,
      ExchangeEntity,
      AnsweredRequestEntity,
      JournalEntryEntity,
      PreviewEntity,
      ReceivedNotificationEntity,
      ...auditEntities,
    ],
    migrations: [
      NodeTables1700000000010,
      ExchangeFlows1700000000011,
      RequirementPlans1700000000012,
      PreviewSignIn1700000000013,
      ...messagingMigrations,
      ...auditMigrations,
    ],
    migrationsTransactionMode: 'each',
  });
}

/**
 * Connects, brings the tables up to date and settles the simulated people where nobody lives yet.
 *
 * @throws {DatabaseNotUsable}
 */
export async function openNodeDatabase(config: NodeConfig, profile: CountryProfile): Promise<DataSource> {
  const database = await connected(nodeDataSource(config.DATABASE_URL, config.DATABASE_CONNECTIONS));
  try {
    await database.runMigrations();
    await database.transaction((transaction) =>
      settlePopulation(profile.population(config.POPULATION_SEED), transaction),
    );
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function connected(database: DataSource): Promise<DataSource> {
  try {
    return await database.initialize();
  } catch (error) {
    throw new DatabaseNotUsable(error);
  }
}
