import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NetworkKeys } from '../ceremony/network-keys.js';
import { DirectoryClient, type DirectoryClientSettings } from '../client/directory-client.js';
import { fetchTrustList } from '../client/fetch-trust-list.js';
import { DirectoryUnavailable } from '../directory-error.js';
import { DATA_SERVICES_QUERY } from '../query/data-services-directory.js';
import { REQUIREMENTS_QUERY } from '../query/evidence-broker.js';
import {
  aDataService,
  ICELANDIC_BIRTH,
  ICELANDIC_RESIDENCE,
  LIECHTENSTEIN_RESIDENCE,
  PROOF_OF_RESIDENCE,
  REGION_QUESTION,
  TEST_DECLARATIONS,
} from '../testing/declarations.js';
import { SettableClock } from '../testing/settable-clock.js';
import { testNetworkKeys } from '../testing/test-network-keys.js';
import { TrustedKeys } from '../trust/trusted-keys.js';
import { type RunningCommonServices, startCommonServices } from './start-common-services.js';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let keys: NetworkKeys;
let clock: SettableClock;
let services: RunningCommonServices;
let defects: unknown[];
beforeAll(async () => {
  keys = await testNetworkKeys(['IS', 'LI'], NOW);
});
beforeEach(async () => {
  clock = new SettableClock(NOW);
  defects = [];
  services = await startCommonServices({
    declarations: TEST_DECLARATIONS,
    directoryKeys: keys.directory,
    trustedKeys: await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, clock),
    clock,
    onDefect: (error) => defects.push(error),
  });
});
afterEach(() => services.close());

function clientOf(commonServices: string, changes: Partial<DirectoryClientSettings> = {}): DirectoryClient {
  return new DirectoryClient({ commonServices, trust: { roots: [keys.anchor.directoryRoot] }, clock, ...changes });
}

describe('given the common services, when a node asks them', () => {
  it('then it learns what a procedure asks for', async () => {
    await expect(clientOf(services.url).requirementsOf('V1', 'IS')).resolves.toEqual([
      { identifier: PROOF_OF_RESIDENCE, names: [{ lang: 'EN', text: 'Proof of residence' }], procedures: ['V1'] },
    ]);
  });

  it('then it learns what proves it in another country', async () => {
    await expect(clientOf(services.url).evidenceTypesOf(PROOF_OF_RESIDENCE, 'LI')).resolves.toMatchObject([
      { country: 'LI', requirement: PROOF_OF_RESIDENCE, evidenceTypes: [{ classification: LIECHTENSTEIN_RESIDENCE }] },
    ]);
  });

  it('then it learns who provides it', async () => {
    await expect(clientOf(services.url).dataServices(ICELANDIC_RESIDENCE, 'IS', 'oots-edm-bg:v0.1')).resolves.toEqual([
      aDataService(),
    ]);
  });

  it('then a question back and its answer lead to the one that provides', async () => {
    const client = clientOf(services.url);

    await expect(client.dataServices(LIECHTENSTEIN_RESIDENCE, 'LI')).rejects.toMatchObject({
      code: 'DSD:ERR:0005',
      about: { classification: LIECHTENSTEIN_RESIDENCE, titles: aDataService().titles },
      questions: [
        { identifier: REGION_QUESTION, descriptions: [{ lang: 'EN', text: 'In which region is the residence?' }] },
      ],
    });
    await expect(
      client.dataServices(LIECHTENSTEIN_RESIDENCE, 'LI', undefined, { [REGION_QUESTION]: 'Oberland' }),
    ).resolves.toMatchObject([{ publisher: { identifier: { value: 'Oberland' } } }]);
  });

  it('then a refusal arrives as what it is', async () => {
    await expect(clientOf(services.url).requirementsOf('U3')).rejects.toMatchObject({
      name: 'DirectoryRefusal',
      code: 'EB:ERR:0001',
      detail: 'EMPTY_RESULT',
    });
  });

  it('then the trust list comes as the anchor signed it', async () => {
    await expect(fetchTrustList(services.url)).resolves.toBe(keys.trustList);
  });

  it('then an answer serves for five minutes without them, and an hour longer when they are away', async () => {
    const client = clientOf(services.url);
    const first = await client.requirementsOf('V1');
    await services.close();

    clock.pass(64 * MINUTE);
    await expect(client.requirementsOf('V1')).resolves.toEqual(first);
    clock.pass(2 * MINUTE);
    await expect(client.requirementsOf('V1')).rejects.toBeInstanceOf(DirectoryUnavailable);
  });
});

describe('given the common services, when they are asked by hand', () => {
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${services.url}${path}`, { headers });
  const query = `/eb/rest/search?queryId=${REQUIREMENTS_QUERY}`;

  it('then an answer is a signed RegRep document with status 200 that may be kept', async () => {
    const answer = await get(query, { 'accept-version': 'oots-cs:v2.0' });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/x-ebrs+xml');
    expect(answer.headers.get('cache-control')).toBe('max-age=300');
    expect(answer.headers.get('digest')).toMatch(/^SHA-256=/);
    expect(answer.headers.get('oots-response-sig')).toMatch(/^[\w-]+\.\.[\w-]+$/);
    expect(await answer.text()).toContain('oots-cs:v2.0');
  });

  it('then a refusal has status 200 as well, is signed and must not be kept', async () => {
    const answer = await get(`${query}&country-code=XX`, { 'accept-version': 'oots-cs:v2.0' });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('oots-response-sig')).not.toBeNull();
    expect(await answer.text()).toContain('EB:ERR:0006');
  });

  it('then without Accept-Version the 1.0 form comes back', async () => {
    expect(await (await get(query)).text()).not.toContain('SpecificationIdentifier');
  });

  it.each([
    [`/eb/rest/search?queryId=${REQUIREMENTS_QUERY}`, 'EB:ERR:0003'],
    [`/dsd/rest/search?queryId=${DATA_SERVICES_QUERY}`, 'DSD:ERR:0003'],
  ])('then a version nobody speaks is refused at %s', async (path, code) => {
    expect(await (await get(path, { 'accept-version': 'oots-cs:v9.0' })).text()).toContain(code);
  });

  it.each([
    ['/eb/rest/search', 'EB:ERR:0003'],
    ['/eb/rest/search?queryId=a&queryId=b', 'EB:ERR:0003'],
    ['/dsd/rest/search?queryId=urn:none', 'DSD:ERR:0004'],
  ])('then %s is refused with %s', async (path, code) => {
    expect(await (await get(path)).text()).toContain(code);
  });

  it('then a path that is not there is a problem that repeats nothing', async () => {
    const answer = await get('/secret-person-number');

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    await expect(answer.json()).resolves.toEqual({ type: 'about:blank', title: 'not found', status: 404 });
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it('then a query longer than a request line may be is refused', async () => {
    expect((await get(`${query}&procedure-id=${'V'.repeat(20_000)}`)).status).toBe(431);
  });

  it('then they live, and are ready until the trust list expires', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);

    clock.pass(90 * DAY);
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(503);
  });

  it('then what they answered is counted by outcome', async () => {
    await get(query);
    await get(`${query}&country-code=XX`);

    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('oots_directory_answers_total{service="eb",outcome="success"} 1');
    expect(metrics).toContain('oots_directory_answers_total{service="eb",outcome="EB:ERR:0006"} 1');
  });
});

describe('given common services that cannot sign', () => {
  it('then a caller sees a problem without its cause, and the operator the cause', async () => {
    const broken = await startCommonServices({
      declarations: TEST_DECLARATIONS,
      directoryKeys: { ...keys.directory, signature: { ...keys.directory.signature, privateJwk: { kty: 'EC' } } },
      trustedKeys: await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, clock),
      clock,
      onDefect: (error) => defects.push(error),
    });
    const answer = await fetch(`${broken.url}/eb/rest/search?queryId=${REQUIREMENTS_QUERY}`);
    await broken.close();

    expect(answer.status).toBe(500);
    await expect(answer.json()).resolves.toEqual({ type: 'about:blank', title: 'internal server error', status: 500 });
    expect(defects).toHaveLength(1);
  });
});

/** What stands between a node and the directories, and does what it likes with what passes. */
type Tampering = (
  genuine: Response,
  body: Buffer,
  response: ServerResponse,
  request: IncomingMessage,
) => void | Promise<void>;

describe('given somebody between the node and the directories', () => {
  let middle: Server;
  let tamper: Tampering;
  let client: DirectoryClient;
  beforeEach(async () => {
    middle = createServer((request, response) => {
      const headers = { 'accept-version': 'oots-cs:v2.0' };
      void fetch(`${services.url}${request.url ?? ''}`, { headers }).then(async (genuine) =>
        tamper(genuine, Buffer.from(await genuine.arrayBuffer()), response, request),
      );
    });
    await new Promise<void>((resolve) => middle.listen(0, '127.0.0.1', resolve));
    client = clientOf(`http://127.0.0.1:${(middle.address() as AddressInfo).port}`, {
      timeout: 300,
      maximumBytes: 16_384,
    });
  });
  afterEach(() => {
    middle.closeAllConnections();
    return new Promise((resolve) => middle.close(resolve));
  });

  const pass: Tampering = (genuine, body, response) => {
    response
      .setHeader('digest', genuine.headers.get('digest') ?? '')
      .setHeader('oots-response-sig', genuine.headers.get('oots-response-sig') ?? '')
      .end(body);
  };
  const question = (): Promise<unknown> => client.dataServices(ICELANDIC_RESIDENCE, 'IS');

  it('then what passes untouched is trusted', async () => {
    tamper = pass;

    await expect(question()).resolves.toHaveLength(1);
  });

  it.each<[string, Tampering, string]>([
    [
      'a changed body',
      (genuine, body, ...rest) => pass(genuine, Buffer.from(body.toString().replace('AP_IS_01', 'AP_XX_01')), ...rest),
      'digest-mismatch',
    ],
    [
      'a body that would not even parse, because it is not parsed',
      (genuine, _body, ...rest) => pass(genuine, Buffer.from('<!DOCTYPE a ['), ...rest),
      'digest-mismatch',
    ],
    [
      'the signature left out',
      (genuine, body, response) => {
        response.setHeader('digest', genuine.headers.get('digest') ?? '').end(body);
      },
      'signature-missing',
    ],
    [
      'another genuine answer in its place',
      async (_genuine, _body, response, request) => {
        const other = new URL(`${services.url}${request.url ?? ''}`);
        other.searchParams.set('evidence-type-classification', ICELANDIC_BIRTH);
        const replayed = await fetch(other, { headers: { 'accept-version': 'oots-cs:v2.0' } });
        await pass(replayed, Buffer.from(await replayed.arrayBuffer()), response, request);
      },
      'answer-to-another-question',
    ],
  ])('then %s is not trusted', async (_what, tampering, reason) => {
    tamper = tampering;

    await expect(question()).rejects.toMatchObject({ name: 'DirectoryNotTrusted', reason });
  });

  it('then what was not trusted is not kept', async () => {
    tamper = (genuine, body, ...rest) => pass(genuine, Buffer.concat([body, Buffer.from(' ')]), ...rest);
    await expect(question()).rejects.toMatchObject({ reason: 'digest-mismatch' });

    tamper = pass;
    await expect(question()).resolves.toHaveLength(1);
  });

  it.each<[string, Tampering, RegExp]>([
    ['another status', (_genuine, _body, response) => void response.writeHead(503).end(), /answered with status 503/],
    ['an answer without end', (_genuine, _body, response) => void response.write('<'), /gave no answer/],
    [
      'an answer beyond the limit',
      (genuine, _body, ...rest) => pass(genuine, Buffer.alloc(20_000), ...rest),
      /more than 16384 bytes/,
    ],
    [
      'a redirection elsewhere',
      (_genuine, _body, response) => void response.writeHead(302, { location: `${services.url}/health/live` }).end(),
      /gave no answer/,
    ],
  ])('then %s counts as no answer', async (_what, tampering, message) => {
    tamper = tampering;

    await expect(question()).rejects.toThrow(message);
    await expect(question()).rejects.toBeInstanceOf(DirectoryUnavailable);
  });

  it('then an error tells where it was asked and never what', async () => {
    tamper = (_genuine, _body, response) => void response.writeHead(503).end();

    await expect(question()).rejects.not.toThrow(/evidence-type|rest\/search/);
  });
});
