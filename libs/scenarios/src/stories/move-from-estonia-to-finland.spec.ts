import { finland, estonia } from '@oots/countries';
import { startNetwork } from '../network/start-network.js';
import type { Network } from '../network/network.js';
import { moveFromEstoniaToFinland } from './move-from-estonia-to-finland.js';

describe('x', () => {
  let network: Network;
  beforeAll(async () => {
    const { startEmbeddedPostgres } = await import('@oots/postgres-engine');
    const postgres = await startEmbeddedPostgres();
    network = await startNetwork({
      postgres,
      profiles: [finland, estonia],
      progress: (l) => console.log(l),
      settings: () => ({ LOG_LEVEL: 'warn' }),
    });
  }, 30000);
  it('plays', async () => {
    const report = await moveFromEstoniaToFinland.run(network, {
      step: (a) => console.log(a),
      detail: (d) => console.log(d),
    });
    console.log(JSON.stringify(report, null, 1));
  }, 60000);
});
