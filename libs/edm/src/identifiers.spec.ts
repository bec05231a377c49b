import { ConversationId, EvidenceResponseId, MessageId, RegistryObjectId, RequestId } from './index.js';

const UUID = '7d0d0c8e-5c0f-4d3c-9c59-0b1f4f1f2a01';
const source = { uuid: () => UUID };

describe('given a source of UUIDs', () => {
  it('then each kind of identifier is minted in its own shape', () => {
    expect(RequestId.mint(source)).toBe(`urn:uuid:${UUID}`);
    expect(RegistryObjectId.mint(source)).toBe(`urn:uuid:${UUID}`);
    expect(ConversationId.mint(source)).toBe(UUID);
    expect(MessageId.mint(source, 'fi.oots.example')).toBe(`${UUID}@fi.oots.example`);
  });
});

it.each([
  ['a request id without urn', () => RequestId.of(UUID)],
  ['a response id with urn', () => EvidenceResponseId.of(`urn:uuid:${UUID}`)],
  ['a conversation that is no UUID', () => ConversationId.of('session-1')],
  ['a UUID with more behind it', () => ConversationId.of(`${UUID}\n`)],
  ['a message id without domain', () => MessageId.of(UUID)],
  ['a message id with a blank', () => MessageId.of(`${UUID}@fi oots`)],
])('%s is refused', (_what, build) => {
  expect(build).toThrow(RangeError);
});
