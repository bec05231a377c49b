import { type AuditEntry, AuditLogReader } from '@oots/audit';
import { readEbmsHeader } from '@oots/edm';
import { nodeDataSource } from '@oots/node';
import type { DataSource } from 'typeorm';
import type { Network } from '../network/network.js';

/** What the nodes of a network put on record themselves: logs and journals, on one connection a node. */
export class NodeRecords {
  private constructor(private readonly databases: ReadonlyMap<string, DataSource>) {}

  static async of(network: Network): Promise<NodeRecords> {
    const databases = new Map<string, DataSource>();
    for (const { country, databaseUrl } of network.nodes.values()) {
      databases.set(country, await nodeDataSource(databaseUrl, 2).initialize());
    }
    return new NodeRecords(databases);
  }

  /** Entries of a node's log about one exchange, in their order. */
  async entriesOf(country: string, conversationId: string, exchangeId: string): Promise<readonly AuditEntry[]> {
    const reader = new AuditLogReader(this.databaseOf(country).manager);
    const entries = await reader.entriesOfConversation(conversationId);
    return entries.filter((entry) => entry.exchangeId === exchangeId);
  }

  /** Versions that the requests of an exchange announced when they arrived at a node. */
  async versionsReceived(country: string, exchangeId: string): Promise<ReadonlySet<string>> {
    const rows: { header: string }[] = await this.databaseOf(country).query(
      `SELECT header FROM message_journal
       WHERE exchange_id = $1 AND direction = 'in' AND action = 'ExecuteQueryRequest'`,
      [exchangeId],
    );
    return new Set(rows.map(({ header }) => readEbmsHeader(header).legible?.specificationId ?? 'none'));
  }

  async close(): Promise<void> {
    await Promise.all([...this.databases.values()].map((database) => database.destroy()));
  }

  private databaseOf(country: string): DataSource {
    const database = this.databases.get(country);
    if (database === undefined) throw new RangeError(`${country} takes no part in this network`);
    return database;
  }
}
