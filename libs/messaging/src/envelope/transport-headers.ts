/** How an envelope is built: the one version that is understood. */
export const ENVELOPE_VERSION = 'oots-jose-1';

/** What the network may read of a message, apart from its conversation id. Nothing personal, and nothing to rely on. */
export const TRANSPORT_HEADERS = {
  messageId: 'message-id',
  version: 'envelope',
  sender: 'sender',
} as const;
