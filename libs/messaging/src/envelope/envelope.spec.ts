import { CompactEncrypt, CompactSign, compactDecrypt } from 'jose';
import { SENT_AT } from '@oots/edm/testing';
import { digestOf, writeEbmsHeader, writeMime } from '@oots/edm';
import { aMessage } from '../testing/a-message.js';
import { PeerKeyRing, testAccessPointOf, testKeys, type TestAccessPointKeys } from '../testing/test-keys.js';
import type { TransportMessage } from '../transport.js';
import type { OutboundMessage } from '../outbox/outbox.js';
import { DEFAULT_ENVELOPE_LIMITS } from './envelope-limits.js';
import { frame, unframe } from './frame.js';
import { contentDigests, type Manifest } from './manifest.js';
import { open } from './open.js';
import { seal } from './seal.js';
import type { SecurityViolation } from './security-violation.js';

const finland = testKeys('FI');
const estonia = testKeys('EE');
const latvia = testKeys('LV');
const peers = new PeerKeyRing(finland, estonia, latvia);

function written({ header, parts }: OutboundMessage) {
  const mime = { header: writeEbmsHeader(header), parts };
  return { content: writeMime(mime), digests: contentDigests(mime) };
}

function sealed(message: OutboundMessage, by = finland, to = estonia): Promise<TransportMessage> {
  const { messageId, conversationId } = message.header;
  return seal({ messageId, conversationId, to: message.header.to, ...written(message) }, by.own, to.publicEncryption);
}

const opened = (envelope: TransportMessage, by: TestAccessPointKeys = estonia, ring = peers) =>
  open(envelope, by.own, ring, SENT_AT);

/** An envelope as an attacker would build it who knows everything but a private key of Finland. */
async function forged(message: OutboundMessage, manifest: Partial<Manifest>, by: TestAccessPointKeys = finland) {
  const { content, digests } = written(message);
  const { messageId, from, to } = message.header;
  const statement = { messageId, from, to, header: digests.header, parts: digests.parts, ...manifest };
  const { alg, kid, privateKey } = by.own.signature;
  const jws = await new CompactSign(Buffer.from(JSON.stringify(statement)))
    .setProtectedHeader({ alg, kid, typ: 'oots-manifest' })
    .sign(privateKey);
  return encrypted(frame(jws, content), await sealed(message));
}

async function encrypted(plaintext: Uint8Array, template: TransportMessage): Promise<TransportMessage> {
  const { kid, key } = estonia.publicEncryption;
  const jwe = await new CompactEncrypt(plaintext)
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid, typ: 'oots-jose-1' })
    .encrypt(key);
  return { ...template, value: Buffer.from(jwe) };
}

async function refusal(attempt: Promise<unknown>): Promise<SecurityViolation> {
  const outcome: unknown = await attempt.then(
    () => 'opened',
    (error: unknown) => error,
  );
  expect(outcome).toMatchObject({ name: 'SecurityViolation' });
  return outcome as SecurityViolation;
}

describe('given a message sealed by Finland for Estonia', () => {
  const message = aMessage(
    'FI',
    'EE',
    {},
    Uint8Array.from({ length: 300 }, (_, index) => index % 256),
  );

  it('then Estonia reads what Finland wrote, and knows who wrote it', async () => {
    const received = await opened(await sealed(message));

    expect(received).toMatchObject({
      header: { messageId: message.header.messageId, action: 'ExecuteQueryRequest' },
      headerFindings: [],
      sender: { country: 'FI', kid: 'fi-1-signature', accessPoint: testAccessPointOf('FI') },
      receivedAt: SENT_AT,
    });
    expect(Uint8Array.from(received.parts[0]!.bytes)).toEqual(message.parts[0]!.bytes);
    expect(received.digests).toEqual({
      header: digestOf(Buffer.from(received.headerXml)),
      parts: [{ contentId: message.parts[0]!.contentId, digest: digestOf(message.parts[0]!.bytes) }],
    });
  });

  it('then whoever carries it reads nothing but ids of the message, the conversation and the sender', async () => {
    const envelope = await sealed(message);

    expect(envelope.key).toBe(message.header.conversationId);
    expect(envelope.headers).toEqual({
      'message-id': message.header.messageId,
      envelope: 'oots-jose-1',
      sender: 'AP_FI_01',
    });
    expect(Buffer.from(envelope.value).toString('latin1')).not.toContain('originalSender');
  });

  it('then a large evidence grows by a third and no more', async () => {
    const large = aMessage('FI', 'EE', {}, new Uint8Array(1_000_000));

    expect((await sealed(large)).value.byteLength).toBeLessThan(1_340_000);
  });

  it('then it is read with a former key of Estonia while keys rotate', async () => {
    const next = testKeys('EE', 2);
    const rotated = { ...next.own, encryption: [...next.own.encryption, ...estonia.own.encryption] };

    await expect(open(await sealed(message), rotated, peers, SENT_AT)).resolves.toBeDefined();
  });

  it('then Latvia cannot open it', async () => {
    expect(await refusal(opened(await sealed(message), latvia))).toMatchObject({ code: 'wrong-recipient' });
  });

  it('then Latvia cannot be passed it by Estonia either', async () => {
    const onward = await sealed(message, finland, latvia);

    expect(await refusal(opened(onward, latvia))).toMatchObject({
      code: 'wrong-recipient',
      detail: 'manifest',
      proven: { country: 'FI', messageId: message.header.messageId },
    });
  });

  it.each(['unknown', 'expired', 'not-yet-valid', 'revoked'] as const)(
    'then it is refused when the key that signed it is %s',
    async (outcome) => {
      const ring = new PeerKeyRing(estonia);
      if (outcome !== 'unknown') ring.distrust(finland, outcome);

      expect(await refusal(opened(await sealed(message), estonia, ring))).toMatchObject({
        code: `signing-key-${outcome}`,
      });
    },
  );

  it('then each byte of it counts', async () => {
    const envelope = await sealed(message);
    const parts = Buffer.from(envelope.value).toString('ascii').split('.');
    for (const index of [0, 2, 3, 4]) {
      const tampered = parts.map((part, at) => (at === index ? flipped(part) : part)).join('.');

      const { code } = await refusal(opened({ ...envelope, value: Buffer.from(tampered) }));
      expect(['undecryptable', 'malformed-envelope', 'wrong-recipient']).toContain(code);
    }
  });

  it('then it is refused above the size limit, before it is looked at', async () => {
    const envelope = await sealed(message);
    const limits = { ...DEFAULT_ENVELOPE_LIMITS, maxSealedBytes: 100 };

    expect(await refusal(open(envelope, estonia.own, peers, SENT_AT, limits))).toMatchObject({ code: 'oversize' });
  });

  it('then it is refused under another envelope version', async () => {
    const envelope = await sealed(message);

    expect(await refusal(opened({ ...envelope, headers: { envelope: 'oots-jose-0' } }))).toMatchObject({
      code: 'unknown-envelope-version',
    });
  });

  it('then it is refused without its signature', async () => {
    const stripped = await encrypted(frame('', written(message).content), await sealed(message));

    expect(await refusal(opened(stripped))).toMatchObject({ code: 'signature-missing' });
  });

  it('then a signature that claims to need no key is refused', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none', typ: 'oots-manifest', kid: 'fi-1-signature' })}.${part({})}.`;
    const envelope = await encrypted(frame(none, written(message).content), await sealed(message));

    expect(await refusal(opened(envelope))).toMatchObject({ code: 'signature-algorithm' });
  });

  it('then a receipt of Finland is not taken for its signature', async () => {
    const { alg, kid, privateKey } = finland.own.signature;
    const receipt = await new CompactSign(Buffer.from('{}'))
      .setProtectedHeader({ alg, kid, typ: 'oots-receipt' })
      .sign(privateKey);
    const envelope = await encrypted(frame(receipt, written(message).content), await sealed(message));

    expect(await refusal(opened(envelope))).toMatchObject({
      code: 'malformed-envelope',
      detail: 'oots-manifest: another type',
    });
  });

  it('then an envelope that would unpack to more than was measured is refused', async () => {
    const { kid, key } = estonia.publicEncryption;
    const compressed = await new CompactEncrypt(new Uint8Array(1_000_000))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid, zip: 'DEF' })
      .encrypt(key);
    const envelope = await sealed(message);

    expect(await refusal(opened({ ...envelope, value: Buffer.from(compressed) }))).toMatchObject({
      code: 'malformed-envelope',
      detail: 'compressed',
    });
  });

  it('then the signature of one message does not serve another', async () => {
    const envelope = await sealed(message);
    const { plaintext } = await compactDecrypt(Buffer.from(envelope.value), estonia.own.encryption[0]!.privateKey);
    const other = written(aMessage('FI', 'EE', {}, Buffer.from('another')));
    const spliced = await encrypted(frame(unframe(plaintext)!.signature, other.content), envelope);

    expect(await refusal(opened(spliced))).toMatchObject({ code: 'content-altered' });
  });

  it('then a signature under the name of Finland by another key is refused', async () => {
    const impostor = {
      ...latvia,
      own: { ...latvia.own, signature: { ...latvia.own.signature, kid: 'fi-1-signature' } },
    };

    expect(await refusal(opened(await forged(message, {}, impostor)))).toMatchObject({ code: 'signature-invalid' });
  });

  it('then Latvia cannot sign for Finland, in the manifest or in the header', async () => {
    expect(await refusal(opened(await forged(message, {}, latvia)))).toMatchObject({
      code: 'wrong-sender',
      detail: 'manifest',
      proven: { kid: 'lv-1-signature', country: 'LV' },
    });
    const ownManifest = { from: testAccessPointOf('LV') };
    expect(await refusal(opened(await forged(message, ownManifest, latvia)))).toMatchObject({
      code: 'wrong-sender',
      detail: 'header',
    });
  });

  it('then a header for another access point is refused', async () => {
    const elsewhere = aMessage('FI', 'LV');

    expect(await refusal(opened(await forged(elsewhere, { to: testAccessPointOf('EE') })))).toMatchObject({
      code: 'wrong-recipient',
      detail: 'header',
    });
  });

  it.each([
    ['message id', { messageId: 'another@fi.oots.example' }],
    ['header', { header: digestOf(Buffer.from('another')) }],
    ['parts', { parts: [] }],
  ])('then a manifest of another %s is refused', async (_, manifest) => {
    expect(await refusal(opened(await forged(message, manifest)))).toMatchObject({ code: 'content-altered' });
  });

  it('then what is no manifest is refused', async () => {
    expect(await refusal(opened(await forged(message, { messageId: undefined as never })))).toMatchObject({
      code: 'malformed-envelope',
    });
  });

  it('then what is no message is refused, whoever signed it', async () => {
    const { alg, kid, privateKey } = finland.own.signature;
    const { messageId, from, to } = message.header;
    const manifest = { messageId, from, to, header: 'sha256:', parts: [] };
    const jws = await new CompactSign(Buffer.from(JSON.stringify(manifest)))
      .setProtectedHeader({ alg, kid, typ: 'oots-manifest' })
      .sign(privateKey);
    const envelope = await encrypted(frame(jws, Buffer.from('no MIME')), await sealed(message));

    expect(await refusal(opened(envelope))).toMatchObject({ code: 'unreadable-content', detail: 'not-mime' });
  });

  it.each(['', 'not an envelope', 'a.b.c.d.e'])('then %j in its place is refused', async (value) => {
    const envelope = await sealed(message);

    expect(await refusal(opened({ ...envelope, value: Buffer.from(value) }))).toMatchObject({
      code: 'malformed-envelope',
    });
  });
});

/** Another character in the middle, where base64url has no spare bits. */
function flipped(part: string): string {
  const middle = Math.floor(part.length / 2);
  return part.slice(0, middle) + (part[middle] === 'A' ? 'B' : 'A') + part.slice(middle + 1);
}
