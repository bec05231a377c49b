import { signTrustList } from '@oots/directory';
import { randomIdentifiers, writeEvidenceRequest } from '@oots/edm';
import { type OutboundMessage, readParked, topicsOf } from '@oots/messaging';
import {
  accessPointOf,
  aNeighboursRequest,
  keysOf,
  NEIGHBOUR,
  TestNode,
  TESTLAND,
  testland,
  THIRD_COUNTRY,
} from '../testing/index.js';

let node: TestNode;

beforeAll(async () => {
  node = await TestNode.start(testland);
});
afterAll(() => node.stop());

const { inbox, signals, parked } = topicsOf(TESTLAND);

/** Where a message would leave a trace if it had an effect. */
const EFFECTS = ['inbox', 'outbox', 'message_journal', 'answered_request', 'received_notification', 'issued_receipt'];

function composed(): OutboundMessage {
  const request = aNeighboursRequest();
  return node.neighbour.composed({
    action: 'ExecuteQueryRequest',
    specification: request.specification,
    document: writeEvidenceRequest(request),
    originalSender: request.requester.identifier,
    finalRecipient: request.provider.identifier,
  });
}

/** Puts something on the network and waits for its entry. @returns the one entry */
async function oneEntryFor(put: () => Promise<void>) {
  const violations = () => node.entries({ type: 'security-violation' });
  const before = await violations();
  const effects = await Promise.all(EFFECTS.map((table) => node.count(table)));
  const receipts = node.neighbour.receipts.length;
  await put();
  const after = await node.until(async () => {
    const found = await violations();
    expect(found.length).toBeGreaterThan(before.length);
    return found;
  });
  expect(after).toHaveLength(before.length + 1);
  expect(await Promise.all(EFFECTS.map((table) => node.count(table)))).toEqual(effects);
  expect(node.neighbour.receipts).toHaveLength(receipts);
  return after.at(-1);
}

describe('given a message that is not proven to come from whom it says', () => {
  it('when a third country signs in the name of the neighbour, then it has no effect but one entry', async () => {
    const keys = { ...keysOf(node.keys, THIRD_COUNTRY), accessPoint: accessPointOf(NEIGHBOUR) };
    const entry = await oneEntryFor(async () => {
      await node.neighbour.puts(await node.neighbour.sealed(composed(), { keys }));
    });
    expect(entry).toMatchObject({
      type: 'security-violation',
      code: 'wrong-sender',
      counterpart: { country: THIRD_COUNTRY },
      detail: { topic: inbox, kid: keys.signature.kid },
      partDigests: [expect.stringMatching(/^sha256:/) as string],
    });
  });

  it('when a key that the trust list does not know signs, then it has no effect but one entry', async () => {
    const own = keysOf(node.keys, NEIGHBOUR);
    const keys = { ...own, signature: { ...own.signature, kid: 'nobodys-key' } };
    const entry = await oneEntryFor(async () => {
      await node.neighbour.puts(await node.neighbour.sealed(composed(), { keys }));
    });
    expect(entry).toMatchObject({ type: 'security-violation', code: 'signing-key-unknown' });
  });

  it('when it is altered on the way, then it has no effect but one entry', async () => {
    const sealed = await node.neighbour.sealed(composed());
    const value = Buffer.from(sealed.value);
    value[value.length - 40] = value[value.length - 40]! ^ 2;
    const entry = await oneEntryFor(() => node.neighbour.puts({ ...sealed, value }));
    expect(entry).toMatchObject({ type: 'security-violation' });
  });

  it('when it is garbage, then it has no effect but one entry, and its text does not get into the log', async () => {
    const garbage = { key: 'k', headers: { sender: 'Signý Þórsdóttir' }, value: Buffer.from('garbage about Signý') };
    const entry = await oneEntryFor(() => node.neighbour.puts(garbage));
    expect(entry).toMatchObject({ type: 'security-violation', code: 'unknown-envelope-version' });
    expect(JSON.stringify(entry)).not.toContain('Sign');
  });

  it('when a receipt is for a message that was never sent, then it has no effect but one entry', async () => {
    const entry = await oneEntryFor(() =>
      node.neighbour.puts({ key: 'k', headers: {}, value: Buffer.from('not.a.receipt') }, signals),
    );
    expect(entry).toMatchObject({ type: 'security-violation', detail: { topic: signals } });
  });

  it('then its neighbours are handled as ever', async () => {
    const opened = await node.neighbour.asks(aNeighboursRequest());
    await node.until(async () => {
      expect(node.neighbour.answersIn(opened)).toHaveLength(1);
      expect(await node.story(opened.exchangeId)).toContain('receipt-stored');
    });
  });
});

describe('given a neighbour whose key has expired', () => {
  it('when it signs, then the message has no effect but one entry', async () => {
    const own = keysOf(node.keys, NEIGHBOUR);
    const { content, serialNumber } = node.peers.current;
    const sealed = await node.neighbour.sealed(composed());
    const keys = content.keys.map((key) =>
      key.kid === own.signature.kid ? { ...key, notAfter: node.clock.now().toISOString() } : key,
    );
    await node.peers.reload(
      await signTrustList({ ...content, serialNumber: serialNumber + 1, keys }, node.keys.anchorKey),
    );
    const entry = await oneEntryFor(() => node.neighbour.puts(sealed));
    expect(entry).toMatchObject({ type: 'security-violation', code: 'signing-key-expired' });
    await node.peers.reload(await signTrustList({ ...content, serialNumber: serialNumber + 2 }, node.keys.anchorKey));
  });
});

describe('given a message that the node cannot handle', () => {
  it('when every attempt fails, then it is parked as it came, with an entry that names the failure and quotes nothing', async () => {
    await node.rows(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'about Signý'; END $$`,
    );
    await node.rows('CREATE TRIGGER fails BEFORE INSERT ON inbox FOR EACH ROW EXECUTE FUNCTION fail()');
    const sealed = await node.neighbour.sealed(composed());
    const conversationId = randomIdentifiers.uuid();
    await node.neighbour.puts({ ...sealed, key: conversationId });
    const [entry] = await node.until(async () => {
      const entries = await node.entries({ type: 'message-parked' });
      expect(entries).toHaveLength(1);
      return entries;
    });
    await node.rows('DROP FUNCTION fail CASCADE');
    expect(entry).toMatchObject({ detail: { topic: inbox, attempts: 3 } });
    expect(entry?.code).toContain('QueryFailedError');
    expect(JSON.stringify(entry)).not.toContain('Signý');
    expect(node.logLines.join('')).not.toContain('Signý');
    const lying = node.network.held(parked).map(readParked);
    expect(lying).toHaveLength(1);
    expect(Buffer.from(lying[0]!.message.value).equals(Buffer.from(sealed.value))).toBe(true);
  });
});
