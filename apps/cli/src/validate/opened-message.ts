import type { XmlElement } from '@oots/edm/xml';

/** How a message was wrapped when it was written down. */
export type Packaging =
  /** The document itself. */
  | 'document'
  /** A SOAP envelope as access points exchange it. */
  | 'soap'
  /** `submitRequest` or `retrieveMessageResponse`: what a back end and its access point exchange. */
  | 'backend'
  /** `multipart/related`, or another entity with headers. */
  | 'mime';

/** What was sent beside the header. */
export interface Payload {
  /** `<local>@<domain>`, where the packaging gives one. */
  readonly contentId?: string;
  /** As the packaging says, in lower case. */
  readonly mimeType?: string;
  /** An element where the document stands inside the envelope, so that places are those of the file. */
  readonly content: XmlElement | Uint8Array;
}

/** A message out of its wrapping. */
export interface OpenedMessage {
  readonly packaging: Packaging;
  /** `eb:Messaging` */
  readonly header?: XmlElement;
  /** The header of `submitRequest` is a draft: the access point completes it. */
  readonly headerIsDraft: boolean;
  /** In the order of the message. */
  readonly payloads: readonly Payload[];
}

/** Bytes that hold no message this command can find. Never carries their content. */
export class UnopenedMessage extends Error {
  override readonly name = 'UnopenedMessage';
}

/** Bytes of a file, and of a payload once it is unpacked. What is larger is not looked at. */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;
