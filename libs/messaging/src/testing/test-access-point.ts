import type { Clock } from '@oots/edm';
import type { DataSource } from 'typeorm';
import { AccessPointServer } from '../inbound/access-point-server.js';
import type { InboundMessage } from '../inbound/inbound-message.js';
import { Inbox } from '../inbox/inbox.js';
import { Outbox, type OutboundMessage } from '../outbox/outbox.js';
import { OutboxRelay, type RelayDependencies } from '../outbox/outbox-relay.js';
import type { RelaySettings } from '../outbox/relay-settings.js';
import { Receipts } from '../receipts/receipts.js';
import type { Transport } from '../transport.js';
import { RecordingJournals } from './recording-journals.js';
import type { PeerKeyRing, TestAccessPointKeys } from './test-keys.js';

export interface TestAccessPointSettings {
  readonly keys: TestAccessPointKeys;
  readonly peers: PeerKeyRing;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Dropped by whoever made it. */
  readonly database: DataSource;
  readonly relay?: Partial<RelaySettings>;
}

/** An access point whose node does nothing with a message but remember that it handled it. */
export class TestAccessPoint {
  readonly journals = new RecordingJournals();
  /** Messages handled, each once. */
  readonly handled: InboundMessage[] = [];
  /** What the relay met and will try again. */
  readonly troubles: unknown[] = [];
  /** Runs inside the transaction that handles a message, before it commits. */
  beforeCommit: (message: InboundMessage) => Promise<void> = () => Promise.resolve();
  readonly server: AccessPointServer;
  readonly relay: OutboxRelay;
  private readonly inbox = new Inbox();

  readonly outbox: Outbox;
  private readonly receipts: Receipts;

  constructor(readonly settings: TestAccessPointSettings) {
    const { database, transport, clock, keys } = settings;
    this.outbox = new Outbox(database, clock);
    this.receipts = new Receipts({ database, transport, ownKeys: keys.own, clock });
    this.server = this.newServer();
    this.relay = this.newRelay();
  }

  get database(): DataSource {
    return this.settings.database;
  }

  /** Listens, and sends what is posted. */
  async start(): Promise<void> {
    await this.listen();
    this.relay.start();
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.listen((error) => {
        if (error === undefined) resolve();
        else reject(new Error('the access point cannot listen', { cause: error }));
      });
    });
  }

  post(message: OutboundMessage): Promise<unknown> {
    return this.database.transaction((transaction) => this.outbox.post(message, transaction));
  }

  /** Claims, handles and receipts in one transaction, as a node does. */
  async handle(message: InboundMessage): Promise<void> {
    const first = await this.database.transaction(async (transaction) => {
      const { messageId } = message.header;
      if (!(await this.inbox.claim(messageId, message.sender.accessPoint.value, transaction))) return false;
      await this.receipts.issue(message, transaction);
      await this.beforeCommit(message);
      return true;
    });
    if (first) this.handled.push(message);
  }

  /** @returns a further relay on the same table */
  newRelay(changes: Partial<Pick<RelayDependencies, 'transport' | 'clock' | 'outbox' | 'metrics'>> = {}): OutboxRelay {
    const { transport, clock, keys, peers, relay } = this.settings;
    return new OutboxRelay({
      database: this.database,
      outbox: this.outbox,
      transport,
      clock,
      ownKeys: keys.own,
      peers,
      journal: this.journals,
      onTrouble: (error) => this.troubles.push(error),
      ...(relay === undefined ? {} : { settings: relay }),
      ...changes,
    });
  }

  async stop(): Promise<void> {
    await this.relay.drain();
    await this.server.close();
    await this.settings.transport.close();
  }

  private newServer(): AccessPointServer {
    const { keys, ...settings } = this.settings;
    const { security, parking } = this.journals;
    const server = new AccessPointServer({
      ...settings,
      ownKeys: keys.own,
      receipts: this.receipts,
      deliveries: this.journals,
      security,
      parking,
      retry: { attempts: 3, firstDelay: 5 },
    });
    server.addHandler('ExecuteQueryRequest', (message: InboundMessage) => this.handle(message) as never, true);
    return server;
  }
}
