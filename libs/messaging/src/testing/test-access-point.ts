import type { Clock } from '@oots/edm';
import type { PeerKeys } from '../envelope/keys.js';
import { AccessPointServer } from '../inbound/access-point-server.js';
import type { InboundMessage } from '../inbound/inbound-message.js';
import { Inbox } from '../inbox/inbox.js';
import { Outbox, type OutboundMessage } from '../outbox/outbox.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import type { RelaySettings } from '../outbox/relay-settings.js';
import { Receipts } from '../receipts/receipts.js';
import type { Transport } from '../transport.js';
import { messagingDatabase, type MessagingDatabase } from './messaging-database.js';
import { RecordingJournals } from './recording-journals.js';
import type { TestAccessPointKeys } from './test-keys.js';

export interface TestAccessPointSettings {
  readonly keys: TestAccessPointKeys;
  readonly peers: PeerKeys;
  readonly transport: Transport;
  readonly clock: Clock;
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

  private constructor(
    private readonly settings: TestAccessPointSettings,
    private readonly holder: MessagingDatabase,
    readonly outbox: Outbox,
    private readonly receipts: Receipts,
  ) {
    this.server = this.newServer();
    this.relay = this.newRelay();
  }

  static async create(settings: TestAccessPointSettings): Promise<TestAccessPoint> {
    const holder = await messagingDatabase();
    const { transport, clock, keys } = settings;
    const outbox = new Outbox(holder.database, clock);
    const receipts = new Receipts({ database: holder.database, transport, ownKeys: keys.own, clock });
    return new TestAccessPoint(settings, holder, outbox, receipts);
  }

  get database(): MessagingDatabase['database'] {
    return this.holder.database;
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
        else reject(error as Error);
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
  newRelay(changes: { transport?: Transport; clock?: Clock } = {}): OutboxRelay {
    const { transport, clock, keys, peers, relay } = this.settings;
    return new OutboxRelay({
      database: this.database,
      outbox: this.outbox,
      transport: changes.transport ?? transport,
      clock: changes.clock ?? clock,
      ownKeys: keys.own,
      peers,
      journal: this.journals,
      onTrouble: (error) => this.troubles.push(error),
      ...(relay === undefined ? {} : { settings: relay }),
    });
  }

  async stop(): Promise<void> {
    await this.relay.drain();
    await this.server.close();
    await this.settings.transport.close();
    await this.holder.drop();
  }

  private newServer(): AccessPointServer {
    const { keys, ...settings } = this.settings;
    const { security, parking } = this.journals;
    const server = new AccessPointServer({
      ...settings,
      database: this.database,
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
