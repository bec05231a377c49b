import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { TrustList } from '../trust/trust-list.js';
import { aMember, testNetworkKeys } from '../testing/test-network-keys.js';
import { holdKeyCeremony } from './key-ceremony.js';
import { KeyFolder } from './key-folder.js';
import type { NetworkKeys } from './network-keys.js';

const HELD = new Date('2026-11-23T12:00:00.000Z');

describe('given a key ceremony for two countries', () => {
  let keys: NetworkKeys;
  beforeAll(async () => {
    keys = await testNetworkKeys(['IS', 'LI'], HELD);
  });

  it('then each country has four key pairs of its own', () => {
    const kids = [...keys.nodes.values()].flatMap(({ signature, encryption, audit, authorityToken }) =>
      [signature, encryption, audit, authorityToken].map(({ kid }) => kid),
    );

    expect([...keys.nodes.keys()]).toEqual(['IS', 'LI']);
    expect(new Set(kids).size).toBe(8);
    expect(keys.nodes.get('LI')).toMatchObject({
      accessPoint: { value: 'AP_LI_01' },
      signature: { alg: 'ES256', publicJwk: { kty: 'EC', crv: 'P-256' } },
      encryption: { alg: 'ECDH-ES', publicJwk: { kty: 'EC', crv: 'P-256' } },
      audit: { alg: 'EdDSA', publicJwk: { kty: 'OKP', crv: 'Ed25519' } },
      authorityToken: { alg: 'ES256' },
    });
  });

  it('then the anchor vouches for all of them', async () => {
    const list = await TrustList.read(keys.trustList, keys.anchor.publicJwk, HELD);

    expect(list.content.keys).toHaveLength(8);
    for (const node of keys.nodes.values()) {
      expect(list.signingKey(node.signature.kid, HELD)).toMatchObject({ outcome: 'trusted', country: node.country });
    }
  });

  it('then no private key stands in the trust list', async () => {
    const list = await TrustList.read(keys.trustList, keys.anchor.publicJwk, HELD);

    expect(JSON.stringify(list.content)).not.toContain('"d"');
  });

  it('then the directories hold a certificate that their root issued for signing', () => {
    const root = new X509Certificate(keys.anchor.directoryRoot);
    const leaf = new X509Certificate(Buffer.from(keys.directory.certificateChain[0]!, 'base64'));

    expect(root.ca).toBe(true);
    expect(leaf.ca).toBe(false);
    expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.publicKey.export({ format: 'jwk' })).toMatchObject({ x: keys.directory.signature.publicJwk.x });
  });

  it('then nobody takes part twice', async () => {
    const twice = { members: [aMember('IS'), aMember('IS')], heldAt: HELD };

    await expect(holdKeyCeremony(twice)).rejects.toThrow(new RangeError('IS takes part twice'));
  });

  describe('when they are written to a folder', () => {
    let path: string;
    let folder: KeyFolder;
    beforeEach(async () => {
      path = join(await mkdtemp(join(tmpdir(), 'oots-keys-')), 'keys');
      folder = new KeyFolder(path);
      await folder.write(keys);
    });
    afterEach(() => rm(join(path, '..'), { recursive: true }));

    it('then everybody reads back what is theirs', async () => {
      await expect(folder.node('LI')).resolves.toEqual(keys.nodes.get('LI'));
      await expect(folder.directory()).resolves.toEqual(keys.directory);
      await expect(folder.anchor()).resolves.toEqual(keys.anchor);
      await expect(folder.anchorKey()).resolves.toEqual(keys.anchorKey);
      await expect(folder.trustList()).resolves.toBe(keys.trustList);
    });

    it('then nobody else on the machine reads any of it', async () => {
      const modes = await Promise.all(
        (await readdir(path)).map(async (file) => (await stat(join(path, file))).mode & 0o777),
      );

      expect((await stat(path)).mode & 0o777).toBe(0o700);
      expect(new Set(modes)).toEqual(new Set([0o600]));
      expect((await readdir(path)).toSorted()).toEqual(
        ['anchor-key.json', 'anchor.json', 'directory-keys.json', 'is.json', 'li.json', 'trust-list.jws'].toSorted(),
      );
    });

    it('then the public anchor file holds no private key', async () => {
      expect(await readFile(join(path, 'anchor.json'), 'utf8')).not.toContain('"d"');
    });

    it('then a new trust list takes the place of the old one', async () => {
      await folder.writeTrustList('header.payload.signature');

      await expect(folder.trustList()).resolves.toBe('header.payload.signature');
    });

    it('then a file that is missing is named', async () => {
      await expect(folder.node('FI')).rejects.toThrow(`${join(path, 'fi.json')} cannot be used`);
    });

    it('then a broken file is named and nothing of it is quoted', async () => {
      await writeFile(join(path, 'li.json'), '{"privateJwk": secret');

      await expect(folder.node('LI')).rejects.toThrow(`${join(path, 'li.json')} cannot be used`);
      await expect(folder.node('LI')).rejects.not.toThrow(/secret/);
    });

    it('then a file without the keys it should hold is refused', async () => {
      await writeFile(join(path, 'li.json'), '{"country":"LI"}');

      await expect(folder.node('LI')).rejects.toMatchObject({ name: 'KeyFileUnreadable' });
    });

    it('then a country never names a file elsewhere', async () => {
      await expect(folder.node('../LI')).rejects.toMatchObject({ name: 'KeyFileUnreadable' });
    });
  });
});
