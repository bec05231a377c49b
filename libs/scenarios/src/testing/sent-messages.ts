import { nodeDataSource, PersonalDataSeal } from '@oots/node';
import type { InProcessNetwork } from '../network/start-network.js';

/** A message as a node sent it, evidence left out. */
export interface SentMessage {
  readonly country: string;
  readonly action: string;
  /** ebMS header. */
  readonly header: string;
  /** RegRep document. */
  readonly body: string;
}

/** Everything that the nodes of a network sent, opened with the nodes' own keys. */
export async function sentMessages(network: InProcessNetwork): Promise<readonly SentMessage[]> {
  const all: SentMessage[] = [];
  for (const { country, databaseUrl } of network.nodes.values()) {
    const keys = network.keys.nodes.get(country);
    const seal = new PersonalDataSeal(Buffer.from(keys?.dataSecret ?? '', 'base64url'));
    const database = await nodeDataSource(databaseUrl, 2).initialize();
    try {
      const rows: { action: string; header: string; body: Buffer }[] = await database.query(
        `SELECT action, header, body FROM message_journal WHERE direction = 'out' ORDER BY at`,
      );
      all.push(...rows.map(({ action, header, body }) => ({ country, action, header, body: String(seal.open(body)) })));
    } finally {
      await database.destroy();
    }
  }
  return all;
}
