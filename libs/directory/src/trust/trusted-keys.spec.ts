import { keyPair, nodeKeys, trustedEntries } from '../ceremony/key-ceremony.js';
import type { KeyPair, NodeKeys } from '../ceremony/network-keys.js';
import { SettableClock } from '../testing/settable-clock.js';
import { aMember } from '../testing/test-network-keys.js';
import { signTrustList } from './trust-list.js';
import { TrustListRefresh } from './trust-list-refresh.js';
import { TrustedKeys } from './trusted-keys.js';

const ISSUED = new Date('2026-11-23T12:00:00.000Z');
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

describe('given a node that holds trust list number 5', () => {
  let anchor: KeyPair;
  let old: NodeKeys;
  let rotated: NodeKeys;
  let clock: SettableClock;
  let trusted: TrustedKeys;

  const list = (serialNumber: number, nodes: readonly NodeKeys[], issuedAt = ISSUED): Promise<string> =>
    signTrustList(
      {
        version: 1,
        serialNumber,
        issuedAt: issuedAt.toISOString(),
        nextUpdate: new Date(issuedAt.getTime() + 30 * DAY).toISOString(),
        keys: nodes.flatMap((node) =>
          trustedEntries(node, { from: ISSUED, until: new Date(ISSUED.getTime() + 365 * DAY) }),
        ),
      },
      anchor,
    );

  beforeAll(async () => {
    anchor = await keyPair('trust-anchor', 'ES256');
    [old, rotated] = await Promise.all([nodeKeys(aMember('IS')), nodeKeys(aMember('IS'))]);
  });
  beforeEach(async () => {
    clock = new SettableClock(ISSUED);
    trusted = await TrustedKeys.from(await list(5, [old]), anchor.publicJwk, clock);
  });

  it('then number 6 takes its place and its keys count', async () => {
    await expect(trusted.reload(await list(6, [old, rotated]))).resolves.toBe(true);

    expect(trusted.current.serialNumber).toBe(6);
    expect(trusted.signingKey(rotated.signature.kid, ISSUED).outcome).toBe('trusted');
    expect(trusted.encryptionKey('AP_IS_01', ISSUED).outcome).toBe('trusted');
    expect(trusted.auditKey('IS', ISSUED).outcome).toBe('trusted');
    expect(trusted.auditKeyById(old.audit.kid, ISSUED).outcome).toBe('trusted');
    expect(trusted.authorityTokenKeys('IS', ISSUED)).toHaveLength(2);
  });

  it('then number 4 is refused as a rollback, and number 5 stays in force', async () => {
    await expect(trusted.reload(await list(4, [rotated]))).rejects.toMatchObject({ reason: 'rollback' });

    expect(trusted.current.serialNumber).toBe(5);
    expect(trusted.signingKey(rotated.signature.kid, ISSUED)).toEqual({ outcome: 'unknown' });
  });

  it('then another list under number 5 is refused as well', async () => {
    await expect(trusted.reload(await list(5, [rotated]))).rejects.toMatchObject({ reason: 'rollback' });
  });

  it('then the same list signed again changes nothing', async () => {
    await expect(trusted.reload(await list(5, [old]))).resolves.toBe(false);
  });

  it('then an expired newer list is refused and the one in force stays', async () => {
    const expired = await list(6, [old], new Date(ISSUED.getTime() - 40 * DAY));

    await expect(trusted.reload(expired)).rejects.toMatchObject({ reason: 'expired' });
    expect(trusted.current.serialNumber).toBe(5);
  });

  describe('when it looks for a newer list every hour', () => {
    let offered: () => Promise<string>;
    let troubles: unknown[];
    let refresh: TrustListRefresh;
    beforeEach(async () => {
      const six = await list(6, [old, rotated]);
      offered = () => Promise.resolve(six);
      troubles = [];
      refresh = new TrustListRefresh(trusted, {
        source: () => offered(),
        every: HOUR,
        clock,
        onTrouble: (error) => troubles.push(error),
      });
      refresh.start();
    });
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

    it('then the rotated key counts after an hour and not before', async () => {
      clock.pass(HOUR - 1);
      await settled();
      expect(trusted.current.serialNumber).toBe(5);

      clock.pass(1);
      await settled();
      expect(trusted.current.serialNumber).toBe(6);
    });

    it('then a source that fails is told of, and the next look still happens', async () => {
      const working = offered;
      offered = () => Promise.reject(new Error('no answer'));
      clock.pass(HOUR);
      await settled();
      expect(troubles).toEqual([new Error('no answer')]);

      offered = working;
      clock.pass(HOUR);
      await settled();
      expect(trusted.current.serialNumber).toBe(6);
    });

    it('then it looks no more once it is stopped', async () => {
      refresh.stop();
      clock.pass(2 * HOUR);
      await settled();

      expect(trusted.current.serialNumber).toBe(5);
    });
  });
});
