import { type AuditEntry, AuditLogReader, auditKeys, type VerificationReport, verifyLog } from '@oots/audit';
import { nodeDataSource } from '@oots/node';
import type { Network, NetworkNode } from '../network/network.js';

/** How many messages a node sent and received in one conversation, and how many of its own were receipted. */
export interface MessageCount {
  readonly sent: number;
  readonly received: number;
  readonly receipted: number;
}

/** What one node put on record, read from its own tables: the word of the node, not of whoever drives it. */
export class NodeLogBook {
  constructor(
    private readonly network: Network,
    private readonly node: NetworkNode,
  ) {}

  entriesOf(conversationId: string): Promise<readonly AuditEntry[]> {
    return this.read((database) => new AuditLogReader(database.manager).entriesOfConversation(conversationId));
  }

  messagesOf(conversationId: string): Promise<MessageCount> {
    return this.read(async (database) => {
      const rows: { direction: string; count: string }[] = await database.query(
        'SELECT direction, count(*) FROM message_journal WHERE conversation_id = $1 GROUP BY direction',
        [conversationId],
      );
      const count = (direction: string) => Number(rows.find((row) => row.direction === direction)?.count ?? 0);
      const entries = await new AuditLogReader(database.manager).entriesOfConversation(conversationId);
      const receipted = entries.filter(({ type }) => type === 'receipt-stored').length;
      return { sent: count('out'), received: count('in'), receipted };
    });
  }

  /** @returns the conversation of the case that this node opened because of another country's notification */
  followUpOf(conversationId: string): Promise<{ caseId: string; conversationId: string } | undefined> {
    return this.read(async (database) => {
      const rows: { id: string; conversation_id: string }[] = await database.query(
        `SELECT case_file.id, case_file.conversation_id FROM case_file
         JOIN received_notification ON received_notification.event_id = case_file.follows_notification
         JOIN answered_request ON answered_request.request_id = received_notification.request_id
         WHERE answered_request.conversation_id = $1`,
        [conversationId],
      );
      return rows[0] === undefined ? undefined : { caseId: rows[0].id, conversationId: rows[0].conversation_id };
    });
  }

  /** Recomputes the whole log from the node's tables. Waits until what was written has been sealed. */
  verify(onProgress?: (leaves: number, of: number) => void): Promise<VerificationReport> {
    const key = this.network.auditKeys.get(this.node.country);
    if (key === undefined) throw new RangeError(`no audit key of ${this.node.country}`);
    return this.read((database) =>
      verifyLog(database, {
        nodeId: this.node.country,
        keys: auditKeys(key),
        ...(onProgress ? { onProgress } : {}),
      }),
    );
  }

  private async read<T>(work: (database: ReturnType<typeof nodeDataSource>) => Promise<T>): Promise<T> {
    const database = await nodeDataSource(this.node.databaseUrl, 2).initialize();
    try {
      return await work(database);
    } finally {
      await database.destroy();
    }
  }
}
