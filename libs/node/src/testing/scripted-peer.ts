import type { NetworkKeyDirectory, NodeKeys } from '@oots/directory';
import {
  type EbmsHeader,
  type EvidenceRequest,
  ExchangeId,
  ConversationId,
  MessageId,
  type MimePart,
  type Notification,
  BACKGROUND_SERVICE,
  type OrganisationIdentifier,
  QUERY_SERVICE,
  randomIdentifiers,
  REGREP_MEDIA_TYPE,
  type SpecificationId,
  type EbmsAction,
  writeEbmsHeader,
  writeEvidenceRequest,
  writeNotification,
  EDM_BACKGROUND_0_1,
} from '@oots/edm';
import {
  type InboundMessage,
  MemoryTransport,
  type MemoryNetwork,
  type OutboundMessage,
  ownKeysFrom,
  topicsOf,
  type TransportMessage,
} from '@oots/messaging';
import { type ManualClock, openByHand, receiptByHand, sealByHand } from '@oots/messaging/testing';
import { accessPointOf, authorityOf, publisherOf, TESTLAND } from './test-catalogue.js';

/** Which exchange a message belongs to; minted where absent. */
export interface Correlation {
  readonly conversationId: ConversationId;
  readonly exchangeId: ExchangeId;
}

/** What is different about a message that a peer sends. */
export interface Irregularities {
  readonly header?: Partial<EbmsHeader>;
  /** Changes the header document after it was written. */
  readonly headerXml?: (xml: string) => string;
  /** Keys that seal in the place of the peer's own. */
  readonly keys?: NodeKeys;
}

/** A message to say, before it has a header. */
interface Said {
  readonly action: EbmsAction;
  readonly specification: SpecificationId;
  readonly document: string | Uint8Array;
  readonly evidence?: readonly MimePart[];
  readonly originalSender: OrganisationIdentifier;
  readonly finalRecipient: OrganisationIdentifier;
}

/** What an answer says; its parties are those of the request. */
export type SaidInAnswer = Omit<Said, 'originalSender' | 'finalRecipient'>;

/**
 * The access point of another country, led by a test: signs and seals what it is told to send, collects what the node under
 * test sends, opened, and acknowledges it.
 */
export class ScriptedPeer {
  /** What the node sent, each message as often as it came. */
  readonly received: InboundMessage[] = [];
  /** Receipts of the node as they came: message id and compact JWS. */
  readonly receipts: { readonly messageId: string; readonly jws: string }[] = [];
  /** What the network could read of the messages to this peer. */
  readonly carried: { readonly topic: string; readonly key: string; readonly headers: object }[] = [];
  /** Whether it acknowledges what it receives. */
  acknowledges = true;
  private readonly transport: MemoryTransport;

  private constructor(
    readonly country: string,
    private readonly keys: NodeKeys,
    private readonly directory: NetworkKeyDirectory,
    network: MemoryNetwork,
    private readonly clock: ManualClock,
  ) {
    this.transport = new MemoryTransport(network, clock);
  }

  static async listen(
    keys: NodeKeys,
    directory: NetworkKeyDirectory,
    network: MemoryNetwork,
    clock: ManualClock,
  ): Promise<ScriptedPeer> {
    const peer = new ScriptedPeer(keys.country, keys, directory, network, clock);
    const { inbox, signals, parked } = topicsOf(keys.country);
    const group = keys.accessPoint.value;
    await peer.transport.subscribe({
      topic: inbox,
      group,
      parkingTopic: parked,
      handle: ({ message }) => peer.take(inbox, message),
    });
    await peer.transport.subscribe({
      topic: signals,
      group,
      parkingTopic: parked,
      handle: ({ message }) => {
        peer.note(signals, message);
        const jws = Buffer.from(message.value).toString('ascii');
        peer.receipts.push({ messageId: message.headers['message-id'] ?? '', jws });
        return Promise.resolve();
      },
    });
    return peer;
  }

  /** Answers of the node in an exchange, in the order in which they first came. */
  answersIn({ exchangeId }: Correlation): readonly InboundMessage[] {
    return this.distinct(({ header }) => header.exchangeId === exchangeId && header.action !== 'ExecuteQueryRequest');
  }

  /** Requests of the node in a conversation. */
  requestsIn(conversationId: string): readonly InboundMessage[] {
    return this.distinct(
      ({ header }) => header.conversationId === conversationId && header.action === 'ExecuteQueryRequest',
    );
  }

  /** @returns the exchange that the request opens */
  async asks(request: EvidenceRequest, { header, ...more }: Irregularities = {}): Promise<EbmsHeader> {
    return this.asksXml(writeEvidenceRequest(request), request, { header: { ...header }, ...more });
  }

  /** @param request what the document is said to be in the header */
  asksXml(document: string, request: EvidenceRequest, irregular: Irregularities = {}): Promise<EbmsHeader> {
    const { specification } = request;
    return this.says(
      {
        action: 'ExecuteQueryRequest',
        specification,
        document,
        originalSender: request.requester.identifier,
        finalRecipient: request.provider.identifier,
      },
      irregular,
    );
  }

  notifies(notification: Notification, irregular: Irregularities = {}): Promise<EbmsHeader> {
    return this.says(
      {
        action: 'Notify',
        specification: EDM_BACKGROUND_0_1,
        document: writeNotification(notification),
        originalSender: authorityOf(this.country).identifier,
        finalRecipient: publisherOf(TESTLAND).identifier,
      },
      irregular,
    );
  }

  /** Answers a request of the node. */
  answers(request: InboundMessage, said: SaidInAnswer, { header, ...more }: Irregularities = {}): Promise<EbmsHeader> {
    const { conversationId, exchangeId, originalSender, finalRecipient } = request.header;
    return this.says(
      { ...said, originalSender: finalRecipient, finalRecipient: originalSender },
      { header: { conversationId, exchangeId, ...header }, ...more },
    );
  }

  /** Puts a sealed message on the network, whatever it is. */
  async puts(sealed: TransportMessage, topic = topicsOf(TESTLAND).inbox): Promise<void> {
    await this.transport.send(topic, sealed);
  }

  /** What {@link puts} would send: for sending the same bytes twice, or altered. */
  async sealed(
    message: OutboundMessage,
    { headerXml, keys = this.keys }: Irregularities = {},
  ): Promise<TransportMessage> {
    const accessPoint = accessPointOf(TESTLAND).value;
    const recipient = this.directory.encryptionKey(accessPoint, this.clock.now());
    if (recipient.outcome !== 'trusted') throw new Error(`the key of ${accessPoint} is ${recipient.outcome}`);
    const xml = writeEbmsHeader(message.header);
    return sealByHand(message, ownKeysFrom(keys), recipient, headerXml?.(xml) ?? xml);
  }

  /** A message of this peer to the node, not yet sealed. */
  composed(
    { action, specification, document, evidence = [], ...parties }: Said,
    header: Partial<EbmsHeader> = {},
  ): OutboundMessage {
    const root: MimePart = {
      contentId: `${randomIdentifiers.uuid()}@li.oots.example`,
      mimeType: REGREP_MEDIA_TYPE,
      bytes: typeof document === 'string' ? Buffer.from(document, 'utf8') : document,
    };
    const parts = [root, ...evidence];
    return {
      header: {
        messageId: MessageId.mint(randomIdentifiers, 'li.oots.example'),
        timestamp: this.clock.now(),
        from: this.keys.accessPoint,
        to: accessPointOf(TESTLAND),
        service: action === 'Notify' ? BACKGROUND_SERVICE : QUERY_SERVICE,
        action,
        conversationId: ConversationId.mint(randomIdentifiers),
        exchangeId: ExchangeId.mint(randomIdentifiers),
        specificationId: specification,
        parts: parts.map(({ contentId, mimeType }) => ({ contentId, mimeType })),
        ...parties,
        ...header,
      },
      parts,
    };
  }

  async close(): Promise<void> {
    await this.transport.close();
  }

  private distinct(is: (message: InboundMessage) => boolean): readonly InboundMessage[] {
    return [...new Map(this.received.filter(is).map((message) => [message.header.messageId, message])).values()];
  }

  private async says(said: Said, irregular: Irregularities): Promise<EbmsHeader> {
    const message = this.composed(said, irregular.header);
    await this.puts(await this.sealed(message, irregular));
    return message.header;
  }

  private async take(topic: string, message: TransportMessage): Promise<void> {
    this.note(topic, message);
    const own = ownKeysFrom(this.keys);
    const opened = await openByHand(message, own, this.directory, this.clock.now());
    this.received.push(opened);
    if (this.acknowledges) await this.puts(await receiptByHand(opened, own), topicsOf(TESTLAND).signals);
  }

  private note(topic: string, { key, headers }: TransportMessage): void {
    this.carried.push({ topic, key, headers });
  }
}
