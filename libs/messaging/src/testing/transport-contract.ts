import { setTimeout as wait } from 'node:timers/promises';
import { readParked } from '../delivery/parking.js';
import {
  Undeliverable,
  type Delivery,
  type ParkedMessage,
  type Subscription,
  type SubscriptionRequest,
  type Transport,
  type TransportMessage,
} from '../transport.js';
import { eventually } from './eventually.js';

/** One implementation under test. */
export interface TransportUnderTest {
  /** @returns another client of the same network */
  connect(): Promise<Transport>;
  /** @returns the name of a topic that is new and empty */
  newTopic(): Promise<string>;
  stop(): Promise<void>;
}

/** What every network between access points promises, whatever it stands on. */
export function describeTransport(name: string, start: () => Promise<TransportUnderTest>): void {
  describe(`given ${name} between access points`, () => {
    let network: TransportUnderTest;
    let sender: Transport;
    let topic: string;
    let parkingTopic: string;
    const clients: Transport[] = [];

    beforeAll(async () => {
      network = await start();
      sender = await network.connect();
    });
    beforeEach(async () => {
      topic = await network.newTopic();
      parkingTopic = await network.newTopic();
    });
    afterEach(async () => {
      await Promise.all(clients.splice(0).map((client) => client.close()));
    });
    afterAll(async () => {
      await sender.close();
      await network.stop();
    });

    async function newClient(): Promise<Transport> {
      const client = await network.connect();
      clients.push(client);
      return client;
    }

    async function receiver(
      handle: SubscriptionRequest['handle'],
      options: Partial<SubscriptionRequest> = {},
      client?: Transport,
    ): Promise<Subscription> {
      return (client ?? (await newClient())).subscribe({
        topic,
        group: 'node',
        parkingTopic,
        handle,
        retry: { attempts: 3, firstDelay: 10 },
        ...options,
      });
    }

    it('then messages of one conversation arrive in the order in which they were sent', async () => {
      const seen = new Map<string, string[]>();
      await receiver(async ({ message }) => {
        await wait(message.key === 'slow' ? 3 : 0);
        seen.set(message.key, [...(seen.get(message.key) ?? []), text(message)]);
      });

      const expected = Array.from({ length: 20 }, (_, index) => String(index));
      for (const value of expected) {
        await Promise.all([sender.send(topic, aMessage('slow', value)), sender.send(topic, aMessage('quick', value))]);
      }

      await eventually(() => {
        expect(Object.fromEntries(seen)).toEqual({ slow: expected, quick: expected });
      });
    });

    it('then key, headers and every byte arrive as they were sent', async () => {
      const sent = {
        key: 'conversation-õäöü',
        headers: { 'message-id': 'a@b.example', empty: '' },
        value: Uint8Array.from({ length: 256 }, (_, byte) => byte),
      };
      const arrived: TransportMessage[] = [];
      await receiver(({ message }) => {
        arrived.push(message);
        return Promise.resolve();
      });

      await sender.send(topic, sent);

      await eventually(() => {
        expect(arrived).toHaveLength(1);
      });
      expect({ ...arrived[0], value: Uint8Array.from(arrived[0]!.value) }).toEqual(sent);
    });

    it('then a message that failed is handed over again, before the next of its conversation', async () => {
      const seen: string[] = [];
      await receiver(({ message, attempt }) => {
        seen.push(`${text(message)}/${attempt}`);
        return attempt === 1 && text(message) === 'first' ? Promise.reject(new Error('not yet')) : Promise.resolve();
      });

      await sender.send(topic, aMessage('one', 'first'));
      await sender.send(topic, aMessage('one', 'second'));

      await eventually(() => {
        expect(seen).toEqual(['first/1', 'first/2', 'second/1']);
      });
    });

    it('then what was sent before anybody listened is delivered', async () => {
      await sender.send(topic, aMessage('one', 'early'));

      const seen = recorder();
      await receiver(seen.handle);

      await eventually(() => {
        expect(seen.texts()).toEqual(['early']);
      });
    });

    it('then a member that comes back goes on where it stopped', async () => {
      const before = recorder();
      const first = await receiver(before.handle);
      await sender.send(topic, aMessage('one', '1'));
      await eventually(() => {
        expect(before.texts()).toEqual(['1']);
      });
      await first.stop();

      await sender.send(topic, aMessage('one', '2'));
      const after = recorder();
      await receiver(after.handle);

      await eventually(() => {
        expect(after.texts()).toEqual(['2']);
      });
      expect(before.texts()).toEqual(['1']);
    });

    it('then two members of one group share the messages, each message going to one of them', async () => {
      const [one, two] = [recorder(), recorder()];
      await receiver(one.handle);
      await receiver(two.handle);

      const sent = Array.from({ length: 60 }, (_, index) => String(index));
      await Promise.all(sent.map((value) => sender.send(topic, aMessage(`conversation-${value}`, value))));

      await eventually(() => {
        expect(new Set([...one.texts(), ...two.texts()])).toEqual(new Set(sent));
      });
      expect(one.texts()).not.toHaveLength(0);
      expect(two.texts()).not.toHaveLength(0);
      expect([...one.texts(), ...two.texts()]).toHaveLength(60);
    });

    it('then two groups each get every message', async () => {
      const [one, two] = [recorder(), recorder()];
      await receiver(one.handle, { group: 'node' });
      await receiver(two.handle, { group: 'observer' });

      await sender.send(topic, aMessage('one', 'for both'));

      await eventually(() => {
        expect([one.texts(), two.texts()]).toEqual([['for both'], ['for both']]);
      });
    });

    it('then the others take over when a member leaves', async () => {
      const [leaving, staying] = [recorder(), recorder()];
      const member = await receiver(leaving.handle);
      await receiver(staying.handle);
      await member.stop();

      const sent = Array.from({ length: 20 }, (_, index) => String(index));
      await Promise.all(sent.map((value) => sender.send(topic, aMessage(`conversation-${value}`, value))));

      await eventually(() => {
        expect(new Set(staying.texts())).toEqual(new Set(sent));
      });
      expect(leaving.texts()).toEqual([]);
    });

    it('then a message that keeps failing is parked once, unchanged, and its neighbours go on', async () => {
      const handled = recorder();
      const reported: ParkedMessage[] = [];
      const attempts: number[] = [];
      await receiver(
        async (delivery) => {
          if (text(delivery.message) === 'poison') {
            attempts.push(delivery.attempt);
            throw new TypeError('cannot be handled');
          }
          await handled.handle(delivery);
        },
        {
          onParked: (parked) => {
            reported.push(parked);
            return Promise.resolve();
          },
        },
      );

      const poison = aMessage('one', 'poison');
      await sender.send(topic, poison);
      await sender.send(topic, aMessage('one', 'same conversation'));
      await sender.send(topic, aMessage('two', 'other conversation'));

      await eventually(() => {
        expect(new Set(handled.texts())).toEqual(new Set(['same conversation', 'other conversation']));
      });
      expect(attempts).toEqual([1, 2, 3]);
      expect(reported).toMatchObject([{ topic, attempts: 3, reason: 'TypeError' }]);
      const parked = recorder();
      await receiver(parked.handle, { topic: parkingTopic, group: 'operations', parkingTopic: topic });
      await eventually(() => {
        expect(parked.texts()).toEqual(['poison']);
      });
      const lying = readParked(parked.messages()[0]!);
      expect(lying).toMatchObject({ topic, attempts: 3, reason: 'TypeError' });
      expect(lying?.message).toMatchObject({ key: poison.key, headers: poison.headers });
    });

    it('then a message that no attempt can help is parked at once', async () => {
      const attempts: number[] = [];
      const reported: string[] = [];
      await receiver(
        ({ attempt }) => {
          attempts.push(attempt);
          return Promise.reject(new Undeliverable('unknown-action'));
        },
        {
          onParked: ({ reason }) => {
            reported.push(reason);
            return Promise.resolve();
          },
        },
      );

      await sender.send(topic, aMessage('one', 'nobody handles this'));

      await eventually(() => {
        expect(reported).toEqual(['Undeliverable unknown-action']);
      });
      expect(attempts).toEqual([1]);
    });

    it('then a message stays until its parking is on record', async () => {
      let refusals = 2;
      const reported: number[] = [];
      const handled = recorder();
      await receiver(
        (delivery) => (text(delivery.message) === 'poison' ? Promise.reject(new Error()) : handled.handle(delivery)),
        {
          onParked: ({ attempts }) => {
            refusals -= 1;
            if (refusals >= 0) return Promise.reject(new Error('the journal does not answer'));
            reported.push(attempts);
            return Promise.resolve();
          },
        },
      );

      await sender.send(topic, aMessage('one', 'poison'));
      await sender.send(topic, aMessage('one', 'next'));

      await eventually(() => {
        expect([reported, handled.texts()]).toEqual([[3], ['next']]);
      });
    });

    it('then stopping waits for what is in hand, and nothing is handed over twice or lost', async () => {
      const finished: string[] = [];
      let begun = 0;
      const member = await receiver(
        async ({ message }) => {
          begun += 1;
          await wait(30);
          finished.push(text(message));
        },
        { atOnce: 2 },
      );
      const sent = Array.from({ length: 12 }, (_, index) => String(index));
      await Promise.all(sent.map((value) => sender.send(topic, aMessage(`conversation-${value}`, value))));
      await eventually(() => {
        expect(begun).toBeGreaterThan(0);
      });

      await member.stop();

      const duringDrain = [...finished];
      expect(duringDrain).toHaveLength(begun);
      expect(duringDrain.length).toBeLessThan(sent.length);
      const rest = recorder();
      await receiver(rest.handle);
      await eventually(() => {
        expect(new Set([...duringDrain, ...rest.texts()])).toEqual(new Set(sent));
      });
    });

    it('then stopping does not wait for the next attempt at a failing message', async () => {
      const failures: number[] = [];
      const member = await receiver(
        ({ attempt }) => {
          failures.push(attempt);
          return Promise.reject(new Error('not now'));
        },
        { retry: { attempts: 5, firstDelay: 600_000 } },
      );
      await sender.send(topic, aMessage('one', 'patient'));
      await eventually(() => {
        expect(failures).toEqual([1]);
      });

      await member.stop();

      const next = recorder();
      await receiver(next.handle);
      await eventually(() => {
        expect(next.texts()).toEqual(['patient']);
      });
    });

    it('then a closed client refuses to send', async () => {
      const client = await network.connect();
      await client.close();

      await expect(client.send(topic, aMessage('one', 'late'))).rejects.toMatchObject({ name: 'TransportUnavailable' });
    });
  });
}

function aMessage(key: string, value: string): TransportMessage {
  return { key, headers: { 'message-id': `${value}@test.example` }, value: Buffer.from(value) };
}

function text(message: TransportMessage): string {
  return Buffer.from(message.value).toString('utf8');
}

/** A handler that remembers what it was handed. */
function recorder() {
  const seen: TransportMessage[] = [];
  return {
    handle: ({ message }: Delivery): Promise<void> => {
      seen.push(message);
      return Promise.resolve();
    },
    texts: () => seen.map(text),
    messages: () => seen,
  };
}
