import { systemClock } from '@oots/edm';
import { describeTransport } from '../testing/transport-contract.js';
import { MemoryNetwork } from './memory-network.js';
import { MemoryTransport } from './memory-transport.js';

describeTransport('a memory network', () => {
  const network = new MemoryNetwork();
  let topics = 0;
  return Promise.resolve({
    connect: () => Promise.resolve(new MemoryTransport(network, systemClock)),
    newTopic: () => Promise.resolve(`topic-${(topics += 1)}`),
    stop: () => Promise.resolve(),
  });
});

describe('given a memory network whose messages are all handled', () => {
  it('then it holds none of them any more', async () => {
    const network = new MemoryNetwork();
    const transport = new MemoryTransport(network, systemClock);
    const message = { key: 'one', headers: {}, value: Uint8Array.of(1) };
    await transport.send('inbox', message);
    const heldBefore = network.held('inbox');
    const subscription = await transport.subscribe({
      topic: 'inbox',
      group: 'node',
      parkingTopic: 'parked',
      handle: () => Promise.resolve(),
    });

    await new Promise(setImmediate);
    await subscription.stop();

    expect(heldBefore).toEqual([message]);
    expect(network.held('inbox')).toEqual([]);
  });
});
