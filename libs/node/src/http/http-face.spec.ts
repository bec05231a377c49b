import { liesl, NEIGHBOUR, TestNode, testland } from '../testing/index.js';

const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
const need = {
  procedure: 'S1',
  providerCountry: NEIGHBOUR,
  subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
  explicitRequest: false,
};

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

const GUARDED = [
  ['POST', '/api/cases'],
  ['GET', '/api/cases'],
  ['GET', '/api/cases/00000000-0000-4000-8000-000000000000'],
  ['POST', '/api/cases/00000000-0000-4000-8000-000000000000/decision'],
  ['GET', '/api/exchanges/00000000-0000-4000-8000-000000000000'],
  ['POST', '/api/exchanges/00000000-0000-4000-8000-000000000000/preview'],
] as const;

describe('given somebody who calls the node', () => {
  it.each(GUARDED)('when %s %s comes without a token, then 401', async (method, path) => {
    const answer = await node.fetch(path, { method });
    expect(answer).toMatchObject({ status: 401, json: { status: 401, type: 'about:blank' } });
  });

  it.each(GUARDED)('when %s %s comes with a token for something else, then 403', async (method, path) => {
    const answer = await node.call(method, path, undefined, await node.token({ scopes: ['audit:read'] }));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('the token lacks');
  });

  it.each([
    ["of another country's issuer", { issuer: NEIGHBOUR, audience: NEIGHBOUR }],
    ["signed by another country's issuer for this node", { issuer: NEIGHBOUR }],
    ['for another node', { audience: NEIGHBOUR }],
    ['that has expired', { expiresIn: -10 }],
  ])('when the token is one %s, then 401', async (_what, facts) => {
    expect((await node.call('GET', '/api/cases', undefined, await node.token(facts))).status).toBe(401);
  });

  it.each([
    ['without a signature', (token: string) => token.replace(/[^.]+$/, '')],
    ['altered', (token: string) => token.replace(/\.([^.]+)\./, (_, payload: string) => `.${payload.slice(0, -2)}AA.`)],
    [
      'that claims to need no key',
      (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1] ?? ''}.`,
    ],
  ])('when the token is one %s, then 401', async (_what, spoil) => {
    expect((await node.call('GET', '/api/cases', undefined, spoil(await node.token()))).status).toBe(401);
  });

  it('when the token holds, then the door is open', async () => {
    expect((await node.call('GET', '/api/cases')).status).toBe(200);
  });
});

describe('given a body that is not as it should be', () => {
  it.each([
    ['a field that nobody knows', { ...need, favouriteColour: 'Blau' }, 'favouriteColour', 'Blau'],
    ['a field of the wrong form', { ...need, providerCountry: 'Liechtenstein' }, 'providerCountry', 'Liechtenstein'],
    [
      'a day that does not exist',
      { ...need, subject: { ...need.subject, dateOfBirth: '1991-13-45' } },
      'dateOfBirth',
      '1991-13-45',
    ],
    [
      'an identifier of no country',
      { ...need, subject: { ...need.subject, eidasIdentifier: 'Büchel' } },
      'eidasIdentifier',
      'Büchel',
    ],
  ])('when it has %s, then the problem names the field and not the value', async (_what, body, field, value) => {
    const answer = await node.call('POST', '/api/cases', body);
    expect(answer).toMatchObject({
      status: 400,
      json: { status: 400, title: 'bad request', errors: [expect.stringContaining(field) as string] },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.text).not.toContain(value);
  });

  it('when it is no JSON, then 400 without an echo', async () => {
    const headers = { authorization: `Bearer ${await node.token()}`, 'content-type': 'application/json' };
    const answer = await node.fetch('/api/cases', { method: 'POST', headers, body: `{"familyName": Büchel` });
    expect(answer).toMatchObject({ status: 400, json: { status: 400 } });
    expect(answer.text).not.toContain('chel');
  });

  it('when it is too large, then 413', async () => {
    const answer = await node.call('POST', '/api/cases', { ...need, padding: 'x'.repeat(70_000) });
    expect(answer).toMatchObject({ status: 413, json: { status: 413, title: 'payload too large' } });
  });

  it('when something unexpected fails, then the problem says no more than that', async () => {
    await node.rows('ALTER TABLE case_file RENAME TO elsewhere');
    const answer = await node.call('GET', '/api/cases');
    await node.rows('ALTER TABLE elsewhere RENAME TO case_file');
    expect(answer).toMatchObject({ status: 500, json: { status: 500, title: 'internal server error' } });
    expect(Object.keys(answer.json as object)).toEqual(['type', 'title', 'status']);
  });

  it('when nothing is there, then the problem is one too', async () => {
    const answer = await node.fetch('/nothing/here');
    expect(answer).toMatchObject({ status: 404, json: { status: 404 } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('given whoever runs the node', () => {
  it('when asking whether it lives and is ready, then it says so to anyone', async () => {
    expect(await node.fetch('/health/live')).toMatchObject({ status: 200, json: { status: 'live' } });
    expect(await node.fetch('/health/ready')).toMatchObject({ status: 200, json: { status: 'ready' } });
  });

  it('when reading the metrics after an exchange, then they count it and point to nobody', async () => {
    await node.call('POST', '/api/cases', need);
    await node.until(async () => {
      expect((await node.fetch('/metrics')).text).toMatch(/oots_messages_total\{event="receipted",node="IS"\} [1-9]/);
    });
    const { text, headers } = await node.fetch('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).not.toMatch(/chel|Liesl|1991|LI\/IS/);
    const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name));
    expect([...labels].sort()).toEqual(
      [...labels]
        .filter((name) => ['node', 'event', 'action', 'counterpart', 'state', 'outcome', 'code', 'le'].includes(name!))
        .sort(),
    );
  });

  it('when reading what it offers, then the description lists every route with its paths', async () => {
    const { json } = await node.fetch('/api/openapi.json');
    expect(Object.keys((json as { paths: object }).paths)).toEqual(
      expect.arrayContaining([
        '/api/cases',
        '/api/cases/{id}',
        '/api/cases/{id}/decision',
        '/api/exchanges/{id}',
        '/api/exchanges/{id}/preview',
        '/preview/{token}',
        '/.well-known/oots-node',
      ]),
    );
  });

  it('when asking who it is, then it says that it is a simulation, what it has and what it asks for', async () => {
    expect((await node.fetch('/.well-known/oots-node')).json).toMatchObject({
      simulated: true,
      country: 'IS',
      evidence: [{ evidenceType: 'residence' }, { evidenceType: 'family-composition' }],
    });
  });

  it('when asking for the head of its log, then it is signed by its audit key', async () => {
    const { jws } = await node.until(async () => {
      const head = (await node.fetch('/api/audit/tree-head')).json as { jws: string | null };
      expect(head.jws).not.toBeNull();
      return head as { jws: string };
    });
    const header = JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString('utf8')) as object;
    expect(header).toMatchObject({ kid: node.keys.nodes.get('IS')!.audit.kid });
  });
});
