import { readEvidenceRequest } from '@oots/edm';
import {
  authorityOf,
  FAMILY_PATHS,
  itSendsOnlyValidMessages,
  liesl,
  MOVE_PATHS,
  NEIGHBOUR,
  TestNode,
  testland,
  THIRD_COUNTRY,
} from '../testing/index.js';
import type { OpenedCase } from './case-request.js';
import type { CaseView } from './case-view.js';

/** Tables that an opened case writes to. */
const WRITTEN = ['case_file', 'exchange', 'outbox', 'message_journal', 'audit_entry'] as const;

const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
const move = {
  procedure: 'V1',
  providerCountry: NEIGHBOUR,
  subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
  explicitRequest: false,
};

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

const rowsWritten = () => Promise.all(WRITTEN.map((table) => node.count(table)));

/** Waits for the receipts of what was sent before: they are written too. */
async function atRest(): Promise<void> {
  await node.until(async () => {
    expect(await node.rows(`SELECT 1 FROM outbox WHERE state <> 'received'`)).toEqual([]);
  });
}

describe('given an authority that opens a case', () => {
  let opened: OpenedCase;
  let status: number;

  beforeAll(async () => {
    const answer = await node.call('POST', '/api/cases', move);
    status = answer.status;
    opened = answer.json as OpenedCase;
  });

  it('then it is told the conversation at once, before any evidence', async () => {
    expect(status).toBe(202);
    expect(opened).toMatchObject({
      conversationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      exchanges: [
        { evidenceType: 'residence', mode: 'background-law' },
        { evidenceType: 'family-composition', mode: 'background-law' },
      ],
      notice: { identifier: 'by-law-1', language: 'EN', digest: expect.stringMatching(/^sha256:/) as string },
    });
    const view = (await node.call('GET', `/api/cases/${opened.caseId}`)).json as CaseView;
    expect(view).toMatchObject({ state: 'collecting', exchanges: [{ state: 'requested' }, { state: 'requested' }] });
    expect(view.form).toBeUndefined();
  });

  it('then each evidence is asked for under the basis, the notice and the paths of the policy', async () => {
    const requests = await node.until(() => {
      const sent = node.neighbour.requestsIn(opened.conversationId);
      expect(sent).toHaveLength(2);
      return sent.map(({ parts }) => readEvidenceRequest(parts[0]!.bytes).value);
    });
    expect(requests.map((request) => request?.background?.requestedAttributes)).toEqual([MOVE_PATHS, FAMILY_PATHS]);
    for (const request of requests) {
      expect(request).toMatchObject({
        procedure: 'V1',
        possibilityForPreview: false,
        requester: { identifier: authorityOf('IS').identifier, country: 'IS' },
        subject: { kind: 'natural', person: { familyName, levelOfAssurance: 'High' } },
        background: {
          legalBasis: { type: 'GDPR-6-1-e', memberState: 'IS', previewExemption: '3' },
          notice: { identifier: opened.notice.identifier, digest: opened.notice.digest },
          caseReference: opened.caseId,
        },
      });
    }
  });

  it('then the log tells of the case, the notice and each request, and names nobody', async () => {
    const entries = await node.entries({ conversationId: opened.conversationId });
    expect(entries.slice(0, 4).map(({ type }) => type)).toEqual([
      'case-opened',
      'notice-given',
      'request-sent',
      'request-sent',
    ]);
    expect(entries[2]).toMatchObject({
      policy: { rule: 'residence-by-law', version: 'test.1' },
      mode: 'background-law',
    });
    expect(new Set(entries.slice(0, 4).map(({ subjectRef }) => subjectRef)).size).toBe(1);
    expect(JSON.stringify(entries)).not.toContain(familyName);
  });

  it('then the list of cases shows it without the person', async () => {
    const { text } = await node.call('GET', '/api/cases');
    expect(text).toContain(opened.caseId);
    expect(text).not.toContain(familyName);
  });
});

describe('given something of the transaction that fails', () => {
  it.each([
    ['the message cannot be posted', 'outbox'],
    ['the log cannot be written', 'audit_entry'],
    ['the message cannot be journalled', 'message_journal'],
  ])('when %s, then nothing at all is written and nothing is sent', async (_what, table) => {
    await atRest();
    const before = await rowsWritten();
    const received = node.neighbour.received.length;
    await node.rows(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$`,
    );
    await node.rows(`CREATE TRIGGER fails BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION fail()`);
    try {
      expect((await node.call('POST', '/api/cases', move)).status).toBe(500);
    } finally {
      await node.rows('DROP FUNCTION fail CASCADE');
    }
    expect(await rowsWritten()).toEqual(before);
    expect(node.neighbour.received).toHaveLength(received);
  });
});

describe('given a case that cannot be opened', () => {
  it.each([
    ['a procedure that the country does not run', { ...move, procedure: 'U2' }, 422, 'U2'],
    ['a country that declares nothing', { ...move, providerCountry: THIRD_COUNTRY }, 422, 'declares no structured'],
    ['evidence that needs a consent', { ...move, procedure: 'T3' }, 422, 'degree-by-consent'],
  ])('when it is about %s, then the problem says so and nothing is written', async (_what, body, status, detail) => {
    await atRest();
    const before = await rowsWritten();
    const answer = await node.call('POST', '/api/cases', body);
    expect(answer).toMatchObject({ status, json: { status, detail: expect.stringContaining(detail) as string } });
    expect(await rowsWritten()).toEqual(before);
  });

  it('when the directories are out of reach, then it may be tried again and nothing is written', async () => {
    await atRest();
    const before = await rowsWritten();
    node.directory.down = true;
    const answer = await node.call('POST', '/api/cases', move);
    node.directory.down = false;
    expect(answer.status).toBe(503);
    expect(await rowsWritten()).toEqual(before);
  });

  it('when nobody knows the case, then it is not found', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await node.call('GET', `/api/cases/${nobody}`)).status).toBe(404);
    expect((await node.call('GET', '/api/cases/1')).status).toBe(400);
    expect((await node.call('GET', `/api/exchanges/${nobody}`)).status).toBe(404);
  });
});

itSendsOnlyValidMessages(() => node);
