import { CompactSign } from 'jose';
import type { NetworkKeys } from '../ceremony/network-keys.js';
import { keyPair } from '../ceremony/key-ceremony.js';
import { DATA_SERVICES_QUERY } from '../query/data-services-directory.js';
import { LUXEMBOURGISH_RESIDENCE, NEWCOMER, TEST_DECLARATIONS, TESTLAND } from '../testing/declarations.js';
import { SettableClock } from '../testing/settable-clock.js';
import { testNetworkKeys } from '../testing/test-network-keys.js';
import { TrustedKeys } from '../trust/trusted-keys.js';
import { DeclarationRegistry } from './declaration-registry.js';
import { objectsOf } from './declared-objects.js';
import { type JournalEntry, MemoryJournal, type RegistrationJournal } from './registration-journal.js';
import type { RegistrationRequest } from './registration-request.js';
import { writeRegistrationRequest } from './registration-request.xml.js';
import { signRegistration } from './registration-signature.js';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let keys: NetworkKeys;
let clock: SettableClock;
let journal: MemoryJournal;
let registry: DeclarationRegistry;
beforeAll(async () => {
  keys = await testNetworkKeys(['IS', 'LI', 'LU'], NOW);
});
beforeEach(async () => {
  clock = new SettableClock(NOW);
  journal = new MemoryJournal();
  registry = await opened(journal);
});

async function opened(kept: RegistrationJournal, declarations = TEST_DECLARATIONS): Promise<DeclarationRegistry> {
  const trusted = await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, new SettableClock(NOW));
  return DeclarationRegistry.open({ declarations, keys: trusted, clock, journal: kept });
}

let count = 0;
/** A request id that was not used before. */
function fresh(): string {
  count += 1;
  return `urn:uuid:00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

function submission(declared = NEWCOMER, id = fresh()): RegistrationRequest {
  return { kind: 'submit', id, mode: 'CreateOrReplace', ...objectsOf(declared, 'dsd') };
}

function signedBy(country: string, request: RegistrationRequest, at = clock.now()): Promise<string> {
  return signRegistration(writeRegistrationRequest(request), keys.nodes.get(country)!.signature, at);
}

function knowsTheNewcomer(of = registry): boolean {
  try {
    of.directories.dataServicesDirectory.answer([
      ['queryId', DATA_SERVICES_QUERY],
      ['evidence-type-classification', LUXEMBOURGISH_RESIDENCE],
      ['country-code', 'LU'],
      ['5a0d7c1e-9b2f-4f6e-8d3c-1e2f3a4b5c02', 'Esch'],
    ]);
    return true;
  } catch {
    return false;
  }
}

describe('given directories that do not know a country', () => {
  it('then it is not found', () => {
    expect(knowsTheNewcomer()).toBe(false);
  });

  it('then it is found as soon as its registration is accepted', async () => {
    const request = submission();

    await expect(registry.register(await signedBy('LU', request))).resolves.toEqual({
      country: 'LU',
      requestId: request.id,
      refusal: undefined,
    });
    expect(knowsTheNewcomer()).toBe(true);
  });

  it('then registrations that come together are both kept', async () => {
    const eb: RegistrationRequest = { ...submission(), ...objectsOf(NEWCOMER, 'eb') };
    const both = [await signedBy('LU', submission()), await signedBy('LU', eb)];

    const outcomes = await Promise.all(both.map((jws) => registry.register(jws)));

    expect(outcomes.map(({ refusal }) => refusal)).toEqual([undefined, undefined]);
    await expect(journal.entries()).resolves.toHaveLength(2);
  });
});

describe('given a registration that nobody answers for', () => {
  it('then a key outside of the trust list counts for nothing', async () => {
    const stranger = await keyPair('stranger', 'ES256');
    const jws = await signRegistration(writeRegistrationRequest(submission()), stranger, NOW);

    await expect(registry.register(jws)).rejects.toMatchObject({ name: 'RegistrationNotTrusted', reason: 'unknown' });
  });

  it("then a stranger's key under a name of the trust list does not either", async () => {
    const { kid } = keys.nodes.get('LU')!.signature;
    const stranger = { ...(await keyPair('stranger', 'ES256')), kid };
    const jws = await signRegistration(writeRegistrationRequest(submission()), stranger, NOW);

    await expect(registry.register(jws)).rejects.toMatchObject({ reason: 'signature-invalid' });
  });

  it('then the key of another use does not either', async () => {
    const jws = await signRegistration(
      writeRegistrationRequest(submission()),
      keys.nodes.get('LU')!.authorityToken,
      NOW,
    );

    await expect(registry.register(jws)).rejects.toMatchObject({ reason: 'unknown' });
  });

  it('then a message that was changed under way is not read', async () => {
    const [header, , signature] = (await signedBy('LU', submission())).split('.');
    const payload = Buffer.from(writeRegistrationRequest(submission())).toString('base64url');

    await expect(registry.register(`${header}.${payload}.${signature}`)).rejects.toMatchObject({
      reason: 'signature-invalid',
    });
  });

  it('then something else that its access point signed is no registration', async () => {
    const { alg, kid, privateJwk } = keys.nodes.get('LU')!.signature;
    const jws = await new CompactSign(Buffer.from(writeRegistrationRequest(submission())))
      .setProtectedHeader({ alg, kid, typ: 'jose', iat: NOW.getTime() / 1000 })
      .sign(privateJwk);

    await expect(registry.register(jws)).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('then a key that has expired does not count', async () => {
    clock.pass(366 * DAY);

    await expect(registry.register(await signedBy('LU', submission()))).rejects.toMatchObject({ reason: 'expired' });
  });

  it.each([6 * MINUTE, -6 * MINUTE])('then one signed %d ms from now is not current', async (away) => {
    const jws = await signedBy('LU', submission(), new Date(NOW.getTime() + away));

    await expect(registry.register(jws)).rejects.toMatchObject({ reason: 'not-current' });
  });

  it.each(['', 'no jws', 'e30.e30.e30'])('then %j is malformed', async (jws) => {
    await expect(registry.register(jws)).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('then nothing is kept of any of them', async () => {
    await registry.register('no jws').catch(() => undefined);

    await expect(journal.entries()).resolves.toEqual([]);
    expect(knowsTheNewcomer()).toBe(false);
  });
});

describe('given a registration that its country may not make', () => {
  it('then what is about another country is refused', async () => {
    await expect(registry.register(await signedBy('LI', submission()))).resolves.toMatchObject({
      country: 'LI',
      refusal: { code: 'LCM:ERR:0003', detail: expect.stringMatching(/registrant's/) as string },
    });
  });

  it('then an access point of another country is refused', async () => {
    const [service] = NEWCOMER.dataServices;
    const [foreign] = TESTLAND.dataServices;
    const elsewhere = { ...NEWCOMER, dataServices: [{ ...service!, accessPoint: foreign!.accessPoint }] };

    await expect(registry.register(await signedBy('LU', submission(elsewhere)))).resolves.toMatchObject({
      refusal: { code: 'LCM:ERR:0003', detail: expect.stringMatching(/access point/) as string },
    });
  });

  it('then a refusal leaves everything as it was', async () => {
    const services = [...NEWCOMER.dataServices, ...NEWCOMER.dataServices.map((one) => ({ ...one, titles: [] }))];
    const titles = services.map((one, index) => ({
      ...one,
      identifier: `7d9a3f10-2c4b-4e8a-9f6d-0a1b2c3d4e1${index}`,
    }));

    await expect(
      registry.register(await signedBy('LU', submission({ ...NEWCOMER, dataServices: titles }))),
    ).resolves.toMatchObject({ refusal: { code: 'LCM:ERR:0001' } });
    await expect(journal.entries()).resolves.toEqual([]);
    expect(knowsTheNewcomer()).toBe(false);
  });

  it('then a message without use is refused without a request to name', async () => {
    const jws = await signRegistration('hello', keys.nodes.get('LU')!.signature, NOW);

    await expect(registry.register(jws)).resolves.toMatchObject({
      requestId: undefined,
      refusal: { code: 'LCM:ERR:0001' },
    });
  });
});

describe('given a registration that somebody recorded', () => {
  it('then it does not undo a later one', async () => {
    const recorded = await signedBy('LU', submission());
    await registry.register(recorded);
    const targets = objectsOf(NEWCOMER, 'dsd').objects.map(({ id }) => id);
    await registry.register(await signedBy('LU', { kind: 'remove', id: fresh(), targets }));

    await expect(registry.register(recorded)).resolves.toMatchObject({
      refusal: { code: 'LCM:ERR:0003', detail: expect.stringMatching(/before$/) as string },
    });
    expect(knowsTheNewcomer()).toBe(false);
  });

  it('then it does not after a restart either', async () => {
    const recorded = await signedBy('LU', submission());
    await registry.register(recorded);

    const restarted = await opened(journal);

    await expect(restarted.register(recorded)).resolves.toMatchObject({ refusal: { code: 'LCM:ERR:0003' } });
  });

  it('then one signed ahead of time is remembered as long as its signature is current', async () => {
    const recorded = await signedBy('LU', submission(), new Date(NOW.getTime() + 4 * MINUTE));
    await registry.register(recorded);
    clock.pass(8 * MINUTE);

    await expect(registry.register(recorded)).resolves.toMatchObject({ refusal: { code: 'LCM:ERR:0003' } });
  });
});

describe('given a journal', () => {
  it('then a restart knows what was registered', async () => {
    await registry.register(await signedBy('LU', submission()));

    expect(knowsTheNewcomer(await opened(journal))).toBe(true);
  });

  it('then a registration counts after its key has gone', async () => {
    await registry.register(await signedBy('LU', submission()));
    clock.pass(400 * DAY);

    expect(knowsTheNewcomer(await opened(journal))).toBe(true);
  });

  it('then an entry that no longer applies stops the start', async () => {
    await registry.register(await signedBy('LU', submission()));
    const [entry] = await journal.entries();
    const moved = new MemoryJournal();
    await moved.append({ ...entry!, country: 'LI' });

    await expect(opened(moved)).rejects.toMatchObject({
      name: 'JournalUnreadable',
      message: expect.stringContaining('of LI cannot be applied') as string,
    });
  });

  it('then what cannot be kept is not accepted, and the next one is', async () => {
    const full: RegistrationJournal = {
      entries: () => Promise.resolve([]),
      append: (_entry: JournalEntry) => Promise.reject(new Error('disk full')),
    };
    const failing = await opened(full);

    await expect(failing.register(await signedBy('LU', submission()))).rejects.toThrow('disk full');
    expect(knowsTheNewcomer(failing)).toBe(false);
    full.append = () => Promise.resolve();
    await expect(failing.register(await signedBy('LU', submission()))).resolves.toMatchObject({ refusal: undefined });
  });
});

it('declarations that belong to another country stop the start', async () => {
  await expect(opened(new MemoryJournal(), [{ ...TESTLAND, country: 'EE' }])).rejects.toBeInstanceOf(RangeError);
});
