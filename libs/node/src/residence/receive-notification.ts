import { Injectable } from '@nestjs/common';
import { readNotification, UnreadableMessage } from '@oots/edm';
import type { InboundMessage } from '@oots/messaging';
import type { EntityManager } from 'typeorm';
import { AnsweredRequestEntity } from '../exchange/answered-request.entity.js';
import { AuditTrail } from '../exchange/audit-trail.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { ReceivedNotificationEntity } from './received-notification.entity.js';

/**
 * Another country says that something changed. A notification holds opaque ids only, so it is kept, and a case that asks
 * again follows it. @see background exchange, 5.5
 */
@Injectable()
export class ReceiveNotification {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly audit: AuditTrail,
  ) {}

  async run(message: InboundMessage, transaction: EntityManager): Promise<void> {
    const { header, sender } = message;
    const reading = readOrNothing(message);
    if (reading?.value === undefined || message.headerFindings.some(({ severity }) => severity === 'FATAL')) {
      const event = { header, counterpart: sender.country, code: 'INVALID_NOTIFICATION' };
      await this.audit.messageEvent('message-unreadable', event, transaction);
      return;
    }
    await this.audit.notification('received', message, reading.value, sender.country, transaction);
    const now = this.surroundings.clock.now();
    for (const event of reading.value.events) {
      const answered =
        event.requestId === undefined
          ? null
          : await transaction.findOneBy(AnsweredRequestEntity, {
              requestId: event.requestId,
              counterpart: sender.country,
              outcome: 'released',
            });
      await transaction
        .createQueryBuilder()
        .insert()
        .into(ReceivedNotificationEntity)
        .values({
          eventId: event.id,
          requestId: event.requestId ?? '',
          counterpart: sender.country,
          state: answered === null ? 'unknown-request' : 'waiting',
          attempts: 0,
          receivedAt: now,
          nextAttemptAt: now,
        })
        .orIgnore()
        .execute();
    }
  }
}

function readOrNothing(message: InboundMessage): ReturnType<typeof readNotification> | undefined {
  const document = message.parts[0];
  if (document === undefined) return undefined;
  try {
    return readNotification(document.bytes);
  } catch (error) {
    if (error instanceof UnreadableMessage) return undefined;
    throw error;
  }
}
