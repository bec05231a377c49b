import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomIdentifiers } from '@oots/edm';
import type { NetworkKeys } from '../ceremony/network-keys.js';
import { DirectoryClient } from '../client/directory-client.js';
import { publishDeclarations, type PublisherSettings, withdrawDeclarations } from '../client/publish-declarations.js';
import { readRegistrationAnswer } from '../registration/registration-answer.xml.js';
import type { RegistrationOutcome } from '../registration/declaration-registry.js';
import type { RegistrationRequest } from '../registration/registration-request.js';
import { writeRegistrationRequest } from '../registration/registration-request.xml.js';
import { signRegistration } from '../registration/registration-signature.js';
import { DIGEST_HEADER, digestHeader, SIGNATURE_HEADER } from '../signature/answer-headers.js';
import {
  LUXEMBOURGISH_RESIDENCE,
  NEWCOMER,
  PROOF_OF_RESIDENCE,
  TEST_DECLARATIONS,
  TESTLAND,
} from '../testing/declarations.js';
import { SettableClock } from '../testing/settable-clock.js';
import { testNetworkKeys } from '../testing/test-network-keys.js';
import { TrustedKeys } from '../trust/trusted-keys.js';
import { type RunningCommonServices, startCommonServices } from './start-common-services.js';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;
const COMMUNE = { '5a0d7c1e-9b2f-4f6e-8d3c-1e2f3a4b5c02': 'Esch' };

let keys: NetworkKeys;
let clock: SettableClock;
let services: RunningCommonServices;
let defects: unknown[];
let outcomes: RegistrationOutcome[];
let luxembourg: PublisherSettings;
beforeAll(async () => {
  keys = await testNetworkKeys(['IS', 'LI', 'LU'], NOW);
});
beforeEach(async () => {
  clock = new SettableClock(NOW);
  defects = [];
  outcomes = [];
  services = await startCommonServices({
    declarations: TEST_DECLARATIONS,
    directoryKeys: keys.directory,
    trustedKeys: await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, clock),
    clock,
    onDefect: (error) => defects.push(error),
    onRegistration: (outcome) => outcomes.push(outcome),
  });
  luxembourg = {
    commonServices: services.url,
    key: keys.nodes.get('LU')!.signature,
    trust: { roots: [keys.anchor.directoryRoot] },
    clock,
    identifiers: randomIdentifiers,
  };
});
afterEach(() => services.close());

function client(): DirectoryClient {
  return new DirectoryClient({
    commonServices: services.url,
    trust: { roots: [keys.anchor.directoryRoot] },
    clock,
  });
}

function post(body: string, contentType = 'application/jose'): Promise<Response> {
  return fetch(`${services.url}/lcm/rest/objects`, { method: 'POST', body, headers: { 'content-type': contentType } });
}

describe('given a country that publishes its declarations while the directories run', () => {
  beforeEach(() => publishDeclarations(NEWCOMER, luxembourg));

  it('then its requirements, evidence types and data services are found', async () => {
    await expect(client().requirementsOf('00', 'LU')).resolves.toMatchObject([{ identifier: PROOF_OF_RESIDENCE }]);
    await expect(client().evidenceTypesOf(PROOF_OF_RESIDENCE, 'LU')).resolves.toEqual(NEWCOMER.evidenceTypeLists);
    await expect(client().dataServices(LUXEMBOURGISH_RESIDENCE, 'LU', undefined, COMMUNE)).resolves.toEqual(
      NEWCOMER.dataServices,
    );
  });

  it('then the other countries are as they were', async () => {
    await expect(client().requirementsOf('R1', 'IS')).resolves.toHaveLength(1);
  });

  it('then it may publish them again', async () => {
    await expect(publishDeclarations(NEWCOMER, luxembourg)).resolves.toBeUndefined();
  });

  it('then a question that is asked back uses its words', async () => {
    await expect(client().dataServices(LUXEMBOURGISH_RESIDENCE, 'LU')).rejects.toMatchObject({
      code: 'DSD:ERR:0005',
      questions: [{ descriptions: [{ lang: 'EN', text: 'In which commune is the residence?' }] }],
    });
  });

  it('then what it withdraws is gone, and what other countries prove is not', async () => {
    await withdrawDeclarations(NEWCOMER, luxembourg);

    await expect(client().dataServices(LUXEMBOURGISH_RESIDENCE, 'LU')).rejects.toMatchObject({ code: 'DSD:ERR:0002' });
    await expect(client().evidenceTypesOf(PROOF_OF_RESIDENCE, 'LU')).rejects.toMatchObject({ code: 'EB:ERR:0001' });
    await expect(client().evidenceTypesOf(PROOF_OF_RESIDENCE, 'IS')).resolves.toHaveLength(1);
  });

  it('then each registration is told of and counted', async () => {
    const metrics = await (await fetch(`${services.url}/metrics`)).text();

    expect(outcomes).toMatchObject([
      { country: 'LU', refusal: undefined },
      { country: 'LU', refusal: undefined },
    ]);
    expect(metrics).toContain('oots_directory_registrations_total{outcome="success"} 2');
  });
});

describe('given a client that asked before a registration', () => {
  it('then a refusal was not kept: it sees the newcomer at once', async () => {
    const early = client();
    await expect(early.evidenceTypesOf(PROOF_OF_RESIDENCE, 'LU')).rejects.toMatchObject({ code: 'EB:ERR:0001' });

    await publishDeclarations(NEWCOMER, luxembourg);

    await expect(early.evidenceTypesOf(PROOF_OF_RESIDENCE, 'LU')).resolves.toHaveLength(1);
  });

  it('then an answer stands for the five minutes of its budget, and no longer', async () => {
    const early = client();
    const before = await early.requirementsOf('V1');
    await publishDeclarations(
      { ...NEWCOMER, requirements: [{ ...NEWCOMER.requirements[0]!, procedures: ['U1'] }] },
      luxembourg,
    );
    await expect(early.requirementsOf('U1')).resolves.toHaveLength(1);

    const iceland = { ...luxembourg, key: keys.nodes.get('IS')!.signature };
    const extended = {
      ...TESTLAND,
      requirements: TESTLAND.requirements.map((one) => ({ ...one, procedures: ['V1'] })),
    };
    await publishDeclarations(extended, iceland);

    clock.pass(5 * MINUTE - 1);
    await expect(early.requirementsOf('V1')).resolves.toEqual(before);
    clock.pass(1);
    await expect(early.requirementsOf('V1')).resolves.toHaveLength(2);
  });
});

describe('given a registration that is declined', () => {
  it('then its sender learns code and reason', async () => {
    const foreign = publishDeclarations(TESTLAND, luxembourg);

    await expect(foreign).rejects.toMatchObject({
      name: 'RegistrationRefusal',
      code: 'LCM:ERR:0003',
      detail: expect.stringMatching(/registrant's/) as string,
    });
  });

  it('then it travels with status 200, signed, never cached', async () => {
    const answer = await post(await signRegistration('<a/>', luxembourg.key, clock.now()));
    const body = Buffer.from(await answer.arrayBuffer());

    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get(DIGEST_HEADER)).toBe(digestHeader(body));
    expect(answer.headers.get(SIGNATURE_HEADER)).toMatch(/^[\w-]+\.\.[\w-]+$/);
    expect(readRegistrationAnswer(body)).toMatchObject({ refusal: { code: 'LCM:ERR:0001' } });
  });

  it('then a key outside of the trust list is turned away, and its sender may not tell why', async () => {
    const stranger = { ...luxembourg, key: { ...luxembourg.key, kid: 'stranger' } };

    await expect(publishDeclarations(NEWCOMER, stranger)).rejects.toMatchObject({
      name: 'DirectoryUnavailable',
      status: 401,
    });
    await expect((await post('no jws')).json()).resolves.toEqual({
      type: 'about:blank',
      title: 'unauthorized',
      status: 401,
    });
    const metrics = await (await fetch(`${services.url}/metrics`)).text();
    expect(metrics).toContain('oots_directory_registrations_total{outcome="untrusted"} 2');
  });

  it('then another media type is turned away', async () => {
    expect((await post('<a/>', 'application/xml')).status).toBe(415);
  });

  it('then more than a registration holds is turned away before it is read', async () => {
    expect((await post('x'.repeat(1_500_000))).status).toBe(413);
  });

  afterEach(() => {
    expect(defects).toEqual([]);
  });
});

it('an answer of another directory does not pass for the registration’s', async () => {
  const roots = [(await testNetworkKeys(['IS'], NOW)).anchor.directoryRoot];

  await expect(publishDeclarations(NEWCOMER, { ...luxembourg, trust: { roots } })).rejects.toMatchObject({
    name: 'DirectoryNotTrusted',
  });
});

it('an answer of the directory to another registration does not pass for this one’s', async () => {
  const removal: RegistrationRequest = {
    kind: 'remove',
    id: 'urn:uuid:11111111-2222-4333-8444-555555555555',
    targets: ['urn:uuid:99999999-2222-4333-8444-555555555555'],
  };
  const recorded = await post(await signRegistration(writeRegistrationRequest(removal), luxembourg.key, NOW));
  const headers = Object.fromEntries(recorded.headers);
  const body = Buffer.from(await recorded.arrayBuffer());
  const player = createServer((_request, response) => {
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => player.listen(0, '127.0.0.1', resolve));
  const { port } = player.address() as AddressInfo;

  const published = publishDeclarations(NEWCOMER, { ...luxembourg, commonServices: `http://127.0.0.1:${port}` });

  await expect(published).rejects.toMatchObject({ name: 'DirectoryNotTrusted', reason: 'answer-to-another-question' });
  await new Promise((resolve) => player.close(resolve));
});
