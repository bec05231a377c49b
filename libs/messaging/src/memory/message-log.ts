import type { TransportMessage } from '../transport.js';

/** One partition: messages in the order of arrival, each under an offset that never changes. */
export class MessageLog {
  private readonly messages: TransportMessage[] = [];
  private first = 0;

  /** Offset of the oldest message held. */
  get start(): number {
    return this.first;
  }

  append(message: TransportMessage): void {
    this.messages.push(message);
  }

  /** @returns at most `limit` messages from `offset` on */
  read(offset: number, limit: number): readonly TransportMessage[] {
    const index = offset - this.first;
    return this.messages.slice(index, index + limit);
  }

  /** Forgets what lies before `offset`. */
  forgetBefore(offset: number): void {
    if (offset <= this.first) return;
    this.messages.splice(0, offset - this.first);
    this.first = offset;
  }
}
