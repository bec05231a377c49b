import type { IdentifierSource } from './clock.js';

declare const brand: unique symbol;

/** A text that has been checked to be an identifier of one kind, so that kinds cannot be mixed up. */
export type Identifier<Kind extends string> = string & { readonly [brand]: Kind };

const HEX = '[0-9a-fA-F]';
const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;

/** A bare UUID, in either case. */
export const UUID_SHAPE = new RegExp(`^${UUID}$`);
/** `urn:uuid:` and a UUID. */
export const URN_UUID_SHAPE = new RegExp(`^urn:uuid:${UUID}$`);

/** One kind of identifier: how its texts look. */
interface IdentifierKind<Id extends string> {
  /** @throws {RangeError} when the text is no such identifier */
  of(text: string): Id;
  is(text: string): text is Id;
}

function kind<Id extends string>(name: string, shape: RegExp): IdentifierKind<Id> {
  const is = (text: string): text is Id => shape.test(text);
  return {
    is,
    of(text) {
      if (!is(text)) throw new RangeError(`not a ${name}: ${text}`);
      return text;
    },
  };
}

/** Mints `prefix` and a fresh UUID. */
function minted<Id extends string>(name: string, shape: RegExp, prefix: '' | 'urn:uuid:') {
  const base = kind<Id>(name, shape);
  return { ...base, mint: (source: IdentifierSource): Id => base.of(`${prefix}${source.uuid()}`) };
}

/** A bare UUID: the person's session or the authority's case; may span several exchanges. @see TDD 4.4 */
export type ConversationId = Identifier<'ConversationId'>;
export const ConversationId = minted<ConversationId>('ConversationId', UUID_SHAPE, '');

/** A bare UUID: one logical exchange, both loops of a preview included. Minted by the requester. @see TDD 4.4 */
export type ExchangeId = Identifier<'ExchangeId'>;
export const ExchangeId = minted<ExchangeId>('ExchangeId', UUID_SHAPE, '');

/** `urn:uuid:<UUID>`: one request message. A provider rejects one that it has processed before. @see TDD 4.4 */
export type RequestId = Identifier<'RequestId'>;
export const RequestId = minted<RequestId>('RequestId', URN_UUID_SHAPE, 'urn:uuid:');

/** A bare UUID, without `urn:uuid:`: one answer. @see TDD 4.5.2 */
export type EvidenceResponseId = Identifier<'EvidenceResponseId'>;
export const EvidenceResponseId = minted<EvidenceResponseId>('EvidenceResponseId', UUID_SHAPE, '');

/** `urn:uuid:<UUID>`: an object of the RegRep model, such as a package or a document. */
export type RegistryObjectId = Identifier<'RegistryObjectId'>;
export const RegistryObjectId = minted<RegistryObjectId>('RegistryObjectId', URN_UUID_SHAPE, 'urn:uuid:');

/** `<uuid>@<domain>`: one message between access points. @see TDD 4.7 */
export type MessageId = Identifier<'MessageId'>;
export const MessageId = {
  ...kind<MessageId>('MessageId', /^[^@\s]+@[^@\s]+$/),
  /** @param domain of the sending access point, `fi.oots.example` */
  mint: (source: IdentifierSource, domain: string): MessageId => MessageId.of(`${source.uuid()}@${domain}`),
};
