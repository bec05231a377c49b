import { Controller, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { from, throwError } from 'rxjs';
import { MemoryNetwork } from '../memory/memory-network.js';
import { MemoryTransport } from '../memory/memory-transport.js';
import { IssuedReceipt } from '../persistence/issued-receipt.entity.js';
import { InboxMessage } from '../persistence/inbox-message.entity.js';
import { OutboxMessage } from '../persistence/outbox-message.entity.js';
import { signStatement } from '../envelope/signed-statement.js';
import { aMessage } from '../testing/a-message.js';
import { eventually } from '../testing/eventually.js';
import { messagingDatabase, type MessagingDatabase } from '../testing/messaging-database.js';
import { ManualClock } from '../testing/manual-clock.js';
import { TestAccessPoint } from '../testing/test-access-point.js';
import { PeerKeyRing, testAccessPointOf, testKeys, type TestAccessPointKeys } from '../testing/test-keys.js';
import { BACKGROUND_SERVICE, EDM_BACKGROUND_0_1, systemClock } from '@oots/edm';
import type { OutboundMessage } from '../outbox/outbox.js';
import type { InboundMessage } from './inbound-message.js';
import { PassHandlerErrors } from './pass-handler-errors.js';

const finland = testKeys('FI');
const estonia = testKeys('EE');
const latvia = testKeys('LV');

const aNotification = (): OutboundMessage =>
  aMessage('FI', 'EE', { action: 'Notify', service: BACKGROUND_SERVICE, specificationId: EDM_BACKGROUND_0_1 });

describe('given the access points of Finland and Estonia', () => {
  let network: MemoryNetwork;
  let clock: ManualClock;
  let fi: TestAccessPoint;
  let ee: TestAccessPoint;

  let databases: MessagingDatabase[];

  beforeAll(async () => {
    databases = await Promise.all([messagingDatabase(), messagingDatabase(), messagingDatabase()]);
  });
  afterAll(() => Promise.all(databases.map((each) => each.drop())));
  beforeEach(async () => {
    await Promise.all(databases.map((each) => each.clear()));
    network = new MemoryNetwork();
    clock = new ManualClock();
    const peers = new PeerKeyRing(finland, estonia, latvia);
    // Attempts at a message are repeated in real time, everything else in the test's.
    const create = (keys: TestAccessPointKeys, index: number): TestAccessPoint =>
      new TestAccessPoint({
        keys,
        peers,
        transport: new MemoryTransport(network, systemClock),
        clock,
        database: databases[index]!.database,
      });
    [fi, ee] = [create(finland, 0), create(estonia, 1)];
    await Promise.all([fi.start(), ee.start()]);
  });
  afterEach(async () => {
    await Promise.all([fi.stop(), ee.stop()]);
  });

  const outboxOf = (point: TestAccessPoint, { header }: OutboundMessage): Promise<OutboxMessage> =>
    point.database.getRepository(OutboxMessage).findOneByOrFail({ messageId: header.messageId });
  const signals: string[] = [];
  const observeSignals = async (): Promise<void> => {
    signals.length = 0;
    await new MemoryTransport(network, systemClock).subscribe({
      topic: 'edelivery.fi.signals',
      group: 'observer',
      parkingTopic: 'observer.parked',
      handle: ({ message }) => {
        signals.push(Buffer.from(message.value).toString('ascii'));
        return Promise.resolve();
      },
    });
  };
  /** Sends the message again, as after a receipt that was lost. */
  const sendAgain = async ({ header }: OutboundMessage): Promise<void> => {
    await fi.database.query(
      `UPDATE outbox SET state = 'sent', receipt = NULL, content = $2, next_attempt_at = posted_at WHERE message_id = $1`,
      [header.messageId, resendable.get(header.messageId)],
    );
    clock.advance(1_000);
  };
  const resendable = new Map<string, Buffer | null>();

  describe('when Finland sends a message', () => {
    let message: OutboundMessage;

    beforeEach(async () => {
      await observeSignals();
      message = aMessage('FI', 'EE');
      await fi.database.transaction(async (transaction) => {
        await fi.outbox.post(message, transaction);
        const row = await transaction.getRepository(OutboxMessage).findOneByOrFail({});
        resendable.set(message.header.messageId, row.content);
      });
      await eventually(() => {
        expect(fi.journals.receipts).toHaveLength(1);
      });
    });

    it('then Estonia handles it once, as Finland signed it', () => {
      expect(ee.handled).toMatchObject([
        {
          header: { messageId: message.header.messageId },
          sender: { country: 'FI', accessPoint: testAccessPointOf('FI'), kid: 'fi-1-signature' },
          receivedAt: clock.now(),
        },
      ]);
    });

    it('then Finland holds the receipt of Estonia and no longer the content', async () => {
      const jws = signals[0]!;

      expect(await outboxOf(fi, message)).toMatchObject({ state: 'received', content: null, receipt: jws });
      expect(fi.journals.receipts).toEqual([
        {
          messageId: message.header.messageId,
          conversationId: message.header.conversationId,
          action: 'ExecuteQueryRequest',
          receiver: { accessPoint: 'AP_EE_01', country: 'EE', kid: 'ee-1-signature' },
          receivedAt: clock.now(),
          jws,
        },
      ]);
      clock.advance(3_600_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(ee.handled).toHaveLength(1);
      expect(signals).toHaveLength(1);
    });

    it('then the same message again has no effect but the same receipt', async () => {
      await sendAgain(message);

      await eventually(() => {
        expect(signals).toHaveLength(2);
      });
      expect(signals[1]).toBe(signals[0]);
      expect(ee.handled).toHaveLength(1);
      await eventually(async () => {
        expect(await outboxOf(fi, message)).toMatchObject({ state: 'received' });
      });
    });

    it('then the same receipt again has no effect and is no violation', async () => {
      await fi.settings.transport.send('edelivery.fi.signals', {
        key: message.header.conversationId,
        headers: {},
        value: Buffer.from(signals[0]!),
      });

      await eventually(() => {
        expect(signals).toHaveLength(2);
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(fi.journals.receipts).toHaveLength(1);
      expect(fi.journals.violations).toEqual([]);
    });
  });

  it('then a message whose handling is rolled back is not receipted, and is handled at the next attempt', async () => {
    let failures = 1;
    ee.beforeCommit = () => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('the register does not answer')) : Promise.resolve();
    };

    await fi.post(aMessage('FI', 'EE'));

    await eventually(() => {
      expect(fi.journals.receipts).toHaveLength(1);
    });
    expect(ee.handled).toHaveLength(1);
    expect(await ee.database.getRepository(InboxMessage).count()).toBe(1);
  });

  it('then a poison message is parked with one entry, its neighbours go on, and no receipt leaves for it', async () => {
    const poison = aMessage('FI', 'EE');
    ee.beforeCommit = ({ header }) =>
      header.messageId === poison.header.messageId ? Promise.reject(new TypeError('Mari Tamm')) : Promise.resolve();
    const neighbour = aMessage('FI', 'EE', { conversationId: poison.header.conversationId });

    await fi.post(poison);
    await fi.post(neighbour);
    await fi.post(aMessage('FI', 'EE'));

    await eventually(() => {
      expect(fi.journals.receipts).toHaveLength(2);
      expect(ee.journals.parkings).toHaveLength(1);
    });
    expect(ee.journals.parkings).toMatchObject([{ topic: 'edelivery.ee.inbox', attempts: 3, reason: 'TypeError' }]);
    expect(network.held('edelivery.ee.parked')).toHaveLength(1);
    expect(await ee.database.getRepository(IssuedReceipt).count()).toBe(2);
    expect(await outboxOf(fi, poison)).toMatchObject({ state: 'sent' });
    expect(ee.handled.map(({ header }) => header.messageId)).toContain(neighbour.header.messageId);
  });

  it('then a parked message is handled when it is sent again and its cause is gone', async () => {
    ee.beforeCommit = () => Promise.reject(new Error('the database does not answer'));
    await fi.post(aMessage('FI', 'EE'));
    await eventually(() => {
      expect(ee.journals.parkings).toHaveLength(1);
    });

    ee.beforeCommit = () => Promise.resolve();
    clock.advance(5_000);

    await eventually(() => {
      expect(fi.journals.receipts).toHaveLength(1);
    });
    expect(ee.handled).toHaveLength(1);
  });

  it('then an action that nobody handles is parked at once', async () => {
    await fi.post(aMessage('FI', 'EE', { action: 'ExceptionResponse' }));

    await eventually(() => {
      expect(ee.journals.parkings).toMatchObject([{ attempts: 1, reason: 'Undeliverable unknown-action' }]);
    });
  });

  it('then an action that nobody else handles goes to the handler of unknown actions', async () => {
    ee.server.addHandler('unknown-action', (message: InboundMessage) => ee.handle(message) as never, true);

    await fi.post(aMessage('FI', 'EE', { action: 'ExceptionResponse' }));

    await eventually(() => {
      expect(fi.journals.receipts).toMatchObject([{ action: 'ExceptionResponse' }]);
    });
  });

  it('then a handler that forgets the receipt is noticed', async () => {
    ee.server.addHandler('ExecuteQueryResponse', () => Promise.resolve() as never, true);

    await fi.post(aMessage('FI', 'EE', { action: 'ExecuteQueryResponse' }));

    await eventually(() => {
      expect(ee.journals.parkings).toMatchObject([{ reason: 'Undeliverable handled-without-receipt' }]);
    });
  });

  it('then a handler that answers with a stream is awaited to its end', async () => {
    ee.server.addHandler(
      'ExecuteQueryResponse',
      (message: InboundMessage) => Promise.resolve(from(ee.handle(message).then(() => 'done'))),
      true,
    );
    ee.server.addHandler('Notify', () => Promise.resolve(throwError(() => new TypeError())), true);

    await fi.post(aMessage('FI', 'EE', { action: 'ExecuteQueryResponse' }));
    await fi.post(aNotification());

    await eventually(() => {
      expect(ee.handled).toHaveLength(1);
      expect(ee.journals.parkings).toMatchObject([{ attempts: 3, reason: 'TypeError' }]);
    });
  });

  describe('when somebody else writes to the topics', () => {
    const impostor = testKeys('FI', 2);

    async function intrude(topic: string, value: Uint8Array, headers: Record<string, string> = {}): Promise<void> {
      await ee.settings.transport.send(topic, {
        key: 'intruder',
        headers: { envelope: 'oots-jose-1', ...headers },
        value,
      });
    }

    it.each([
      ['an unknown key', 'signing-key-unknown', undefined],
      ['an expired key', 'signing-key-expired', 'expired'],
      ['a revoked key', 'signing-key-revoked', 'revoked'],
    ] as const)('then a message signed by %s has no effect but one entry', async (_, code, outcome) => {
      const ring = new PeerKeyRing(estonia, finland);
      if (outcome !== undefined) ring.distrust(impostor, outcome);
      const point = new TestAccessPoint({
        keys: impostor,
        peers: ring,
        transport: new MemoryTransport(network, systemClock),
        clock,
        database: databases[2]!.database,
      });
      if (outcome !== undefined) ee.settings.peers.distrust(impostor, outcome);
      point.relay.start();
      const message = aMessage('FI', 'EE');
      await point.post(message);

      await eventually(() => {
        expect(ee.journals.violations).toHaveLength(1);
      });
      expect(ee.journals.violations).toMatchObject([
        {
          code,
          topic: 'edelivery.ee.inbox',
          occurredAt: clock.now(),
          claimed: { messageId: message.header.messageId, sender: 'AP_FI_01' },
        },
      ]);
      await nothingHappened();
      await point.stop();
    });

    it('then a message of Finland that Latvia signed has no effect but one entry', async () => {
      const point = new TestAccessPoint({
        keys: latvia,
        peers: ee.settings.peers,
        transport: new MemoryTransport(network, systemClock),
        clock,
        database: databases[2]!.database,
      });
      point.relay.start();
      await point.post(aMessage('FI', 'EE'));

      await eventually(() => {
        expect(ee.journals.violations).toMatchObject([{ code: 'wrong-sender', country: 'LV', kid: 'lv-1-signature' }]);
      });
      await nothingHappened();
      await point.stop();
    });

    it('then noise has no effect but one entry, which quotes nothing of it', async () => {
      await intrude('edelivery.ee.inbox', Buffer.from('noise'), { 'message-id': 'a b\nc', sender: 'x'.repeat(300) });

      await eventually(() => {
        expect(ee.journals.violations).toHaveLength(1);
      });
      expect(ee.journals.violations[0]).toMatchObject({ code: 'malformed-envelope', claimed: {} });
      await nothingHappened();
    });

    it('then an entry that cannot be written is written at the next attempt', async () => {
      const record = ee.journals.security.record.bind(ee.journals.security);
      let refusals = 1;
      ee.journals.security.record = (event) => {
        refusals -= 1;
        return refusals >= 0 ? Promise.reject(new Error('no record')) : record(event);
      };

      await intrude('edelivery.ee.inbox', Buffer.from('noise'));

      await eventually(() => {
        expect(ee.journals.violations).toHaveLength(1);
      });
      expect(ee.journals.parkings).toEqual([]);
    });

    async function nothingHappened(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(ee.handled).toEqual([]);
      expect(ee.journals.violations).toHaveLength(1);
      expect(ee.journals.parkings).toEqual([]);
      expect(await ee.database.getRepository(InboxMessage).count()).toBe(0);
      expect(await ee.database.getRepository(IssuedReceipt).count()).toBe(0);
    }
  });

  describe('when a receipt comes that is none', () => {
    let message: OutboundMessage;
    let row: OutboxMessage;

    beforeEach(async () => {
      await ee.server.close();
      message = aMessage('FI', 'EE');
      await fi.post(message);
      await eventually(async () => {
        row = await outboxOf(fi, message);
        expect(row.state).toBe('sent');
      });
    });

    const receipt = (changes: object = {}): object => ({
      messageId: message.header.messageId,
      from: testAccessPointOf('EE'),
      to: testAccessPointOf('FI'),
      digests: { header: row.headerDigest, parts: row.parts },
      receivedAt: clock.now().toISOString(),
      ...changes,
    });
    const send = (jws: string): Promise<void> =>
      ee.settings.transport.send('edelivery.fi.signals', { key: 'any', headers: {}, value: Buffer.from(jws) });
    const sign = (statement: object, by = estonia): Promise<string> => signStatement('oots-receipt', statement, by.own);

    async function refusedAs(code: string): Promise<void> {
      await eventually(() => {
        expect(fi.journals.violations).toHaveLength(1);
      });
      expect(fi.journals.violations).toMatchObject([{ code, topic: 'edelivery.fi.signals' }]);
      expect(fi.journals.receipts).toEqual([]);
      expect(fi.journals.parkings).toEqual([]);
      expect(await outboxOf(fi, message)).toMatchObject({ state: 'sent', receipt: null });
    }

    it('then the right one still counts', async () => {
      await send(await sign(receipt()));

      await eventually(() => {
        expect(fi.journals.receipts).toHaveLength(1);
      });
    });

    it.each([
      ['of another header', { digests: { header: 'sha256:00', parts: [] } }, 'receipt-mismatch'],
      ['for another access point', { to: testAccessPointOf('LV') }, 'wrong-recipient'],
      ['under the name of another', { from: testAccessPointOf('LV') }, 'wrong-sender'],
      ['of a message that was never sent', { messageId: 'never@fi.oots.example' }, 'receipt-unexpected'],
      ['without digests', { digests: undefined }, 'receipt-unreadable'],
      ['without a time', { receivedAt: 'yesterday' }, 'receipt-unreadable'],
    ])('then one %s has no effect but one entry', async (_, changes, code) => {
      await send(await sign(receipt(changes)));

      await refusedAs(code);
    });

    it('then one of other parts has no effect but one entry', async () => {
      const parts = row.parts.map((part) => ({ ...part, digest: 'sha256:00' }));
      await send(await sign(receipt({ digests: { header: row.headerDigest, parts } })));

      await refusedAs('receipt-mismatch');
    });

    it('then one that Latvia signed for itself has no effect but one entry', async () => {
      await send(await sign(receipt({ from: testAccessPointOf('LV') }), latvia));

      await refusedAs('wrong-sender');
    });

    it('then one under an unknown key has no effect but one entry', async () => {
      await send(await sign(receipt(), testKeys('EE', 7)));

      await refusedAs('signing-key-unknown');
    });

    it('then a signed manifest in its place has no effect but one entry', async () => {
      await send(await signStatement('oots-manifest', receipt(), estonia.own));

      await refusedAs('malformed-envelope');
    });

    it('then one of absurd size has no effect but one entry', async () => {
      await send('x'.repeat(70_000));

      await refusedAs('oversize');
    });

    it('then one whose entry in the log fails is taken at the next attempt, once', async () => {
      const record = fi.journals.receiptAccepted.bind(fi.journals);
      let refusals = 1;
      fi.journals.receiptAccepted = (accepted) => {
        refusals -= 1;
        return refusals >= 0 ? Promise.reject(new Error('no record')) : record(accepted);
      };

      await send(await sign(receipt()));

      await eventually(() => {
        expect(fi.journals.receipts).toHaveLength(1);
      });
      expect(await outboxOf(fi, message)).toMatchObject({ state: 'received' });
    });

    it('then one that comes after the message was given up still counts, once', async () => {
      clock.advance(86_400_000);
      await eventually(() => {
        expect(fi.journals.lost).toHaveLength(1);
      });

      await send(await sign(receipt()));

      await eventually(() => {
        expect(fi.journals.receipts).toHaveLength(1);
      });
      expect(await outboxOf(fi, message)).toMatchObject({ state: 'received' });
    });
  });

  it('then stopping waits for the message in hand', async () => {
    let finish: (() => void) | undefined;
    ee.beforeCommit = () => new Promise((resolve) => (finish = resolve));
    await fi.post(aMessage('FI', 'EE'));
    await eventually(() => {
      expect(finish).toBeDefined();
    });

    const closed = ee.server.close();
    finish?.();
    await closed;

    expect(ee.handled).toHaveLength(1);
  });

  it('then its handlers are those of a NestJS controller, whose errors come back as they are', async () => {
    const seen: InboundMessage[] = [];
    let failures = 1;

    @Controller()
    @UseFilters(PassHandlerErrors)
    class Door {
      @EventPattern('Notify')
      async notification(@Payload() message: InboundMessage): Promise<void> {
        seen.push(message);
        failures -= 1;
        if (failures >= 0) throw new RangeError('not yet');
        await ee.handle(message);
      }

      @EventPattern('ExecuteQueryResponse')
      answer(@Payload() _message: InboundMessage): void {
        throw new RangeError('never');
      }
    }

    await ee.server.close();
    const node = await Test.createTestingModule({ controllers: [Door] }).compile();
    const app = node.createNestApplication();
    app.useLogger(false);
    app.connectMicroservice({ strategy: ee.server });
    await app.startAllMicroservices();
    await fi.post(aNotification());
    await fi.post(aMessage('FI', 'EE', { action: 'ExecuteQueryResponse' }));

    await eventually(() => {
      expect(fi.journals.receipts).toMatchObject([{ action: 'Notify' }]);
      expect(ee.journals.parkings).toMatchObject([{ attempts: 3, reason: 'RangeError' }]);
    });
    expect(seen).toHaveLength(2);
    await app.close();
  });

  it('then it has no events, and shows the transport that it stands on', () => {
    expect(() => ee.server.on()).toThrow('no events');
    expect(ee.server.unwrap()).toBe(ee.settings.transport);
  });
});
