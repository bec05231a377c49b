import { type Notification, randomIdentifiers, readNotification, RegistryObjectId, type RequestId } from '@oots/edm';
import { minimise } from '@oots/evidence';
import {
  aNeighboursRequest,
  itSendsOnlyValidMessages,
  liesl,
  MOVE_PATHS,
  NEIGHBOUR,
  PEOPLE,
  requestIn,
  residenceOf,
  signý,
  stranger,
  subjectFor,
  TestNode,
  testland,
  withEvidence,
} from '../testing/index.js';
import type { OpenedCase } from '../requester/case-request.js';
import type { CaseView } from '../requester/case-view.js';

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

/** The neighbour had evidence released to it, and says that something changed since. */
function notificationAbout(requestId: RequestId, eventId = randomIdentifiers.uuid()): Notification {
  return {
    id: RegistryObjectId.mint(randomIdentifiers),
    specification: 'oots-edm-bg:v0.1',
    subscription: RegistryObjectId.mint(randomIdentifiers),
    events: [
      {
        id: RegistryObjectId.of(`urn:uuid:${eventId}`),
        at: node.clock.now(),
        user: 'LI-AUTHORITY',
        requestId,
        type: 'Updated',
        objects: [RegistryObjectId.mint(randomIdentifiers)],
      },
    ],
  };
}

async function answered(request = aNeighboursRequest()): Promise<RequestId> {
  const opened = await node.neighbour.asks(request);
  await node.until(() => {
    expect(node.neighbour.answersIn(opened)).toHaveLength(1);
  });
  return request.id;
}

async function handled({ messageId }: { messageId: string }): Promise<void> {
  await node.until(() => {
    expect(node.neighbour.receipts.map((receipt) => receipt.messageId)).toContain(messageId);
  });
}

const stateOf = async (eventId: string) =>
  (
    await node.rows<{ state: string; attempts: number }>(
      'SELECT state, attempts FROM received_notification WHERE event_id = $1',
      [`urn:uuid:${eventId}`],
    )
  )[0];

const casesAbout = (eventId: string) =>
  node.rows<{ id: string; conversation_id: string; state: string }>(
    'SELECT id, conversation_id, state FROM case_file WHERE follows_notification = $1',
    [`urn:uuid:${eventId}`],
  );

describe('given a residence that was released to the neighbour', () => {
  it('when the neighbour says that it changed, then a case asks what changed and closes the residence here', async () => {
    const requestId = await answered();
    const event = randomIdentifiers.uuid();
    await node.neighbour.notifies(notificationAbout(requestId, event));
    const [followUp] = await node.until(async () => {
      const cases = await casesAbout(event);
      expect(cases).toHaveLength(1);
      return cases;
    });
    const request = await node.until(() => {
      const [sent] = node.neighbour.requestsIn(followUp!.conversation_id);
      expect(sent).toBeDefined();
      return sent!;
    });
    expect(requestIn(request)).toMatchObject({
      procedure: 'V1',
      explicitRequestGiven: false,
      subject: { person: { familyName: signý.familyName, eidasIdentifier: signý.eidasIdentifier } },
      background: { legalBasis: { memberState: 'IS' } },
    });

    const { document } = minimise(residenceOf(signý, NEIGHBOUR, node.clock.now()), [...MOVE_PATHS]);
    await node.neighbour.answers(request, withEvidence(request, { document, disclosed: [...MOVE_PATHS] }));
    await node.until(async () => {
      expect(await casesAbout(event)).toMatchObject([{ state: 'decided' }]);
    });
    const [record] = await node.rows('SELECT record FROM register_record WHERE register = $1 AND key = $2', [
      PEOPLE,
      signý.key,
    ]);
    expect(record).toMatchObject({ record: { departedOn: '2015-05-01', to: NEIGHBOUR } });
    const types = (await node.entries({ conversationId: followUp!.conversation_id })).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['case-opened', 'request-sent', 'response-received', 'register-updated']),
    );
    expect(await stateOf(event)).toMatchObject({ state: 'followed' });
  });

  it('when the same event comes in a second notification, then there is still one case', async () => {
    const requestId = await answered();
    const event = randomIdentifiers.uuid();
    await handled(await node.neighbour.notifies(notificationAbout(requestId, event)));
    await handled(await node.neighbour.notifies(notificationAbout(requestId, event)));
    await node.until(async () => {
      expect(await stateOf(event)).toMatchObject({ state: 'followed' });
    });
    expect(await casesAbout(event)).toHaveLength(1);
  });

  it('when the directories are out of reach, then the notification waits, longer each time, and is followed later', async () => {
    const requestId = await answered();
    const event = randomIdentifiers.uuid();
    node.directory.down = true;
    await node.neighbour.notifies(notificationAbout(requestId, event));
    await node.until(async () => {
      expect(await stateOf(event)).toMatchObject({ state: 'waiting', attempts: 1 });
    });
    node.passes(0.1);
    await node.until(async () => {
      expect(await stateOf(event)).toMatchObject({ state: 'waiting', attempts: 2 });
    });
    expect(await casesAbout(event)).toEqual([]);
    node.directory.down = false;
    node.passes(1);
    await node.until(async () => {
      expect(await stateOf(event)).toMatchObject({ state: 'followed' });
    });
    expect(await casesAbout(event)).toHaveLength(1);
  });
});

describe('given a notification that leads nowhere', () => {
  it('when it is about a request that nobody made, then it is kept as that and no case follows', async () => {
    const event = randomIdentifiers.uuid();
    await handled(
      await node.neighbour.notifies(notificationAbout(`urn:uuid:${randomIdentifiers.uuid()}` as RequestId, event)),
    );
    expect(await stateOf(event)).toMatchObject({ state: 'unknown-request' });
    node.passes(1);
    expect(await casesAbout(event)).toEqual([]);
  });

  it('when it is about a request that was refused, then no case follows', async () => {
    const requestId = await answered(aNeighboursRequest({ subject: subjectFor(stranger) }));
    const event = randomIdentifiers.uuid();
    await handled(await node.neighbour.notifies(notificationAbout(requestId, event)));
    expect(await stateOf(event)).toMatchObject({ state: 'unknown-request' });
  });

  it('when it cannot be read, then an entry tells of it and nothing else happens', async () => {
    const before = await node.count('received_notification');
    const sent = await node.neighbour.notifies(notificationAbout(await answered()), {
      headerXml: (xml) => xml.replace('>http://sdg.europa.eu/edelivery/gateway<', '>urn:another:role<'),
    });
    await handled(sent);
    expect(await node.entries({ messageId: sent.messageId })).toMatchObject([
      { type: 'message-unreadable', code: 'INVALID_NOTIFICATION' },
    ]);
    expect(await node.count('received_notification')).toBe(before);
  });
});

describe('given a case of a move that is ready', () => {
  const decision = {
    movedOn: '2026-11-20',
    address: { fullAddress: 'Nýgata 1', thoroughfare: 'Nýgata', adminUnitL1: 'IS' },
  };

  async function ready(delivered: boolean): Promise<OpenedCase> {
    const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
    const { json } = await node.call('POST', '/api/cases', {
      procedure: 'S1',
      providerCountry: NEIGHBOUR,
      subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
      explicitRequest: false,
    });
    const opened = json as OpenedCase;
    const request = await node.until(() => {
      const [sent] = node.neighbour.requestsIn(opened.conversationId);
      expect(sent).toBeDefined();
      return sent!;
    });
    expect((await node.call('POST', `/api/cases/${opened.caseId}/decision`, decision)).status).toBe(409);
    await node.neighbour.answers(request, withEvidence(request, delivered ? {} : { parts: () => [] }));
    await node.until(async () => {
      const view = (await node.call('GET', `/api/cases/${opened.caseId}`)).json as CaseView;
      expect(view.state).toBe('ready');
    });
    return opened;
  }

  const notificationsIn = ({ conversationId }: OpenedCase) =>
    node.neighbour.received.filter(
      ({ header }) => header.conversationId === conversationId && header.action === 'Notify',
    );

  it('when the case handler accepts it, then the person is registered, and the neighbour learns no more than to ask', async () => {
    const opened = await ready(true);
    expect((await node.call('POST', `/api/cases/${opened.caseId}/decision`, decision)).status).toBe(204);
    const [told] = await node.until(() => {
      expect(notificationsIn(opened)).toHaveLength(1);
      return notificationsIn(opened);
    });
    const text = Buffer.from(told!.parts[0]!.bytes).toString('utf8');
    expect(readNotification(text).value?.events[0]?.requestId).toBe(
      requestIn(node.neighbour.requestsIn(opened.conversationId)[0]!).id,
    );
    expect(text).not.toMatch(/Nýgata|Büchel|1991/);
    expect(told!.parts).toHaveLength(1);
    const rows = await node.rows('SELECT record FROM register_record WHERE key = $1', [`arrived-${liesl.familyName}`]);
    expect(rows).toMatchObject([{ record: { street: 'Nýgata', since: '2026-11-20' } }]);
    expect((await node.entries({ conversationId: opened.conversationId })).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['register-updated', 'notification-sent']),
    );
  });

  it('when it is decided twice, then once', async () => {
    const opened = await ready(true);
    const outcomes = await Promise.all(
      [1, 2].map(() => node.call('POST', `/api/cases/${opened.caseId}/decision`, decision)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await node.entries({ type: 'register-updated', conversationId: opened.conversationId })).toHaveLength(1);
  });

  it('when the neighbour gave no evidence, then it is not told', async () => {
    const opened = await ready(false);
    expect((await node.call('POST', `/api/cases/${opened.caseId}/decision`, decision)).status).toBe(204);
    expect(await node.entries({ type: 'notification-sent', conversationId: opened.conversationId })).toEqual([]);
  });
});

itSendsOnlyValidMessages(() => node);
