import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DirectoryClient,
  fetchTrustList,
  KeyFolder,
  type NetworkKeys,
  publishDeclarations,
  signTrustList,
  TrustList,
} from '@oots/directory';
import { ICELANDIC_RESIDENCE, TEST_DECLARATIONS, testNetworkKeys } from '@oots/directory/testing';
import { type RunningCommonServices } from '@oots/directory/http';
import { randomIdentifiers, systemClock } from '@oots/edm';
import { ConfigurationError } from './common-services-config.js';
import { startFromEnvironment } from './start-from-environment.js';

const countries = TEST_DECLARATIONS.map(({ dataServices, ...country }) => ({
  ...country,
  offers: dataServices.map((service) => ({ service })),
}));

describe('given a folder of a key ceremony', () => {
  let path: string;
  let keys: NetworkKeys;
  beforeAll(async () => {
    keys = await testNetworkKeys(['IS', 'LI'], new Date());
  });
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'oots-common-services-'));
    await new KeyFolder(path).write(keys);
  });
  afterEach(() => rm(path, { recursive: true }));

  describe('when the common services start on it', () => {
    let services: RunningCommonServices;
    beforeEach(async () => {
      services = await startFromEnvironment(countries, {
        KEYS_DIRECTORY: path,
        TRUST_LIST_REFRESH_SECONDS: '1',
        LOG_LEVEL: 'silent',
        PATH: '/bin',
      });
    });
    afterEach(() => services.close());

    it('then a node that knows the anchor trusts what they answer', async () => {
      const anchor = await new KeyFolder(path).anchor();
      const client = new DirectoryClient({
        commonServices: services.url,
        trust: { roots: [anchor.directoryRoot] },
        clock: systemClock,
      });

      await expect(client.dataServices(ICELANDIC_RESIDENCE, 'IS')).resolves.toHaveLength(1);
    });

    it('then they show metrics of their process', async () => {
      const metrics = await (await fetch(`${services.url}/metrics`)).text();

      expect(metrics).toContain('process_resident_memory_bytes');
    });

    it('then a newer trust list in the folder is handed out without a new start', async () => {
      const { content } = await TrustList.read(keys.trustList, keys.anchor.publicJwk, new Date());
      const newer = await signTrustList({ ...content, serialNumber: 2 }, keys.anchorKey);
      await new KeyFolder(path).writeTrustList(newer);
      await new Promise((resolve) => setTimeout(resolve, 1300));

      await expect(fetchTrustList(services.url)).resolves.toBe(newer);
    });

    it('then an older or forged one is not', async () => {
      await new KeyFolder(path).writeTrustList('no.trust.list');
      await new Promise((resolve) => setTimeout(resolve, 1300));

      await expect(fetchTrustList(services.url)).resolves.toBe(keys.trustList);
    });
  });

  describe('when a country registers and the services start again', () => {
    const [iceland] = TEST_DECLARATIONS;
    const started = (changes: Record<string, string> = {}) =>
      startFromEnvironment([], { KEYS_DIRECTORY: path, LOG_LEVEL: 'silent', ...changes });
    const settings = (commonServices: string) => ({
      commonServices,
      key: keys.nodes.get('IS')!.signature,
      trust: { roots: [keys.anchor.directoryRoot] },
      clock: systemClock,
      identifiers: randomIdentifiers,
    });

    it('then what it declared is still there with a data directory', async () => {
      const DATA_DIRECTORY = join(path, 'data');
      const first = await started({ DATA_DIRECTORY });
      await publishDeclarations(iceland!, settings(first.url));
      await first.close();

      const second = await started({ DATA_DIRECTORY });
      const found = await new DirectoryClient(settings(second.url)).dataServices(ICELANDIC_RESIDENCE, 'IS');
      await second.close();

      expect(found).toHaveLength(1);
    });

    it('then it is gone without one', async () => {
      const first = await started();
      await publishDeclarations(iceland!, settings(first.url));
      await first.close();

      const second = await started();
      const asked = new DirectoryClient(settings(second.url)).dataServices(ICELANDIC_RESIDENCE, 'IS');
      await expect(asked).rejects.toMatchObject({ code: 'DSD:ERR:0002' });
      await second.close();
    });

    it('then registrations that cannot be read stop the start', async () => {
      await mkdir(join(path, 'data'));
      await writeFile(join(path, 'data', 'registrations.jsonl'), 'rubbish\n');

      await expect(started({ DATA_DIRECTORY: join(path, 'data') })).rejects.toThrow(/line 1 of .* cannot be read/);
    });
  });

  it('then they do not start on a trust list of another anchor', async () => {
    const foreign = await testNetworkKeys(['IS'], new Date());
    await new KeyFolder(path).writeTrustList(foreign.trustList);

    await expect(startFromEnvironment(countries, { KEYS_DIRECTORY: path })).rejects.toMatchObject({
      name: 'TrustListRefused',
      reason: 'signature-invalid',
    });
  });
});

describe('given settings that cannot be used', () => {
  it('then all of them are named at once', async () => {
    const started = startFromEnvironment(countries, {
      PORT: '70000',
      TRUST_LIST_REFRESH_SECONDS: 'often',
      LOG_LEVEL: 'loud',
    });

    await expect(started).rejects.toBeInstanceOf(ConfigurationError);
    await expect(started).rejects.toThrow(/PORT.*KEYS_DIRECTORY.*TRUST_LIST_REFRESH_SECONDS.*LOG_LEVEL/);
  });

  it('then a folder without keys is named', async () => {
    await expect(startFromEnvironment(countries, { KEYS_DIRECTORY: '/nowhere' })).rejects.toThrow(
      '/nowhere/anchor.json cannot be used',
    );
  });
});
