import type { ParkedMessage, TransportMessage } from '../transport.js';

const TOPIC = 'parked-from';
const ATTEMPTS = 'parked-attempts';
const REASON = 'parked-reason';

/** @returns the message as it lies in the parking topic: unchanged, with the circumstances in its headers */
export function parkedFrom({ message, topic, attempts, reason }: ParkedMessage): TransportMessage {
  return {
    ...message,
    headers: { ...message.headers, [TOPIC]: topic, [ATTEMPTS]: String(attempts), [REASON]: reason },
  };
}

/** @returns what {@link parkedFrom} was given; undefined for a message that was not parked */
export function readParked(lying: TransportMessage): ParkedMessage | undefined {
  const { [TOPIC]: topic, [ATTEMPTS]: attempts, [REASON]: reason, ...headers } = lying.headers;
  if (topic === undefined || reason === undefined) return undefined;
  return { topic, attempts: Number(attempts), reason, message: { ...lying, headers } };
}
