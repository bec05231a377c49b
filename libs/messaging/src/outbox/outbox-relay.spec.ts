import { open } from '../envelope/open.js';
import { NO_METRICS } from '../metrics.js';
import { MemoryNetwork } from '../memory/memory-network.js';
import { MemoryTransport } from '../memory/memory-transport.js';
import { OutboxMessage, type OutboxState } from '../persistence/outbox-message.entity.js';
import { aMessage } from '../testing/a-message.js';
import { eventually } from '../testing/eventually.js';
import { messagingDatabase, type MessagingDatabase } from '../testing/messaging-database.js';
import { ManualClock } from '../testing/manual-clock.js';
import { TestAccessPoint } from '../testing/test-access-point.js';
import { PeerKeyRing, testKeys } from '../testing/test-keys.js';
import type { TransportMessage } from '../transport.js';
import { Outbox } from './outbox.js';
import { OutboxTable } from './outbox-table.js';
import type { OutboxRelay } from './outbox-relay.js';

const INBOX = 'edelivery.ee.inbox';
const RELAY = { firstResend: 5_000, longestResend: 20_000, giveUpAfter: 60_000, pollEvery: 1_000, batch: 4 };

const finland = testKeys('FI');
const estonia = testKeys('EE');

describe('given an outbox and its relay', () => {
  let network: MemoryNetwork;
  let clock: ManualClock;
  let peers: PeerKeyRing;
  let point: TestAccessPoint;
  let relays: OutboxRelay[];

  let holder: MessagingDatabase;

  beforeAll(async () => {
    holder = await messagingDatabase();
  });
  afterAll(() => holder.drop());
  beforeEach(async () => {
    await holder.clear();
    network = new MemoryNetwork();
    clock = new ManualClock();
    peers = new PeerKeyRing(finland, estonia);
    const transport = new MemoryTransport(network, clock);
    const { database } = holder;
    point = new TestAccessPoint({ keys: finland, peers, transport, clock, database, relay: RELAY });
    relays = [point.relay];
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.drain()));
    await point.stop();
  });

  const sentIds = (): string[] => network.held(INBOX).map(({ headers }) => headers['message-id'] ?? '');
  const states = async (): Promise<OutboxState[]> =>
    (await point.database.getRepository(OutboxMessage).find({ order: { sequence: 'ASC' } })).map(({ state }) => state);

  /** Moves the clock and waits for the relays to come to rest. */
  async function pass(milliseconds: number): Promise<void> {
    clock.advance(milliseconds);
    await Promise.all(relays.map((relay) => relay.atRest()));
  }

  it('then a message leaves once its transaction has committed, without waiting for a poll', async () => {
    point.relay.start();
    const message = aMessage('FI', 'EE');

    await point.database.transaction(async (transaction) => {
      await point.outbox.post(message, transaction);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(sentIds()).toEqual([]);
    });

    await eventually(async () => {
      expect(sentIds()).toEqual([message.header.messageId]);
      expect(await states()).toEqual(['sent']);
    });
  });

  it('then a message of a transaction that is rolled back never leaves', async () => {
    point.relay.start();
    const rolledBack = point.database.transaction(async (transaction) => {
      await point.outbox.post(aMessage('FI', 'EE'), transaction);
      throw new Error('the story ends otherwise');
    });
    await expect(rolledBack).rejects.toThrow('otherwise');

    await pass(2_000);

    expect(sentIds()).toEqual([]);
    expect(await states()).toEqual([]);
  });

  it('then a message whose savepoint is released waits for the transaction around it', async () => {
    point.relay.start();
    await point.database.transaction(async (transaction) => {
      await transaction.transaction((inner) => point.outbox.post(aMessage('FI', 'EE'), inner));
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(sentIds()).toEqual([]);
    });

    await eventually(() => {
      expect(sentIds()).toHaveLength(1);
    });
  });

  it('then posting outside of a transaction, or other parts than announced, is refused', async () => {
    const message = aMessage('FI', 'EE');

    await expect(point.outbox.post(message, point.database.manager)).rejects.toThrow('inside a transaction');
    await expect(point.post({ ...message, parts: [] })).rejects.toThrow('not those of the header');
    await expect(point.post({ ...message, parts: [...message.parts, ...message.parts] })).rejects.toThrow(RangeError);
  });

  it('then what was posted while no relay ran leaves when one starts', async () => {
    await point.post(aMessage('FI', 'EE'));

    point.relay.start();

    await eventually(() => {
      expect(sentIds()).toHaveLength(1);
    });
  });

  it('then it is sent again under the same id, at growing intervals, until its time is over', async () => {
    const message = aMessage('FI', 'EE');
    point.relay.start();
    await point.post(message);
    await eventually(async () => {
      expect(await states()).toEqual(['sent']);
    });

    const sendings: number[] = [];
    for (let second = 1; second <= 60; second += 1) {
      const before = sentIds().length;
      await pass(1_000);
      if (sentIds().length > before) sendings.push(second);
    }

    expect(sendings).toEqual([5, 15, 35, 55]);
    expect(new Set(sentIds())).toEqual(new Set([message.header.messageId]));
    await eventually(() => {
      expect(point.journals.lost).toMatchObject([
        { messageId: message.header.messageId, action: 'ExecuteQueryRequest', to: 'AP_EE_01', attempts: 5 },
      ]);
    });
    const given = await point.database.getRepository(OutboxMessage).findOneByOrFail({});
    expect(given).toMatchObject({ state: 'undelivered', content: null });
    await pass(120_000);
    expect(sentIds()).toHaveLength(5);
    expect(point.journals.lost).toHaveLength(1);
  });

  it('then a message given up stays when what has to be put on record fails, and is given up later', async () => {
    const record = point.journals.undelivered.bind(point.journals);
    point.journals.undelivered = () => Promise.reject(new Error('no record'));
    await point.post(aMessage('FI', 'EE'));
    point.relay.start();
    await pass(60_000);
    await eventually(() => {
      expect(point.troubles).toContainEqual(new Error('no record'));
    });
    expect(await states()).not.toContain('undelivered');

    point.journals.undelivered = record;
    await pass(1_000);

    await eventually(() => {
      expect(point.journals.lost).toHaveLength(1);
    });
  });

  it('then messages of one conversation leave in the order in which they were posted', async () => {
    const messages = [1, 2, 3, 4, 5, 6].map(() => aMessage('FI', 'EE'));
    const { conversationId } = messages[0]!.header;
    for (const message of messages) await point.post({ ...message, header: { ...message.header, conversationId } });

    relays.push(point.newRelay(), point.newRelay());
    for (const relay of relays) relay.start();

    await eventually(async () => {
      expect(new Set(await states())).toEqual(new Set(['sent']));
    });
    expect(sentIds()).toEqual(messages.map(({ header }) => header.messageId));
  });

  it('then a message that the network does not take holds back its conversation and no other', async () => {
    const first = aMessage('FI', 'EE');
    const second = aMessage('FI', 'EE', { conversationId: first.header.conversationId });
    const other = aMessage('FI', 'EE');
    const refusing = new MemoryTransport(network, clock);
    const send = refusing.send.bind(refusing);
    let refusals = 1;
    refusing.send = (topic, message) => {
      const refused = message.headers['message-id'] === first.header.messageId && refusals > 0;
      if (refused) refusals -= 1;
      return refused ? Promise.reject(new Error('down')) : send(topic, message);
    };
    for (const message of [first, second, other]) await point.post(message);

    const relay = point.newRelay({ transport: refusing });
    relays.push(relay);
    relay.start();
    await eventually(async () => {
      expect(await states()).toEqual(['waiting', 'waiting', 'sent']);
    });
    await pass(5_000);

    const conversation = network.held(INBOX).filter(({ key }) => key === first.header.conversationId);
    expect(conversation.map(({ headers }) => headers['message-id'])).toEqual([
      first.header.messageId,
      second.header.messageId,
    ]);
    expect(point.troubles).toEqual([new Error('down')]);
  });

  it('then several relays on one table send each message once', async () => {
    const messages = Array.from({ length: 40 }, () => aMessage('FI', 'EE'));
    await Promise.all(messages.map((message) => point.post(message)));

    relays.push(point.newRelay(), point.newRelay(), point.newRelay());
    for (const relay of relays) relay.start();

    await eventually(async () => {
      expect(new Set(await states())).toEqual(new Set(['sent']));
    });
    expect(sentIds()).toHaveLength(40);
    expect(new Set(sentIds())).toEqual(new Set(messages.map(({ header }) => header.messageId)));
  });

  it('then a message that another relay is taking is left to it, and the others do not wait', async () => {
    const [taken, free] = [aMessage('FI', 'EE'), aMessage('FI', 'EE')];
    await point.post(taken);
    await point.post(free);
    const table = new OutboxTable(point.database, RELAY);

    await point.database.transaction(async (other) => {
      await other.query('UPDATE outbox SET attempts = 1 WHERE message_id = $1', [taken.header.messageId]);
      const due = await table.takeDue(clock.now());
      expect(due.map(({ message_id }) => message_id)).toEqual([free.header.messageId]);
    });

    expect(await table.takeDue(clock.now())).toMatchObject([{ message_id: taken.header.messageId }]);
  });

  it('then transactions that commit in another order than they posted lose nothing', async () => {
    point.relay.start();
    const early = aMessage('FI', 'EE');
    const late = aMessage('FI', 'EE');
    await point.database.transaction(async (transaction) => {
      await point.outbox.post(early, transaction);
      await point.post(late);
      await eventually(() => {
        expect(sentIds()).toEqual([late.header.messageId]);
      });
    });

    await eventually(() => {
      expect(new Set(sentIds())).toEqual(new Set([late.header.messageId, early.header.messageId]));
    });
  });

  it('then a relay that dies with a message in hand leaves it to another', async () => {
    const message = aMessage('FI', 'EE');
    await point.post(message);
    const dead = new MemoryTransport(network, clock);
    let taken = false;
    dead.send = () => {
      taken = true;
      return new Promise(() => undefined);
    };
    point.newRelay({ transport: dead, clock: new ManualClock(clock.now()) }).start();
    await eventually(() => {
      expect(taken).toBe(true);
    });

    point.relay.start();
    await pass(1_000);
    expect(sentIds()).toEqual([]);
    await pass(4_000);

    await eventually(() => {
      expect(sentIds()).toEqual([message.header.messageId]);
    });
  });

  it('then a relay that dies after sending and before noting it makes the message leave twice, never none', async () => {
    const message = aMessage('FI', 'EE');
    await point.post(message);
    const dying = new MemoryTransport(network, clock);
    const send = dying.send.bind(dying);
    dying.send = async (topic, sent) => {
      await send(topic, sent);
      return new Promise(() => undefined);
    };
    point.newRelay({ transport: dying, clock: new ManualClock(clock.now()) }).start();
    await eventually(() => {
      expect(sentIds()).toHaveLength(1);
    });
    expect(await states()).toEqual(['waiting']);

    point.relay.start();
    await pass(5_000);

    await eventually(async () => {
      expect(sentIds()).toEqual([message.header.messageId, message.header.messageId]);
      expect(await states()).toEqual(['sent']);
    });
  });

  it('then a message for an access point without a key waits until the trust list has one', async () => {
    peers.distrust(estonia, 'expired');
    point.relay.start();
    await point.post(aMessage('FI', 'EE'));
    await eventually(() => {
      expect(point.troubles).toMatchObject([{ name: 'RecipientNotTrusted', outcome: 'expired' }]);
    });

    peers.admit(estonia);
    await pass(5_000);

    await eventually(() => {
      expect(sentIds()).toHaveLength(1);
    });
  });

  it('then draining waits for what is in hand and takes nothing more', async () => {
    let finish: (() => void) | undefined;
    const slow = new MemoryTransport(network, clock);
    const send = slow.send.bind(slow);
    slow.send = async (topic: string, message: TransportMessage) => {
      await new Promise<void>((resolve) => (finish = resolve));
      await send(topic, message);
    };
    const relay = point.newRelay({ transport: slow });
    relay.start();
    await point.post(aMessage('FI', 'EE'));
    await eventually(() => {
      expect(finish).toBeDefined();
    });

    const drained = relay.drain();
    await point.post(aMessage('FI', 'EE'));
    finish?.();
    await drained;
    await pass(5_000);

    expect(await states()).toEqual(['sent', 'waiting']);
    expect(sentIds()).toHaveLength(1);
  });

  it('then a database that does not answer is reported, and asked again', async () => {
    await point.database.query('ALTER TABLE outbox RENAME TO hidden');
    point.relay.start();
    await eventually(() => {
      expect(point.troubles).not.toHaveLength(0);
    });

    await point.database.query('ALTER TABLE hidden RENAME TO outbox');
    await point.database.transaction((transaction) => point.outbox.post(aMessage('FI', 'EE'), transaction));

    await eventually(() => {
      expect(sentIds()).toHaveLength(1);
    });
  });

  it('then what waits is kept as the node keeps personal data, and leaves as it was posted', async () => {
    const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);
    const outbox = new Outbox(point.database, clock, { seal: flip, open: flip });
    const message = aMessage('FI', 'EE', {}, Buffer.from('Mari Tamm'));
    await point.database.transaction((transaction) => outbox.post(message, transaction));
    const row = await point.database.getRepository(OutboxMessage).findOneByOrFail({});
    const relay = point.newRelay({ outbox });
    relays.push(relay);

    relay.start();

    expect(row.content?.includes('Mari')).toBe(false);
    await eventually(() => {
      expect(sentIds()).toHaveLength(1);
    });
    const [sent] = network.held(INBOX);
    const received = await open(sent!, estonia.own, peers, clock.now());
    expect(Buffer.from(received.parts[0]!.bytes).toString()).toBe('Mari Tamm');
  });

  it('then it counts what leaves, what leaves again, what is given up and how long the oldest waits', async () => {
    const counted: string[] = [];
    const ages: number[] = [];
    const metrics = {
      ...NO_METRICS,
      sent: () => counted.push('sent'),
      resent: () => counted.push('resent'),
      undelivered: () => counted.push('undelivered'),
      outboxAge: (seconds: number) => ages.push(seconds),
    };
    const relay = point.newRelay({ metrics });
    relays.push(relay);
    relay.start();
    await point.post(aMessage('FI', 'EE'));
    await eventually(() => {
      expect(counted).toEqual(['sent']);
    });

    await pass(5_000);
    expect(counted).toEqual(['sent', 'resent']);
    expect(ages.at(-1)).toBe(5);
    await pass(55_000);
    await pass(1_000);

    expect(counted.at(-1)).toBe('undelivered');
    expect(ages.at(-1)).toBe(0);
  });
});
